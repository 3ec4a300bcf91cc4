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

import java.net.http.HttpClient;

import org.junit.jupiter.api.Test;

import dev.preloadhints.integration.support.Response;
import dev.preloadhints.integration.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HTTP/2 over cleartext.
 */
class Http2IntegrationTests {

	private final TestServer server = TestServer.withPages("server.http2.enabled=true");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

	@Test
	void pageHasItsLinks() {
		Response upgraded = this.server.send(this.client, "GET", "/pages/plain");
		assertThat(upgraded.link()).isEqualTo(Headers.PLAIN);
		Response page = this.server.send(this.client, "GET", "/pages/plain");
		assertThat(page.version()).isEqualTo("HTTP_2");
		assertThat(page.link()).isEqualTo(Headers.PLAIN);
		assertThat(page.body()).isEqualTo(TestServer.withPages().withoutPreload().get("/pages/plain").body());
	}

	@Test
	void largePageHasTheLinksOfItsHead() {
		Response page = this.server.send(this.client, "GET", "/pages/big");
		assertThat(page.version()).isEqualTo("HTTP_2");
		assertThat(page.link()).isEqualTo(Headers.STYLE + ", </js/blocking.js>; rel=preload; as=script");
		assertThat(page.text()).endsWith("</html>\n");
	}

}
