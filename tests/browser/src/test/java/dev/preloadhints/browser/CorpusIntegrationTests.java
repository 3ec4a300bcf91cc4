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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Resource;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import dev.preloadhints.tests.ProjectDirectory;
import dev.preloadhints.tests.http.HttpTestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is hinted of real style sheets and modules, against what Chromium requests on a
 * page without any hints: of the hinted files every one has to be among them. The table
 * of what was hinted and what was missed is the one in {@code docs/discovery.md}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CorpusIntegrationTests {

	private static final Pattern TARGET = Pattern.compile("<([^>]*)>; rel=");

	private final Map<CorpusPage, Row> rows = new EnumMap<>(CorpusPage.class);

	private Chromium chromium;

	private Server hinted;

	private Server plain;

	@BeforeAll
	void open() throws Exception {
		this.chromium = Tools.chromium(Certificate.create());
		this.hinted = server("preload.enabled=true");
		this.plain = server("preload.enabled=false");
	}

	private static Server server(String enabled) {
		return Server.http(List.of(CorpusApplication.class), enabled, "spring.config.name=corpus",
				"preload.budget.max-size=32KB", "preload.budget.max-links=100",
				"server.tomcat.max-http-response-header-size=64KB");
	}

	@AfterAll
	void close() throws Exception {
		if (this.chromium != null) {
			this.chromium.close();
		}
		for (Server server : new Server[] { this.hinted, this.plain }) {
			if (server != null) {
				server.close();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyHintIsARequestOfTheBrowser(CorpusPage page) throws Exception {
		row(page);
	}

	@Test
	void tableIsTheOneOfTheDocumentation() throws Exception {
		List<String> lines = new ArrayList<>();
		for (CorpusPage page : CorpusPage.values()) {
			lines.add(row(page).line(page));
		}
		Files.write(Path.of("target", "corpus.md"), lines);
		assertThat(Files.readString(ProjectDirectory.file("docs", "discovery.md"))).contains(lines);
	}

	private Row row(CorpusPage page) throws Exception {
		Row known = this.rows.get(page);
		if (known != null) {
			return known;
		}
		Visit visit = this.chromium.visit(this.plain.url(page.path()));
		assertThat(visit.status()).isEqualTo(200);
		Set<String> requested = new TreeSet<>(visit.resources().stream().map(Resource::path).toList());
		Set<String> named = new TreeSet<>(page.styles());
		named.addAll(page.modules());
		assertThat(requested).containsAll(named);
		// The first visit has the files looked into and shows which fonts are used.
		this.chromium.visit(this.hinted.url(page.path()));
		settle();
		Set<String> hints = hints(page);
		if (!page.hasImportMap()) {
			assertThat(hints).containsAll(named);
		}
		hints.removeAll(named);
		requested.removeAll(named);
		assertThat(requested).as("hinted, so to be requested").containsAll(hints);
		Set<String> missed = new TreeSet<>(requested);
		missed.removeAll(hints);
		Row row = new Row(hints, missed);
		this.rows.put(page, row);
		return row;
	}

	/** Wait until the files have been looked into. */
	private void settle() {
		CompletableFuture<Void> settled = new CompletableFuture<>();
		Object assets = ReflectionTestUtils.invokeMethod(this.hinted.context().getBean("preloadRuntime"), "assets");
		AssetWorker worker = ReflectionTestUtils.invokeMethod(assets, "worker");
		worker.submit(() -> settled.complete(null));
		settled.join();
	}

	/** The paths that the header of the page names. */
	private Set<String> hints(CorpusPage page) {
		Set<String> targets = new TreeSet<>();
		for (String link : links(page)) {
			Matcher target = TARGET.matcher(link);
			while (target.find()) {
				targets.add(target.group(1));
			}
		}
		return targets;
	}

	private List<String> links(CorpusPage page) {
		try (HttpTestClient client = HttpTestClient.http1(this.hinted.port())) {
			return client.get(page.path()).links();
		}
	}

	/**
	 * What became of a page.
	 *
	 * @param hinted the paths that were hinted although the page does not name them
	 * @param missed the paths that the browser requested without a hint
	 */
	private record Row(Set<String> hinted, Set<String> missed) {

		String line(CorpusPage page) {
			return "| " + page.title() + " | " + names(this.hinted) + " | " + names(this.missed) + " |";
		}

		private static String names(Set<String> paths) {
			List<String> names = paths.stream()
				.map((path) -> path.substring(path.lastIndexOf('/') + 1).replaceAll("[?].*", ""))
				.toList();
			if (names.size() > 4) {
				return names.size() + " files";
			}
			return names.isEmpty() ? "–" : "`" + String.join("`, `", names) + "`";
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(CorpusController.class)
	static class CorpusApplication {

	}

	@Controller
	static class CorpusController {

		@GetMapping("/corpus-pages/{page}")
		String page(@PathVariable CorpusPage page, Model model) {
			model.addAttribute("page", Map.of("styles", page.styles(), "modules", page.modules(), "body", page.body(),
					"importMap", page.hasImportMap()));
			return "corpus/page";
		}

	}

}
