/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package dev.preloadhints.monitoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

import dev.preloadhints.browser.Tools;
import dev.preloadhints.monitoring.Dashboard.Panel;
import dev.preloadhints.monitoring.Dashboard.Query;
import dev.preloadhints.tests.ProjectDirectory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Draws the dashboard's picture for the documentation. Visitors come to the sample for a
 * quarter of an hour, a Prometheus scrapes it, and a browser draws what that answers to
 * the dashboard's queries. Nothing is made up but the visitors.
 */
class DashboardPicture {

	private static final Path PICTURE = ProjectDirectory.file("docs", "images", "dashboard.png");

	private static final Duration DURATION = Duration.ofMinutes(Integer.getInteger("picture.minutes", 15));

	private static final int SCRAPE_SECONDS = 10;

	/** As Grafana does: four times the time between scrapes. */
	private static final String RATE_INTERVAL = 4 * SCRAPE_SECONDS + "s";

	private static final List<String> PAGES = List.of("/", "/", "/", "/books", "/search?q=owls", "/about",
			"/reservations/new", "/books/after-the-feather", "/books/after-the-feather", "/books/after-the-feather",
			"/books/after-the-orchard", "/books/the-organists-staircase");

	private static final JsonMapper JSON = new JsonMapper();

	private final Random random = new Random(103);

	@Test
	void draw() throws Exception {
		Path program = Tools.require("chromium", List.of("chromium", "chromium-browser", "google-chrome"));
		try (Shop shop = Shop.open(); Prometheus prometheus = Prometheus.start(shop.port(), SCRAPE_SECONDS)) {
			Instant begin = Instant.now();
			for (Instant now = begin; now.isBefore(begin.plus(DURATION)); now = Instant.now()) {
				visit(shop, (double) Duration.between(begin, now).toMillis() / DURATION.toMillis());
				Thread.sleep(this.random.nextInt(600));
			}
			String data = JSON.writeValueAsString(answers(prometheus, begin.getEpochSecond()));
			String page = new ClassPathResource("monitoring/picture.html").getContentAsString(StandardCharsets.UTF_8);
			Path html = Path.of("target", "dashboard.html");
			Files.writeString(html, page.replace("/*DATA*/null", data));
			shoot(program, html);
		}
	}

	/**
	 * A visitor, a crawler now and then. After half of the time most visitors come
	 * through a proxy that speaks HTTP/1.1, and near the end a filter fails for some.
	 */
	private void visit(Shop shop, double part) throws Exception {
		String path = PAGES.get(this.random.nextInt(PAGES.size()));
		if (this.random.nextInt(8) == 0) {
			shop.crawl(path);
		}
		else if (part > 0.5 && part < 0.65 && this.random.nextInt(4) > 0) {
			shop.navigateOverHttp1(path);
		}
		else if (part > 0.75 && part < 0.85 && this.random.nextInt(6) == 0) {
			shop.navigate("/about?fail");
		}
		else {
			shop.navigate(path);
		}
	}

	private static Map<String, Object> answers(Prometheus prometheus, long begin) throws Exception {
		Dashboard dashboard = Dashboard.read();
		long end = Instant.now().getEpochSecond();
		Map<String, List<JsonNode>> answers = new LinkedHashMap<>();
		for (Panel panel : dashboard.panels()) {
			List<JsonNode> ofPanel = new ArrayList<>();
			for (Query query : panel.queries()) {
				String expression = Dashboard.resolve(query.expression(), RATE_INTERVAL, (end - begin) + "s");
				ofPanel.add(panel.isStat() ? prometheus.query(expression)
						: prometheus.query(expression, begin, end, SCRAPE_SECONDS));
			}
			answers.put(panel.json().get("id").asString(), ofPanel);
		}
		return Map.of("dashboard", dashboard.json(), "from", begin, "to", end, "answers", answers);
	}

	private static void shoot(Path program, Path html) throws IOException, InterruptedException {
		Path profile = Files.createTempDirectory("preload-chromium");
		Files.createDirectories(PICTURE.getParent());
		Files.deleteIfExists(PICTURE);
		try {
			Process process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
					"--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars", "--user-data-dir=" + profile,
					"--window-size=1600,1560", "--screenshot=" + PICTURE.toAbsolutePath().normalize(),
					html.toUri().toString())
				.redirectErrorStream(true)
				.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(output).isZero();
			assertThat(PICTURE).as(output).isNotEmptyFile();
		}
		finally {
			FileSystemUtils.deleteRecursively(profile);
		}
	}

}
