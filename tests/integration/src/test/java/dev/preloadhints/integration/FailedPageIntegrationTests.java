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

import dev.preloadhints.integration.app.AdvisedApplication;
import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Error pages have their own links, and nothing of the page that failed.
 */
class FailedPageIntegrationTests {

	private static final String ERROR = "</css/error.css>; rel=preload; as=style";

	private static final String MISSING = "</css/missing.css>; rel=preload; as=style";

	private static final String ADVISED = "</css/advised.css>; rel=preload; as=style";

	private final TestServer server = TestServer.withPages();

	@ParameterizedTest
	@ValueSource(strings = { "/broken", "/failed-after-links", "/deferred-failure" })
	void errorPageOfAFailure(String path) {
		Answer response = this.server.get(path, "Accept", "text/html");
		assertThat(response.status()).isEqualTo(500);
		assertThat(response.body()).contains("<p>500</p>");
		assertThat(response.link()).isEqualTo(ERROR);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/broken?bare", "/failed-after-links?bare", "/deferred-failure?bare" })
	void errorPageWithoutLinks(String path) {
		Answer response = this.server.get(path, "Accept", "text/html");
		assertThat(response.status()).isEqualTo(500);
		assertThat(response.body()).contains("<p>500</p>");
		assertThat(response.link()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/broken", "/failed-after-links", "/deferred-failure" })
	void errorAsJson(String path) {
		Answer response = this.server.get(path, "Accept", "application/json");
		assertThat(response.status()).isEqualTo(500);
		assertThat(response.body()).doesNotContain("<html");
		assertThat(response.link()).isEmpty();
	}

	@Test
	void linksOfTheApplicationSurviveOrNotAsTheyDoWithoutTheStarter() {
		Answer without = this.server.withoutStarter().get("/broken-with-own-links?bare", "Accept", "text/html");
		Answer with = this.server.get("/broken-with-own-links?bare", "Accept", "text/html");
		assertThat(with.link()).isEqualTo(without.link());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/send-error", "/missing" })
	void errorPageOfASentError(String path) {
		Answer response = this.server.get(path, "Accept", "text/html");
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.body()).contains("<p>404</p>");
		assertThat(response.link()).isEqualTo(MISSING);
	}

	@Test
	void sentErrorAsJson() {
		Answer response = this.server.get("/send-error", "Accept", "application/json");
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.link()).isEmpty();
	}

	@Test
	void exceptionHandlerThatRendersAView() {
		assertThat(this.server.get("/advised").link()).isEqualTo(ADVISED);
	}

	@Test
	void exceptionHandlerThatRendersAViewAfterTheHandlerAddedLinks() {
		Answer response = this.server.get("/advised-after-links");
		assertThat(response.body()).contains("Sorry");
		assertThat(response.link()).isEqualTo(ADVISED);
	}

	@Test
	void exceptionHandlerThatAddsLinksItself() {
		assertThat(this.server.get("/advised-with-links").link())
			.isEqualTo(ADVISED + ", </js/sorry.js>; rel=preload; as=script");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /nowhere, 404", "HEAD, /nowhere, 404", "GET, /nowhere/else, 404", "GET, /post-only, 405",
			"GET, /parameter, 400", "GET, /refused, 403" })
	void exceptionHandlerOfARequestThatReachedNoHandler(String method, String path, int status) {
		Answer response = HttpTestClient.http1(TestServer.of(AdvisedApplication.class).port())
			.send(Request.of(method, path));
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.link()).isEqualTo(ADVISED + ", </js/sorry.js>; rel=preload; as=script");
	}

	@Test
	void exceptionHandlerOfARequestForAHandlerWithoutHints() {
		Answer response = TestServer.of(AdvisedApplication.class).get("/refused-quietly");
		assertThat(response.body()).contains("Sorry");
		assertThat(response.link()).isEmpty();
	}

	@Test
	void exceptionHandlerOfARequestOfAScript() {
		Answer response = TestServer.of(AdvisedApplication.class).get("/nowhere", "Sec-Fetch-Dest", "empty");
		assertThat(response.body()).contains("Sorry");
		assertThat(response.link()).isEmpty();
	}

}
