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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.preloadhints.PageVariant;
import dev.preloadhints.tests.http.Answer;

import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.OTHER_STYLE;
import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.SCRIPT;
import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.STYLE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is learned of pages that change.
 */
class LearningIntegrationTests {

	private final EarlyHintsServer server = EarlyHintsServer.shared();

	@Test
	void pageThatAlternatesIsHintedWhatBothTemplatesNeed() {
		String one = EarlyHintsServer.page("style", "/css/app.css", "script", "/js/app.js");
		String two = EarlyHintsServer.page("style", "/css/app.css", "script", "/js/other.js");
		this.server.learn(one);
		this.server.forget();
		this.server.navigate(one);
		this.server.navigate(two);
		for (int i = 0; i < 12; i++) {
			assertThat(this.server.navigate(one).hints()).containsExactly(STYLE);
			assertThat(this.server.navigate(two).hints()).containsExactly(STYLE);
		}
		assertThat(this.server.predictions("wasted")).isZero();
		assertThat(this.server.predictions("hit")).isEqualTo(24);
		assertThat(this.server.predictions("missed")).isEqualTo(24);
	}

	@Test
	void pageThatRedirectsHalfOfTheTimeIsNotHinted() {
		String page = EarlyHintsServer.path("/redirects", "style", "/css/app.css");
		String redirect = EarlyHintsServer.path("/redirects", "away", "true");
		for (int i = 0; i < 12; i++) {
			assertThat(this.server.navigate(page).isHinted()).isFalse();
			Answer redirected = this.server.navigate(redirect);
			assertThat(redirected.status()).isEqualTo(302);
			assertThat(redirected.isHinted()).isFalse();
		}
		assertThat(this.server.outcomes("sent")).isZero();
	}

	@Test
	void redirectAfterHintsIsOneWasteAndKeepsItsOwnHeaders() {
		this.server.learn(EarlyHintsServer.path("/redirects", "style", "/css/app.css"));
		Answer redirected = this.server.navigate(EarlyHintsServer.path("/redirects", "away", "true"));
		assertThat(redirected.hints()).containsExactly(STYLE);
		assertThat(redirected.status()).isEqualTo(302);
		assertThat(redirected.fields().all("Location")).singleElement().asString().endsWith("/functional");
		assertThat(redirected.links()).isEmpty();
		assertThat(this.server.navigate(EarlyHintsServer.path("/redirects", "away", "true")).isHinted()).isFalse();
	}

	@Test
	void errorsCountAgainstThePage() {
		String page = EarlyHintsServer.path("/fails", "style", "/css/app.css");
		this.server.learn(page);
		Answer failed = this.server.navigate(EarlyHintsServer.path("/fails", "now", "true"));
		assertThat(failed.status()).isEqualTo(500);
		assertThat(failed.interim()).hasSize(1);
		assertThat(failed.links()).isEmpty();
		assertThat(this.server.navigate(page).isHinted()).isFalse();
	}

	@Test
	void featureFlagCostsTwoWastedHintsAtMost() {
		String before = EarlyHintsServer.page("style", "/css/app.css", "script", "/js/app.js");
		String after = EarlyHintsServer.page("style", "/css/app.css", "style", "/css/new.css");
		for (int i = 0; i < 20; i++) {
			this.server.navigate(before);
		}
		int wasted = 0;
		for (int i = 0; i < 20; i++) {
			Answer page = this.server.navigate(after);
			assertThat(page.hints()).contains(STYLE);
			wasted += page.hints().contains(SCRIPT) ? 1 : 0;
			assertThat(page.hints().contains("</css/new.css>; rel=preload; as=style")).isEqualTo(i >= 2);
		}
		assertThat(wasted).isBetween(1, 2);
		assertThat(this.server.predictions("wasted")).isEqualTo(wasted);
		assertThat(this.server.predictions("missed")).isEqualTo(2);
	}

	@Test
	void newVersionOfAnAssetReplacesTheOldOne() {
		for (int i = 0; i < 20; i++) {
			this.server.navigate(EarlyHintsServer.page("style", "/css/app-1.css"));
		}
		String next = EarlyHintsServer.page("style", "/css/app-2.css");
		this.server.navigate(next);
		this.server.navigate(next);
		assertThat(this.server.navigate(next).hints()).containsExactly("</css/app-2.css>; rel=preload; as=style");
	}

	@Test
	void predictions() {
		String page = EarlyHintsServer.page("style", "/css/app.css", "style", "/css/other.css");
		this.server.learn(page);
		assertThat(this.server.predictions("hit")).isZero();
		assertThat(this.server.predictions("missed")).isZero();
		this.server.navigate(EarlyHintsServer.page("style", "/css/app.css", "style", "/css/third.css"));
		assertThat(this.server.predictions("hit")).isEqualTo(1);
		assertThat(this.server.predictions("wasted")).isEqualTo(1);
		assertThat(this.server.predictions("missed")).isEqualTo(1);
	}

