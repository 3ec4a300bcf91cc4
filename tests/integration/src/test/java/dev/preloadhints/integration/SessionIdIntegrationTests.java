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

import dev.preloadhints.integration.support.Meters;
import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Containers that write the session into the URLs of a page.
 */
class SessionIdIntegrationTests {

	private final TestServer server = TestServer.withPages("server.servlet.session.tracking-modes=url");

	@Test
	void sessionIdStaysInThePage() {
		Meters meters = new Meters(this.server);
		double omitted = meters.count("preload.links.omitted", "reason", "session_id");
		Answer page = meters.during(() -> this.server.get("/session"));
		assertThat(page.body()).contains("href=\"/css/app.css;jsessionid=");
		assertThat(page.headers("Link")).isEmpty();
		assertThat(meters.count("preload.links.omitted", "reason", "session_id") - omitted).isEqualTo(1);
	}

	@Test
	void sessionIdOfAnotherNameStaysInThePage() {
		TestServer renamed = TestServer.withPages("server.servlet.session.tracking-modes=url",
				"server.servlet.session.cookie.name=SHOP");
		Answer page = renamed.get("/session");
		assertThat(page.body()).containsPattern("href=\"/css/app.css;(shop|SHOP|jsessionid)=");
		assertThat(page.headers("Link")).isEmpty();
	}

	@Test
	void pageWithoutASessionHasItsLinks() {
		assertThat(this.server.get("/pages/style").link()).isEqualTo(Headers.STYLE);
	}

}
