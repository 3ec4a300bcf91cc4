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

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Visitors without a session, for whom a container writes the session id into each URL of
 * a page that begins one. That is the default of Spring Boot, without Spring Security.
 */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class NewVisitorIntegrationTests {

	private static final String STYLE = SendingIntegrationTests.STYLE;

	private static final String PAGE = EarlyHintsServer.path("/session", "style", "/css/app.css");

	/** One that begins no session. */
	private static final String STATELESS = EarlyHintsServer.page("style", "/css/app.css");

	private final EarlyHintsServer server = EarlyHintsServer.shared();

	@Test
	void isSentNothingThatThePageSpellsOtherwise() {
		String cookie = cookie(this.server.navigate(PAGE));
		returning(PAGE, cookie, 6);
		this.server.count();
		for (int i = 0; i < 3; i++) {
			Answer page = this.server.navigate(PAGE);
			assertThat(page.body()).contains("/css/app.css;jsessionid=");
			assertThat(page.isHinted()).isFalse();
			assertThat(this.server.omitted("session_id")).isEqualTo(i + 1);
			assertThat(this.server.navigate(PAGE, "Cookie", cookie).hints()).containsExactly(STYLE);
		}
	}

	@Test
	void isSentNothingBeforeItIsKnownHowThePageSpellsIt() {
		String cookie = cookie(this.server.navigate(PAGE));
		this.server.forget();
		returning(PAGE, cookie, 6);
		assertThat(this.server.navigate(PAGE).isHinted()).isFalse();
	}

	@Test
	void isSentWhatOthersTaughtIfThePageBeginsNoSession() {
		String cookie = cookie(this.server.navigate(PAGE));
		returning(STATELESS, cookie, 3);
		assertThat(this.server.navigate(STATELESS).isHinted()).isFalse();
		assertThat(this.server.navigate(STATELESS).hints()).containsExactly(STYLE);
		assertThat(this.server.navigate(STATELESS, "Cookie", cookie).hints()).containsExactly(STYLE);
	}

	@Test
	void whoseCookieIsStaleIsSentWhatOthersAre() {
		returning(PAGE, cookie(this.server.navigate(PAGE)), 3);
		Answer page = this.server.navigate(PAGE, "Cookie", "JSESSIONID=0123456789ABCDEF0123456789ABCDEF");
		assertThat(page.body()).doesNotContain("jsessionid");
		assertThat(page.hints()).containsExactly(STYLE);
	}

	/**
	 * A miss that is none: a quarter of new visitors is many for a page, and few for a
	 * shop.
	 */
	@Test
	void takesNothingFromOthers() {
		String cookie = cookie(this.server.navigate(PAGE));
		returning(PAGE, cookie, 2);
		this.server.count();
		for (int i = 0; i < 12; i++) {
			this.server.navigate(PAGE);
			for (int j = 0; j < 3; j++) {
				assertThat(this.server.navigate(PAGE, "Cookie", cookie).hints()).containsExactly(STYLE);
			}
		}
		assertThat(this.server.outcomes("silenced")).isZero();
		assertThat(this.server.predictions("wasted")).isZero();
	}

	@Test
	void isSentNoDeclaredLinkThatThePageSpellsOtherwise() {
		try (EarlyHintsServer declaring = EarlyHintsServer.cacheable("preload.pages.links[0].href=/css/app.css",
				"preload.pages.links[0].as=style", "preload.pages.links[1].href=https://cdn.example.com/a.css",
				"preload.pages.links[1].as=style")) {
			assertThat(declaring.navigate(PAGE).hints()).as("while nobody knows").hasSize(2);
			Answer page = declaring.navigate(PAGE);
			assertThat(page.hints()).containsExactly("<https://cdn.example.com/a.css>; rel=preload; as=style");
			assertThat(declaring.navigate(PAGE, "Cookie", cookie(page)).hints()).hasSize(2);
		}
	}

	@Test
	void isWarnedOfOnce(CapturedOutput output) {
		try (EarlyHintsServer warning = EarlyHintsServer.cacheable()) {
			warning.learn(STATELESS);
			assertThat(output).doesNotContain("session id");
			warning.learn(PAGE);
			warning.learn(PAGE);
		}
		assertThat(output).containsOnlyOnce("New visitors are sent the session id in the URLs of style sheets")
			.contains("on the page /session (PageController#session)",
					"Set 'server.servlet.session.tracking-modes=cookie', or else 'preload.resources.session-ids=false'")
			.doesNotContain("jsessionid");
	}

	@Test
	void isLikeAllOthersWithCookiesAlone(CapturedOutput output) {
		try (EarlyHintsServer cured = EarlyHintsServer.cacheable("server.servlet.session.tracking-modes=cookie")) {
			cured.learn(PAGE);
			Answer page = cured.navigate(PAGE);
			assertThat(page.body()).doesNotContain("jsessionid");
			assertThat(page.hints()).containsExactly(STYLE);
			assertThat(page.links()).containsExactly(STYLE);
		}
		assertThat(output).doesNotContain("New visitors are sent the session id");
	}

	@ParameterizedTest
	@CsvSource({ "/css/app.css, ''", "css/app.css, ''", "/css/app.css?v=1, ''",
			"/css/app.css, spring.web.resources.chain.strategy.content.enabled=true" })
	void isSentResourcesWithoutSessionIdsOnRequest(String style, String property) {
		String path = EarlyHintsServer.path("/session", "style", style, "image", "/avatars/alice.png");
		try (EarlyHintsServer plain = EarlyHintsServer.cacheable("preload.resources.session-ids=false",
				property.isEmpty() ? "debug=false" : property)) {
			Answer page = plain.navigate(path);
			assertThat(page.body()).doesNotContainPattern("css/[^\"]*jsessionid")
				.contains("/avatars/alice.png;jsessionid=", "The end.");
			assertThat(page.links()).singleElement().asString().contains("css/app").contains("rel=preload; as=style");
			assertThat(plain.navigate(path, "Cookie", cookie(page)).body())
				.isEqualTo(page.body().replaceAll(";jsessionid=[^\"]+", ""));
		}
	}

	@Test
	void isHintedResourcesWithoutSessionIdsOnRequest(CapturedOutput output) {
		try (EarlyHintsServer plain = EarlyHintsServer.cacheable("preload.resources.session-ids=false",
				"server.servlet.context-path=/shop"); HttpTestClient client = HttpTestClient.http2(plain.port())) {
			for (int i = 0; i < 2; i++) {
				client.navigate("/shop" + PAGE);
				plain.awaitIdle();
			}
			Answer page = client.navigate("/shop" + PAGE);
			assertThat(page.hints()).containsExactly(STYLE.replace("</", "</shop/"));
			assertThat(page.links()).isEqualTo(page.hints());
			assertThat(page.body()).doesNotContain("jsessionid");
		}
		assertThat(output).doesNotContain("New visitors are sent the session id");
	}

	@Test
	void isSentResourcesWithoutSessionIdsBelowAPrefix() {
		try (EarlyHintsServer plain = EarlyHintsServer.cacheable("preload.resources.session-ids=false",
				"server.forward-headers-strategy=framework")) {
			Answer page = plain.navigate(PAGE, "X-Forwarded-Prefix", "/shop");
			assertThat(page.body()).contains("\"/shop/css/app.css\"");
			assertThat(page.links()).containsExactly(STYLE.replace("</", "</shop/"));
		}
	}

	private void returning(String path, String cookie, int times) {
		for (int i = 0; i < times; i++) {
			this.server.navigate(path, "Cookie", cookie);
		}
	}

	private static String cookie(Answer answer) {
		List<String> cookies = answer.fields().all("Set-Cookie");
		return cookies.get(0).substring(0, cookies.get(0).indexOf(';'));
	}

}
