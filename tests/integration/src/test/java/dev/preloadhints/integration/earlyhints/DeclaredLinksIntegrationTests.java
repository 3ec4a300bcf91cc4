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

package dev.preloadhints.integration.earlyhints;

import org.junit.jupiter.api.Test;

import dev.preloadhints.tests.http.Answer;

import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.OTHER_STYLE;
import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.SCRIPT;
import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.STYLE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What needs no learning, what a handler sends itself, and what there is no room for.
 */
class DeclaredLinksIntegrationTests {

	private static final String FONT = "</fonts/text.woff2>; rel=preload; as=font; crossorigin";

	private static final String TYPED_FONT = "</fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin";

	private static final String HERO = "</img/hero.jpg>; rel=preload; as=image";

	@Test
	void annotationOnTheFirstRequest() {
		EarlyHintsServer server = EarlyHintsServer.shared();
		String page = EarlyHintsServer.path("/declared", "style", "/css/app.css");
		Answer first = server.navigate(page);
		assertThat(first.hints()).containsExactly(TYPED_FONT);
		assertThat(first.links()).containsExactly(STYLE, TYPED_FONT);
		server.navigate(page);
		assertThat(server.navigate(page).hints()).containsExactly(STYLE, TYPED_FONT);
		assertThat(server.outcomes("sent")).isEqualTo(3);
		assertThat(server.predictions("wasted")).isZero();
	}

	@Test
	void propertyOnTheFirstRequest() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("preload.pages.links[0].href=/css/other.css",
				"preload.pages.links[0].as=style", "preload.pages.links[0].pages=/page")) {
			String page = EarlyHintsServer.page("style", "/css/app.css");
			assertThat(server.navigate(page).hints()).containsExactly(OTHER_STYLE);
			server.navigate(page);
			assertThat(server.navigate(page).hints()).containsExactly(OTHER_STYLE, STYLE);
			assertThat(server.navigate("/view-controller").isHinted()).isFalse();
		}
	}

	@Test
	void handlerThatSendsEarlyItself() {
		EarlyHintsServer server = EarlyHintsServer.shared();
		String page = EarlyHintsServer.path("/early", "style", "/css/app.css");
		Answer first = server.navigate(page);
		assertThat(first.hints()).as("before anybody knew").containsExactly(FONT);
		assertThat(first.fields().all("X-Sent")).containsExactly("false, false");
		Answer second = server.navigate(page);
		assertThat(second.hints()).containsExactly(FONT, HERO);
		assertThat(second.fields().all("X-Sent")).containsExactly("true, false");
		Answer third = server.navigate(page);
		assertThat(third.hints()).containsExactly(STYLE, FONT, HERO);
		assertThat(third.links()).containsExactly(STYLE, FONT, HERO);
		assertThat(third.fields().all("X-Sent")).containsExactly("true, false");
		assertThat(third.body()).contains("The end.");
		assertThat(server.outcomes("sent")).isEqualTo(3);
		assertThat(server.predictions("wasted")).isZero();
		String without = EarlyHintsServer.path("/early", "style", "/css/app.css", "send", "false");
		assertThat(server.navigate(without).isHinted()).isFalse();
		assertThat(server.navigate(without).hints()).as("sent for it again").containsExactly(STYLE, FONT);
		assertThat(server.get(page).fields().all("X-Sent")).containsExactly("false, false");
	}

	@Test
	void handlerThatIsForwardedToDecidesForNoOther() {
		EarlyHintsServer server = EarlyHintsServer.shared();
		server.learn("/view-controller");
		assertThat(server.navigate("/forwarding").fields().all("X-Sent")).containsExactly("false, false");
		assertThat(server.navigate("/view-controller").hints()).containsExactly(STYLE);
	}

	@Test
	void headersThatTheHandlerSetStayOutOfWhatItSends() {
		EarlyHintsServer server = EarlyHintsServer.shared();
		server.learn("/early");
		Answer page = server.navigate("/early");
		assertThat(page.interim()).hasSize(1);
		assertThat(page.interim().get(0).fields().all("Set-Cookie")).isEmpty();
		assertThat(page.fields().all("X-Sent")).containsExactly("true, false");
	}

	@Test
	void weightIsWhatIsTransferred() {
		String page = EarlyHintsServer.page("style", "/css/heavy.css", "script", "/js/heavy.js");
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("preload.early-hints.max-weight=2KB",
				"server.compression.enabled=true", "server.compression.min-response-size=100B")) {
			server.learn(page);
			assertThat(server.navigate(page).hints()).as("as large as the files")
				.containsExactly("</css/heavy.css>; rel=preload; as=style");
			for (String path : new String[] { "/css/heavy.css", "/js/heavy.js" }) {
				assertThat(server.get(path, "Accept-Encoding", "gzip").fields().all("Content-Encoding"))
					.containsExactly("gzip");
			}
			server.navigate(page);
			assertThat(server.navigate(page).hints()).as("as small as what is sent")
				.containsExactly("</css/heavy.css>; rel=preload; as=style", "</js/heavy.js>; rel=preload; as=script");
		}
	}

	@Test
	void heaviestOfTheLeastImportantIsLeftOut() {
		String page = EarlyHintsServer.page("style", "/css/heavy.css", "script", "/js/heavy.js", "script",
				"/js/light.js", "image", "/img/heavy.jpg");
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("preload.early-hints.max-weight=5500B")) {
			server.learn(page);
			assertThat(server.navigate(page).hints()).as("without the image")
				.hasSize(3)
				.noneMatch((link) -> link.contains("/img/heavy.jpg"));
			assertThat(server.omitted("max_weight")).isEqualTo(1);
		}
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("preload.early-hints.max-weight=2500B")) {
			server.learn(page);
			assertThat(server.navigate(page).hints()).containsExactly("</css/heavy.css>; rel=preload; as=style",
					"</js/light.js>; rel=preload; as=script");
			assertThat(server.omitted("max_weight")).isEqualTo(2);
		}
	}

	@Test
	void heaviestStyleSheetIsLeftInAsItIsMostlyTheMainOne() {
		String page = EarlyHintsServer.page("style", "/css/app.css", "style", "/css/heavy.css");
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("preload.early-hints.max-weight=1510B")) {
			server.learn(page);
			assertThat(server.navigate(page).hints()).containsExactly("</css/heavy.css>; rel=preload; as=style");
			assertThat(server.omitted("max_weight")).isEqualTo(1);
		}
	}

	@Test
	void noMoreThanTheHeaderMayHave() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("preload.budget.max-links=1")) {
			String page = EarlyHintsServer.page("script", "/js/app.js", "style", "/css/app.css");
			server.learn(page);
			assertThat(server.navigate(page).hints()).containsExactly(STYLE).doesNotContain(SCRIPT);
			assertThat(server.omitted("max_links")).isEqualTo(1);
		}
	}

}
