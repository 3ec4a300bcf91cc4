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

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Security in the chain, as Boot configures it by default.
 */
class SecurityIntegrationTests {

	private static final String USER = "Basic "
			+ Base64.getEncoder().encodeToString("reader:secret".getBytes(StandardCharsets.UTF_8));

	private static final List<String> SECURITY_HEADERS = List.of("Cache-Control", "Pragma", "Expires",
			"X-Content-Type-Options", "X-Frame-Options", "X-XSS-Protection", "Vary");

	private final TestServer server = TestServer.withPages("integration.without=", "spring.security.user.name=reader",
			"spring.security.user.password=secret");

	@Test
	void pageHasItsLinksAndAllOfTheSecurityHeaders() {
		Answer page = this.server.get("/pages/plain", "Authorization", USER);
		Answer without = this.server.withoutStarter().get("/pages/plain", "Authorization", USER);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.link()).isEqualTo(Headers.PLAIN);
		assertThat(page.content()).isEqualTo(without.content());
		for (String name : SECURITY_HEADERS) {
			assertThat(page.headers(name)).as(name).isEqualTo(without.headers(name));
		}
		assertThat(page.header("X-Frame-Options")).hasValue("DENY");
	}

	@Test
	void sessionCookieIsKept() {
		Answer page = this.server.get("/session", "Authorization", USER);
		Answer without = this.server.withoutStarter().get("/session", "Authorization", USER);
		assertThat(attributes(page.header("Set-Cookie").orElseThrow()))
			.isEqualTo(attributes(without.header("Set-Cookie").orElseThrow()));
		assertThat(page.header("Set-Cookie").orElseThrow()).startsWith("JSESSIONID=");
		assertThat(page.link()).isEqualTo(Headers.STYLE);
	}

	private static String attributes(String cookie) {
		return cookie.substring(cookie.indexOf(';'));
	}

	@Test
	void asynchronousPage() {
		assertThat(this.server.get("/callable", "Authorization", USER).link()).startsWith(Headers.STYLE + ", ");
	}

	@Test
	void unknownVisitorIsSentToTheLoginPage() {
		Answer response = this.server.get("/pages/plain", "Accept", "text/html");
		assertThat(response.status()).isEqualTo(302);
		assertThat(response.header("Location").orElseThrow()).endsWith("/login");
		assertThat(response.headers("Link")).isEmpty();
	}

	@Test
	void wrongPasswordGetsNoLinksOfThePage() {
		Answer response = this.server.get("/pages/plain", "Authorization", USER.replace("Basic c", "Basic d"));
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.link()).doesNotContain("app.css");
	}

}
