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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.UpgradingClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SampleApplicationTests {

	private static final String BOOK = "/books/after-the-orchard";

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void enter() {
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void leave() {
		this.visitor.close();
	}

	@ParameterizedTest
	@CsvSource({ "/, 200, Books by lamplight", "/books, 200, All books", "/books?subject=poetry&q=the, 200, All books",
			BOOK + ", 200, After the Orchard", "/search, 200, Search", "/search?q=owls, 200, Search",
			"/reading-list, 200, Reading list", "/reservations/new, 200, Reserve a copy", "/about, 200, Visit us",
			"/waterfall, 200, What hints do", "/nowhere, 404, Not on any shelf",
			"/books/unwritten, 404, Not on any shelf", "/broken, 500, The lamp went out",
			"/broken/template, 500, The lamp went out", "/books?subject=cooking, 400, We did not understand that",
			"/?think=10001, 400, We did not understand that", "/?think=-1, 400, We did not understand that" })
	void everyPageHasItsStatusAndTitle(String path, int status, String title) {
		Answer response = this.visitor.get(path);
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.header("Content-Type")).hasValue("text/html;charset=UTF-8");
		assertThat(response.body()).contains("<title>" + title + " · Wren &amp; Lantern</title>").endsWith("</html>\n");
	}

	@Test
	void listIsFarLargerThanAnyResponseBuffer() {
		Answer response = this.visitor.get("/books");
		assertThat(response.body().length()).isGreaterThan(64 * 1024);
		assertThat(response.body().split("<tr>")).hasSizeGreaterThan(400);
	}

	@Test
	void liveFilterGetsTheRowsOnly() {
		Answer response = this.visitor.get("/books?q=swifts", "HX-Request", "true");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).startsWith("<section id=\"results\"").contains("Swifts").doesNotContain("<html");
	}

	@Test
	void searchFindsWordsOfTitleAndAuthor() {
		assertThat(this.visitor.get("/search?q=orchard+thistlewood").body()).contains(BOOK);
		assertThat(this.visitor.get("/search?q=zzz").body()).contains("Nothing found");
	}

	@Test
	void readingListAsksForItsBooksAsFragment() {
		Answer response = this.visitor.get("/reading-list/books?slug=after-the-orchard&slug=unwritten");
		assertThat(response.body()).startsWith("<ul class=\"cards\"").containsOnlyOnce("<li").contains(BOOK);
	}

	@Test
	void invalidReservationIsShownAgain() {
		Answer response = this.visitor.post("/reservations", "book=&name=Ada&email=nobody&copies=9");
		assertThat(response.status()).isEqualTo(422);
		assertThat(response.body()).contains("Choose a book", "This does not look like an e-mail address",
				"We put aside at most 5 copies", "value=\"Ada\"");
	}

	@Test
	void unknownBookCannotBeReserved() {
		Answer response = this.visitor.post("/reservations", "book=unwritten&name=Ada&email=ada@example.org&copies=1");
		assertThat(response.status()).isEqualTo(422);
		assertThat(response.body()).contains("This book is not in the shop");
	}

	@Test
	void validReservationRedirectsToItsThanks() {
		Answer response = this.visitor.post("/reservations",
				"book=after-the-orchard&name=Ada&email=ada@example.org&copies=2");
		assertThat(response.status()).isEqualTo(302);
		String location = response.header("Location").orElseThrow();
		assertThat(location).endsWith("/reservations/thanks");
		assertThat(this.visitor.get("/reservations/thanks").body()).contains("Thank you", "Ada", "2 copies",
				"After the Orchard");
		assertThat(this.visitor.get("/reservations/thanks").status()).isEqualTo(302);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/books", BOOK, "/search", "/reading-list", "/reservations/new", "/about",
			"/waterfall", "/nowhere" })
	void everyReferencedFileExistsAndMayBeKept(String path) {
		Matcher reference = Pattern.compile("(?:<link[^>]+href|<script[^>]+src|<img[^>]+src)=\"([^\"]+)\"")
			.matcher(this.visitor.get(path).body());
		assertThat(reference.results().map((result) -> result.group(1)).distinct()).isNotEmpty()
			.allSatisfy(this::isKept);
	}

	@Test
	void styleSheetAndModulesReferToFilesThatExist() {
		String page = this.visitor.get(BOOK).body();
		String css = this.visitor.get(find(page, "href=\"(/css/app-[^\"]+)\"")).body();
		isKept(find(css, "url\\(\"(/fonts/fraunces-600-[0-9a-f]{32}\\.woff2)\"\\)"));
		String module = find(page, "src=\"(/v1/js/modules/book\\.js)\"");
		String imported = find(this.visitor.get(module).body(), "from '\\./([a-z-]+\\.js)'");
		isKept("/v1/js/modules/" + imported);
	}

	@Test
	void thinkTimeDelaysTheController() {
		long start = System.nanoTime();
		assertThat(this.visitor.get("/about?think=200").status()).isEqualTo(200);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000L);
	}

	@Test
	void speaksHttp2WithoutTls() {
		assertThat(UpgradingClient.getTwice(this.port, "/about"))
			.allSatisfy((answer) -> assertThat(answer.version()).isEqualTo("HTTP/2.0"));
		try (HttpTestClient client = HttpTestClient.http2(this.port)) {
			assertThat(client.get("/about").version()).isEqualTo("HTTP/2.0");
		}
	}

	@Test
	void metricsCanBeScraped() {
		assertThat(this.visitor.get("/actuator/prometheus").status()).isEqualTo(200);
		assertThat(this.visitor.get("/actuator/health").body()).contains("UP");
	}

	private void isKept(String path) {
		Answer response = this.visitor.get(path);
		assertThat(response.status()).as(path).isEqualTo(200);
		assertThat(response.header("Cache-Control")).as(path).hasValue("max-age=31536000, public");
	}

	private static String find(String text, String regex) {
		Matcher matcher = Pattern.compile(regex).matcher(text);
		assertThat(matcher.find()).as(regex).isTrue();
		return matcher.group(1);
	}

}
