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

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.UpgradingClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HTTP/2 over cleartext.
 */
class Http2IntegrationTests {

	private final TestServer server = TestServer.withPages("server.http2.enabled=true");

	@Test
	void pageHasItsLinksOverAConnectionThatWasUpgraded() {
		List<Answer> pages = UpgradingClient.getTwice(this.server.port(), "/pages/plain");
		assertThat(pages).hasSize(2).allSatisfy((page) -> assertThat(page.link()).isEqualTo(Headers.PLAIN));
		assertThat(pages.get(1).version()).isEqualTo("HTTP/2.0");
		assertThat(pages.get(1).content())
			.isEqualTo(TestServer.withPages().withoutStarter().get("/pages/plain").content());
	}

	@Test
	void pageHasItsLinks() {
		try (HttpTestClient client = HttpTestClient.http2(this.server.port())) {
			Answer page = client.get("/pages/plain");
			assertThat(page.version()).isEqualTo("HTTP/2.0");
			assertThat(page.link()).isEqualTo(Headers.PLAIN);
			assertThat(page.content()).isEqualTo(TestServer.withPages().withoutStarter().get("/pages/plain").content());
		}
	}

	@Test
	void largePageHasTheLinksOfItsHead() {
		try (HttpTestClient client = HttpTestClient.http2(this.server.port())) {
			Answer page = client.get("/pages/big");
			assertThat(page.version()).isEqualTo("HTTP/2.0");
			assertThat(page.link()).isEqualTo(Headers.STYLE + ", </js/blocking.js>; rel=preload; as=script");
			assertThat(page.body()).endsWith("</html>\n");
		}
	}

}
