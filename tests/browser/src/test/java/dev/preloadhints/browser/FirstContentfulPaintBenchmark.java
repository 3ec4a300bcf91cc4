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

package dev.preloadhints.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Resource;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import dev.preloadhints.network.Conditions;
import dev.preloadhints.network.SlowLink;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the Early Hints are worth in Chromium: the time until the first contentful paint,
 * with an empty cache, over a link with 100 ms of round trip and 10 Mbit/s, by think
 * time. The variants take turns, so that whatever else the machine does hits all of them.
 * See {@code FCP.md}.
 */
class FirstContentfulPaintBenchmark {

	private static final Log logger = LogFactory.getLog(FirstContentfulPaintBenchmark.class);

	private static final int ROUNDS = Integer.getInteger("fcp.rounds", 11);

	private static final List<Integer> THINK_TIMES = Stream
		.of(System.getProperty("fcp.think", "0,100,300,1000").split(","))
		.map(Integer::valueOf)
		.toList();

	private static final String FONT = "/fcp/text.woff2";

	private static final Conditions CONDITIONS = new Conditions(Duration.ofMillis(100), 10_000_000);

	private final Map<Variant, Server> servers = new EnumMap<>(Variant.class);

	private final Map<Variant, SlowLink> links = new EnumMap<>(Variant.class);

	private final List<String> ignored = new ArrayList<>();

	@Test
	void compare() throws Exception {
		writeResources();
		Certificate certificate = Certificate.create();
		try (Chromium chromium = Tools.chromium(certificate)) {
			for (Variant variant : Variant.values()) {
				Server server = Server.https(certificate, List.of(FcpApplication.class), variant.properties());
				this.servers.put(variant, server);
				this.links.put(variant, new SlowLink(server.port(), CONDITIONS));
				for (int i = 0; i < 10; i++) {
					chromium.visit(server.url(FcpApplication.PageController.PAGE + "?think=0"));
				}
			}
			List<Result> results = new ArrayList<>();
			for (int think : THINK_TIMES) {
				results.add(measure(chromium, think));
			}
			report(results);
		}
		finally {
			for (Variant variant : this.servers.keySet()) {
				this.links.get(variant).close();
				this.servers.get(variant).close();
			}
		}
	}

	/** Write the resources to where the class path is. */
	private static void writeResources() throws Exception {
		Path root = Path.of(FcpApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		Path directory = Files.createDirectories(root.resolve("static/fcp"));
		try (var font = new ClassPathResource("static/fonts/fraunces-600.woff2").getInputStream()) {
			Files.write(directory.resolve("text.woff2"), font.readAllBytes());
		}
		Files.writeString(directory.resolve("page.css"), filled(60_000, """
				@font-face { font-family: Text; src: url(text.woff2) format("woff2"); font-display: swap }
				body { font-family: Text, serif; max-width: 40rem; margin: auto }
				"""));
		Files.writeString(directory.resolve("page.js"), filled(90_000, "document.documentElement.className = 'js';\n"));
	}

	private static String filled(int size, String content) {
		byte[] filling = new byte[(size - content.getBytes(StandardCharsets.UTF_8).length - 4) / 2];
		new Random(size).nextBytes(filling);
		return content + "/*" + HexFormat.of().formatHex(filling) + "*/";
	}

	private Result measure(Chromium chromium, int think) throws InterruptedException {
		Result result = new Result(think, new EnumMap<>(Variant.class), new EnumMap<>(Variant.class));
		List<Variant> order = new ArrayList<>(List.of(Variant.values()));
		for (int round = 0; round < ROUNDS; round++) {
			Collections.rotate(order, 1);
			for (Variant variant : order) {
				Visit visit = chromium
					.visit(this.links.get(variant).url(FcpApplication.PageController.PAGE + "?think=" + think));
				assertThat(visit.status()).isEqualTo(200);
				assertThat(visit.paint()).isPositive();
				assertThat(visit.interim() > 0).as("103 with " + variant).isEqualTo(variant.early());
				if (variant.early() && !visit.tookEarly(variant.hinted())) {
					this.ignored.add(variant + " at " + think);
				}
				result.paints().computeIfAbsent(variant, (key) -> new ArrayList<>()).add(visit.paint());
				result.fonts().computeIfAbsent(variant, (key) -> new ArrayList<>()).add(fontArrival(visit));
			}
		}
		return result;
	}

	private static double fontArrival(Visit visit) {
		return visit.resources()
			.stream()
			.filter((resource) -> resource.path().equals(FONT))
			.mapToDouble(Resource::end)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The page did not load its font"));
	}

	private void report(List<Result> results) throws IOException {
		StringBuilder report = new StringBuilder("First contentful paint:\n\n");
		table(report, results, Result::paints);
		report.append("\nThe font is there:\n\n");
		table(report, results, Result::fonts);
		report.append("\nMedians of " + ROUNDS + ", with quartiles. Visits on which the browser ignored a 103: "
				+ this.ignored.size() + " " + this.ignored + "\n");
		Path file = Path.of("target", "fcp.md");
		Files.writeString(file, report);
		logger.warn("Also in " + file.toAbsolutePath() + "\n\n" + report);
	}

	private static void table(StringBuilder report, List<Result> results,
			Function<Result, Map<Variant, List<Double>>> times) {
		report.append("| think time |");
		List.of(Variant.values()).forEach((variant) -> report.append(" " + variant.text + " |"));
		report.append(" learned against by hand |\n|---|" + "---|".repeat(Variant.values().length + 1) + "\n");
		for (Result result : results) {
			Map<Variant, List<Double>> measured = times.apply(result);
			report.append("| " + result.think() + " ms |");
			for (Variant variant : Variant.values()) {
				report.append(" %.0f ms (%.0f to %.0f) |".formatted(quantile(measured.get(variant), 0.5),
						quantile(measured.get(variant), 0.25), quantile(measured.get(variant), 0.75)));
			}
			report.append(" %+.1f %% |\n".formatted(
					100 * (quantile(measured.get(Variant.LEARNED), 0.5) / quantile(measured.get(Variant.ORACLE), 0.5)
							- 1)));
		}
	}

	private static double quantile(List<Double> values, double part) {
		List<Double> sorted = values.stream().sorted().toList();
		return sorted.get((int) Math.round(part * (sorted.size() - 1)));
	}

	private enum Variant {

		NONE("no hints", false, "preload.enabled=false"),

		HEADER("header only", false, "preload.early-hints.enabled=false"),

		LEARNED_WITHOUT_FONT("learned 103 without the font", true, "preload.discovery.max-fonts=0"),

		LEARNED("learned 103", true, "preload.enabled=true"),

		ORACLE("103 by hand", true, "preload.enabled=false", "oracle=true");

		private final String text;

		private final boolean early;

		private final List<String> properties;

		Variant(String text, boolean early, String... properties) {
			this.text = text;
			this.early = early;
			this.properties = List.of(properties);
		}

		boolean early() {
			return this.early;
		}

		List<String> hinted() {
			return (this != LEARNED_WITHOUT_FONT) ? List.of("/fcp/page.css", "/fcp/page.js", FONT)
					: List.of("/fcp/page.css", "/fcp/page.js");
		}

		String[] properties() {
			List<String> all = new ArrayList<>(this.properties);
			// Not the sample's configuration, which is on the class path too.
			all.add("spring.config.name=fcp");
			all.add("spring.web.resources.cache.cachecontrol.max-age=365d");
			return all.toArray(new String[0]);
		}

	}

	private record Result(int think, Map<Variant, List<Double>> paints, Map<Variant, List<Double>> fonts) {
	}

}
