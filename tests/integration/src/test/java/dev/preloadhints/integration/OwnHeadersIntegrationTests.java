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

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that send headers of their own, of which a response has room for few.
 */
class OwnHeadersIntegrationTests {

	private static final List<String> OWN = List.of(
			"</terms>; rel=\"terms-of-service\", </next>; rel=next; title=\"a, b\"",
			"<https://api.example.com/>; rel=preconnect");

	private static final String STYLE_LINK = "</css/app.css>; rel=preload; as=style";

	private static final String PRECONNECT_LINK = "<https://cdn.example.com>; rel=preconnect; crossorigin";

	private final TestServer server = TestServer.withPages();

	private final TestServer small = TestServer.withPages("server.tomcat.max-http-response-header-size=4KB",
			"server.jetty.max-http-response-header-size=4KB");

	@Test
	void ownLinksStayAsTheyAre() {
		assertThat(this.server.get("/own-links").headers("Link")).containsExactly(OWN.get(0), OWN.get(1),
				Headers.PLAIN);
	}

	@Test
	void ownLinksCountInTheNumberOfLinks() {
		TestServer few = TestServer.withPages("preload.budget.max-links=5");
		assertThat(few.get("/own-links").headers("Link")).containsExactly(OWN.get(0), OWN.get(1),
				PRECONNECT_LINK + ", " + STYLE_LINK);
		assertThat(few.get("/own-links?more=2").headers("Link")).hasSize(4).doesNotContain(STYLE_LINK);
	}

	@Test
	void ownLinksCountInTheSizeOfTheHeader() {
		int own = OWN.get(0).length() + 2 + OWN.get(1).length() + 2;
		int size = own + PRECONNECT_LINK.length() + 2 + STYLE_LINK.length();
		TestServer narrow = TestServer.withPages("preload.budget.max-size=" + size + "B");
		assertThat(narrow.get("/own-links").headers("Link")).containsExactly(OWN.get(0), OWN.get(1),
				PRECONNECT_LINK + ", " + STYLE_LINK);
	}

	@Test
	void ownLinksThatFillTheBudgetLeaveNoRoom() {
		assertThat(this.server.get("/own-links?more=20").headers("Link")).hasSize(22).doesNotContain(PRECONNECT_LINK);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 2000, 5000, 6000, 6500, 7000, 7500, 7900, 8100, 9000 })
	void responseFailsOnlyIfItWouldHaveFailedAnyway(int bytes) {
		assertFailsOnlyAnyway(this.server, bytes);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 1000, 2000, 2500, 3000, 3500, 3900, 4200 })
	void responseFailsOnlyIfItWouldHaveFailedAnywayWithALowerLimit(int bytes) {
		assertFailsOnlyAnyway(this.small, bytes);
	}

	@Test
	void responseWithRoomLeftHasAllOfItsLinks() {
		assertThat(this.server.get("/heavy-headers?bytes=2000").link()).isEqualTo(Headers.PLAIN);
		assertThat(this.small.get("/heavy-headers?bytes=2000").link()).isEqualTo(Headers.PLAIN);
	}

	@Test
	void whoAllowsMoreLinksHasMoreRoomForOtherHeadersAsWell() {
		TestServer wide = TestServer.withPages("preload.budget.max-size=4000B");
		assertThat(wide.get("/heavy-headers?bytes=5000").link()).isEqualTo(Headers.PLAIN);
		assertThat(wide.get("/heavy-headers?bytes=5500").link()).doesNotContain("late.js");
		assertThat(this.server.get("/heavy-headers?bytes=5000").link()).isEmpty();
	}

	@Test
	void responseWithLittleRoomHasItsBestLinks() {
		assertThat(this.server.get("/heavy-headers?bytes=2500").link()).startsWith(PRECONNECT_LINK)
			.doesNotContain("late.js");
	}

	private static void assertFailsOnlyAnyway(TestServer server, int bytes) {
		Optional<Answer> without = answer(server.withoutStarter(), bytes);
		Optional<Answer> with = answer(server, bytes);
		assertThat(with.map(Answer::status)).isEqualTo(without.map(Answer::status));
		if (with.isPresent() && with.get().status() == 200) {
			assertThat(with.get().content()).isEqualTo(without.get().content());
			assertThat(with.get().headers("X-Heavy")).isEqualTo(without.get().headers("X-Heavy"));
		}
	}

	/** Jetty 12.0 closes the connection where other containers answer with an error. */
	private static Optional<Answer> answer(TestServer server, int bytes) {
		try {
			return Optional.of(server.get("/heavy-headers?bytes=" + bytes));
		}
		catch (UncheckedIOException ex) {
			return Optional.empty();
		}
	}

}