	@Test
	void moreRendersOnRequest() {
		try (EarlyHintsServer careful = EarlyHintsServer.cacheable("preload.early-hints.min-renders=4")) {
			String page = EarlyHintsServer.page("style", "/css/app.css");
			for (int i = 0; i < 4; i++) {
				assertThat(careful.navigate(page).isHinted()).isFalse();
			}
			assertThat(careful.navigate(page).hints()).containsExactly(STYLE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/view-controller", "/functional", "/deferred" })
	void otherWaysToAPage(String path) {
		for (int i = 0; i < 2; i++) {
			Answer page = this.server.navigate(path);
			assertThat(page.isHinted()).isFalse();
			assertThat(page.links()).containsExactly(STYLE);
		}
		Answer page = this.server.navigate(path);
		assertThat(page.hints()).containsExactly(STYLE);
		assertThat(page.links()).containsExactly(STYLE);
		assertThat(page.body()).contains("The end.");
		assertThat(this.server.outcomes("sent")).isEqualTo(1);
	}

	@Test
	void pagesAreToldApart() {
		this.server.learn(EarlyHintsServer.page("style", "/css/app.css"));
		assertThat(this.server.navigate(EarlyHintsServer.path("/other", "style", "/css/app.css")).isHinted()).isFalse();
	}

	@Test
	void variantsAreToldApart() {
		try (EarlyHintsServer tenants = EarlyHintsServer.cacheable(Tenants.class)) {
			tenants.learn(EarlyHintsServer.page("style", "/css/app.css"), "X-Tenant", "one");
			tenants.learn(EarlyHintsServer.page("style", "/css/other.css"), "X-Tenant", "two");
			assertThat(tenants.navigate("/page", "X-Tenant", "one").hints()).containsExactly(STYLE);
			assertThat(tenants.navigate("/page", "X-Tenant", "two").hints()).containsExactly(OTHER_STYLE);
			assertThat(tenants.navigate("/page").isHinted()).isFalse();
		}
	}

	@Test
	void notModifiedCountsNeitherForNorAgainst() {
		String page = EarlyHintsServer.path("/etag", "style", "/css/app.css");
		this.server.learn(page);
		for (int i = 0; i < 5; i++) {
			assertThat(this.server.navigate(page, "If-None-Match", "\"v1\"").status()).isEqualTo(304);
		}
		assertThat(this.server.predictions("wasted")).isZero();
		assertThat(this.server.navigate(page).hints()).containsExactly(STYLE);
		assertThat(this.server.predictions("hit")).isEqualTo(1);
	}

	@Test
	void noModulesForAPageWithAnImportMap() {
		String page = EarlyHintsServer.page("style", "/css/app.css", "module", "/js/module.js", "importmap", "true");
		this.server.learn(page);
		assertThat(this.server.navigate(page).hints()).containsExactly(STYLE);
	}

	@Test
	void relativeUrlsMeanTheirPathOnEveryPage() {
		String page = EarlyHintsServer.path("/books/kafka/read/castle", "style", "../../../css/app.css", "style",
				"../local.css");
		this.server.learn(page);
		String kafkas = "</books/kafka/local.css>; rel=preload; as=style";
		assertThat(this.server.navigate(page).hints()).containsExactly(STYLE, kafkas);
		Answer other = this.server
			.navigate(EarlyHintsServer.path("/books/borges/read/aleph", "style", "../../../css/app.css"));
		assertThat(other.hints()).containsExactly(STYLE, kafkas);
		assertThat(other.links()).containsExactly("<../../../css/app.css>; rel=preload; as=style");
	}

	@Test
	void underAContextPathWithContentVersions() {
		try (EarlyHintsServer shop = EarlyHintsServer.cacheable("server.servlet.context-path=/shop",
				"spring.web.resources.chain.strategy.content.enabled=true")) {
			String page = "/shop" + EarlyHintsServer.page("style", "/css/app.css");
			shop.learn(page);
			Answer hinted = shop.navigate(page);
			assertThat(hinted.hints()).singleElement()
				.asString()
				.matches("</shop/css/app-[0-9a-f]{32}\\.css>; rel=preload; as=style");
			assertThat(hinted.links()).isEqualTo(hinted.hints());
			String link = hinted.hints().get(0);
			assertThat(shop.get(link.substring(1, link.indexOf('>'))).status()).isEqualTo(200);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Tenants {

		@Bean
		PageVariant tenant() {
			return (request) -> request.getHeader("X-Tenant");
		}

	}

}
