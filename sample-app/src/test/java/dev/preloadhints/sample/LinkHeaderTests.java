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

package dev.preloadhints.sample;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.tests.AbsentStarter;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.UpgradingClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@code Link} header of each page, to the letter; {@code H} stands for the version
 * that a resource has by its content.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LinkHeaderTests {

	private static final String APP_CSS = "</css/app-H.css>; rel=preload; as=style";

	/** What {@code app.css} names for headings, which no page shows. */
	private static final String FONT = "</fonts/fraunces-600-H.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin";

	private static final String SHOP_JS = "</v1/js/modules/shop.js>; rel=modulepreload";

	/** What {@code shop.js} imports, which no page shows. */
	private static final String READING_LIST_JS = "</v1/js/modules/reading-list.js>; rel=modulepreload";

	private static final String SITE_JS = "</js/site-H.js>; rel=preload; as=script";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext context;

	private Visitor visitor;

	@BeforeEach
	void enter() {
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void leave() {
		this.visitor.close();
	}

	@Test
	void home() {
		assertThat(links("/")).containsExactly(APP_CSS, style("home"), FONT,
				"</img/hero-1120-H.webp>; rel=preload; as=image; fetchpriority=high; "
						+ "imagesrcset=\"/img/hero-640-H.webp 640w, /img/hero-1120-H.webp 1120w, "
						+ "/img/hero-1680-H.webp 1680w\"; imagesizes=\"(min-width: 64rem) 36rem, 100vw\"",
				SHOP_JS, READING_LIST_JS, SITE_JS);
	}

	@Test
	void listFarLargerThanTheResponseBuffer() {
		assertThat(links("/books")).containsExactly(APP_CSS, style("catalog"), FONT, SHOP_JS, READING_LIST_JS, SITE_JS,
				"</webjars/htmx.org/2.0.10/dist/htmx.min-H.js>; rel=preload; as=script");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/books/after-the-orchard", "/books/after-the-orchard?think=20" })
	void book(String path) {
		assertThat(links(path)).containsExactly(APP_CSS, style("book"), FONT,
				"</img/covers/05-H.svg>; rel=preload; as=image; fetchpriority=high", SHOP_JS,
				"</v1/js/modules/book.js>; rel=modulepreload", READING_LIST_JS,
				"</v1/js/modules/announce.js>; rel=modulepreload", SITE_JS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/search", "/search?q=owls" })
	void search(String path) {
		assertThat(links(path)).containsExactly(APP_CSS, FONT, SHOP_JS, READING_LIST_JS, SITE_JS);
	}

	@Test
	void readingList() {
		assertThat(links("/reading-list")).containsExactly(APP_CSS, FONT, SHOP_JS,
				"</v1/js/modules/reading-list-page.js>; rel=modulepreload", READING_LIST_JS, SITE_JS);
	}

	@Test
	void about() {
		assertThat(links("/about")).containsExactly(APP_CSS, style("about"), FONT, SHOP_JS, READING_LIST_JS, SITE_JS);
	}

	@Test
	void form() {
		assertThat(links("/reservations/new")).containsExactly(APP_CSS, style("form"), FONT, SHOP_JS, READING_LIST_JS,
				SITE_JS);
	}

	@Test
	void waterfall() {
		assertThat(links("/waterfall")).containsExactly(APP_CSS, style("waterfall"), FONT, SHOP_JS, module("main"),
				READING_LIST_JS, module("comparison"), module("results"), module("run-window"), module("chart"),
				module("element"), SITE_JS);
	}

	@ParameterizedTest
	@CsvSource({ "/nowhere, 404", "/broken, 500", "/broken/template, 500", "/?think=10001, 400" })
	void errorPagesHaveTheirOwn(String path, int status) {
		assertThat(this.visitor.get(path).status()).isEqualTo(status);
		assertThat(links(path)).containsExactly(APP_CSS, style("error"), FONT, SHOP_JS, READING_LIST_JS, SITE_JS);
	}

	@Test
	void formThatIsPostedHasNone() {
		Answer invalid = this.visitor.post("/reservations", "name=");
		assertThat(invalid.status()).isEqualTo(422);
		assertThat(invalid.headers("Link")).isEmpty();
	}

	@Test
	void fragmentsHaveNone() {
		assertThat(this.visitor.get("/books?q=owls", "HX-Request", "true").headers("Link")).isEmpty();
	}

	@Test
	void isTheSameOverHttp2() {
		List<Answer> upgraded = UpgradingClient.getTwice(this.port, "/");
		assertThat(upgraded).extracting(Answer::version).containsOnly("HTTP/2.0");
		assertThat(upgraded).allSatisfy((answer) -> assertThat(links("/")).isEqualTo(links(answer)));
	}

	@Test
	void isCounted() {
		this.visitor.get("/about");
		String metrics = this.visitor.get("/actuator/prometheus").body();
		assertThat(metrics)
			.containsPattern("preload_links_total\\{delivery=\"header\",destination=\"style\",rel=\"preload\"} [1-9]")
			.containsPattern("preload_links_omitted_total\\{delivery=\"header\",reason=\"opted_out\"} [1-9]")
			.containsPattern("preload_header_size_bytes_count [1-9]")
			.contains("preload_errors_total{stage=\"collect\"} 0.0");
	}

	@Test
	void bodiesAreTheSameWithoutTheStarter() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SampleApplication.class)
			.run("--server.port=0", "--" + AbsentStarter.PROPERTY);
				Visitor other = new Visitor(
						context.getEnvironment().getRequiredProperty("local.server.port", int.class))) {
			for (String path : List.of("/", "/books", "/books/after-the-orchard", "/search", "/search?q=owls",
					"/reading-list", "/reservations/new", "/about", "/nowhere", "/broken", "/broken/template")) {
				Answer response = other.get(path);
				assertThat(response.headers("Link")).isEmpty();
				assertThat(this.visitor.get(path).body()).as(path)
					.isEqualTo(AbsentStarter.withoutTemplateAttributes(response.body()));
			}
		}
	}

	private static String module(String name) {
		return "</v1/js/modules/waterfall/" + name + ".js>; rel=modulepreload";
	}

	private static String style(String name) {
		return "</css/" + name + "-H.css>; rel=preload; as=style";
	}

	/**
	 * The links of a page whose style sheets and modules have been looked into.
	 */
	private List<String> links(String path) {
		this.visitor.get(path);
		CompletableFuture<Void> looked = new CompletableFuture<>();
		Object assets = ReflectionTestUtils.invokeMethod(this.context.getBean("preloadRuntime"), "assets");
		AssetWorker worker = ReflectionTestUtils.invokeMethod(assets, "worker");
		worker.submit(() -> looked.complete(null));
		looked.join();
		return links(this.visitor.get(path));
	}

	private static List<String> links(Answer answer) {
		return answer.links().stream().map((link) -> link.replaceAll("-[0-9a-f]{32}\\.", "-H.")).toList();
	}

}
