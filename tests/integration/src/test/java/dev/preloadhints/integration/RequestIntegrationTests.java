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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which requests get a header: those for a document.
 */
class RequestIntegrationTests {

	private final TestServer server = TestServer.withPages();

	@ParameterizedTest
	@CsvSource({ "X-Requested-With, XMLHttpRequest", "HX-Request, true", "Turbo-Frame, basket", "Sec-Fetch-Dest, empty",
			"Sec-Fetch-Dest, image", "Sec-Fetch-Dest, script", "Sec-Fetch-Dest, style", "Sec-Fetch-Dest, font",
			"Sec-Fetch-Dest, object", "Sec-Fetch-Dest, embed", "Sec-Fetch-Dest, serviceworker" })
	void noHeaderForAPartOfAPage(String name, String value) {
		Answer response = this.server.get("/pages/plain", name, value);
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.headers("Link")).isEmpty();
		assertThat(response.content()).isEqualTo(this.server.get("/pages/plain").content());
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Dest, document", "Sec-Fetch-Dest, iframe", "Sec-Fetch-Dest, frame",
			"X-Requested-With, com.example.browser" })
	void headerForADocument(String name, String value) {
		assertThat(this.server.get("/pages/plain", name, value).link()).isEqualTo(Headers.PLAIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/json", "/note", "/css/app.css", "/js/blocking.js", "/webjars/jquery/3.7.1/jquery.js",
			"/actuator/health" })
	void noHeaderOnWhatIsNoPage(String path) {
		Answer response = this.server.get(path);
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.headers("Link")).isEmpty();
	}

	@Test
	void noHeaderOnAPageThatAnswersAPost() {
		Answer response = this.server.post("/rendered-post");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).contains("One style sheet");
		assertThat(response.headers("Link")).isEmpty();
	}

}
