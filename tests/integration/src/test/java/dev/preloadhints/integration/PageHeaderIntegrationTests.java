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

package dev.preloadhints.integration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Content;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way to a page: the exact header, and the body that the page has without it.
 */
class PageHeaderIntegrationTests {

	private final TestServer server = TestServer.withPages();

	@Test
	void allLinksBestFirst() {
		Answer page = this.server.get("/pages/plain");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.headers("Link")).containsExactly(Headers.PLAIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/pages/plain", "/pages/style", "/etag/pages/plain", "/forward", "/view-controller",
			"/deferred", "/callable", "/pages/long-head", "/own-links", "/child/page", "/missing" })
	void headHasTheHeadersOfGet(String path) {
		Answer get = this.server.get(path, "Accept", "text/html");
		Answer head = this.server.head(path, "Accept", "text/html");
		assertThat(head.status()).isEqualTo(get.status());
		assertThat(head.headers("Link")).isEqualTo(get.headers("Link")).isNotEmpty();
		assertThat(head.content().bytes()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/                       | </css/welcome.css>; rel=preload; as=style
					/view-controller        | </css/app.css>; rel=preload; as=style
					/functional             | </css/app.css>; rel=preload; as=style
					/forward                | </css/app.css>; rel=preload; as=style
							/including-servlet      | ''
					/no-preload             | ''
					/forward-to-no-preload  | ''
					/deferred               | </css/app.css>; rel=preload; as=style, </fonts/declared.woff2>; rel=preload; as=font; crossorigin
					/callable               | </css/app.css>; rel=preload; as=style, </fonts/early.woff2>; rel=preload; as=font; crossorigin, </img/from-callable.jpg>; rel=preload; as=image
					/child/page             | </css/app.css>; rel=preload; as=style, </fonts/child.woff2>; rel=preload; as=font; crossorigin
					""")
	void waysToAPage(String path, String link) {
		assertThat(this.server.get(path).link()).isEqualTo(link);
	}

	/** An include must not set headers, says Servlet; Jetty does not insist. */
	@Test
	void controllerThatIncludesAPage() {
		assertThat(this.server.get("/include").link()).isIn("", Headers.STYLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/pages/plain", "/pages/style", "/pages/long-head", "/pages/big", "/pages/hostile",
			"/pages/urls", "/pages/base", "/pages/import-map", "/pages/sloppy", "/pages/xml-ish", "/pages/dynamic",
			"/pages/decorated", "/pages/foreign", "/etag/pages/plain", "/view-controller", "/functional", "/forward",
			"/include", "/including-servlet", "/no-preload", "/forward-to-no-preload", "/deferred", "/callable",
			"/child/page", "/own-links", "/heavy-headers?bytes=5000", "/advised", "/advised-after-links", "/broken",
			"/send-error", "/missing", "/json", "/note", "/css/app.css" })
	void bodyIsTheOneWithoutTheStarter(String path) {
		Answer with = this.server.get(path, "Accept", "text/html, */*;q=0.5");
		Answer without = this.server.withoutStarter().get(path, "Accept", "text/html, */*;q=0.5");
		assertThat(with.status()).isEqualTo(without.status());
		assertThat(with.header("Content-Type")).isEqualTo(without.header("Content-Type"));
		assertThat(with.content()).isEqualTo(without.content());
		assertThat(with.content().bytes()).isNotEmpty();
	}

	@Test
	void switchedOffThereIsNoHeader() {
		assertThat(this.server.switchedOff().get("/pages/plain").headers("Link")).isEmpty();
		assertThat(this.server.switchedOff().get("/own-links").headers("Link")).hasSize(2);
	}

	@Test
	void templateAttributesDoNotReachThePageEvenIfSwitchedOff() {
		Content without = this.server.withoutStarter().get("/pages/unrefined").content();
		assertThat(this.server.get("/pages/refined").content()).isEqualTo(without);
		assertThat(this.server.switchedOff().get("/pages/refined").content()).isEqualTo(without);
	}

	@Test
	void namesOfTheApplicationStayInThePageEvenIfSwitchedOff() {
		assertThat(this.server.switchedOff().get("/pages/foreign").content())
			.isEqualTo(this.server.withoutStarter().get("/pages/foreign").content());
	}

	@Test
	void etag() {
		Answer page = this.server.get("/etag/pages/plain");
		assertThat(page.link()).isEqualTo(Headers.PLAIN);
		assertThat(page.header("ETag")).isPresent()
			.isEqualTo(this.server.withoutStarter().get("/etag/pages/plain").header("ETag"));
	}

	@Test
	void notModified() {
		String etag = this.server.get("/etag/pages/plain").header("ETag").orElseThrow();
		Answer page = this.server.get("/etag/pages/plain", "If-None-Match", etag);
		assertThat(page.status()).isEqualTo(304);
		assertThat(page.content().bytes()).isEmpty();
		assertThat(page.link()).isEqualTo(Headers.PLAIN);
	}

	@Test
	void compression() {
		TestServer compressing = TestServer.withPages("server.compression.enabled=true",
				"server.compression.min-response-size=1");
		Answer page = compressing.get("/pages/plain", "Accept-Encoding", "gzip");
		assertThat(page.header("Content-Encoding")).hasValue("gzip");
		assertThat(page.link()).isEqualTo(Headers.PLAIN);
		assertThat(page.content().gunzip()).isEqualTo(this.server.withoutStarter().get("/pages/plain").content());
	}

	@Test
	void postRedirectGet() {
		Answer post = this.server.post("/order");
		assertThat(post.status()).isEqualTo(302);
		assertThat(post.headers("Link")).isEmpty();
		assertThat(this.server.get("/pages/style").link()).isEqualTo(Headers.STYLE);
		assertThat(post.header("Location").orElseThrow()).endsWith("/pages/style");
	}

}
