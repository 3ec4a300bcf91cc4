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

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import dev.preloadhints.asset.Asset;
import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.Freshness;
import dev.preloadhints.tests.http.Answer;

import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.SCRIPT;
import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.STYLE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hint for what a browser must not keep has it fetched twice.
 */
@ExtendWith(OutputCaptureExtension.class)
class CacheabilityIntegrationTests {

	private static final String WITH_SECURITY = "integration.without=";

	private static final String MAX_AGE = "spring.web.resources.cache.cachecontrol.max-age";

	private static final String PAGE = EarlyHintsServer.page("style", "/css/app.css", "script", "/js/app.js");

	@Test
	void behindSpringSecuritysDefaultsNothingIsHinted(CapturedOutput output) {
		try (EarlyHintsServer secured = EarlyHintsServer.plain(Security.class, WITH_SECURITY)) {
			secured.learn(PAGE);
			assertThat(secured.navigate(PAGE).isHinted()).isFalse();
			assertThat(secured.omitted("unknown_cacheability")).isEqualTo(2);
			assertThat(secured.get("/css/app.css").fields().all("Cache-Control")).singleElement()
				.asString()
				.contains("no-store");
			secured.get("/js/app.js");
			observed(secured, "/css/app.css", Freshness.NOT_STORED);
			observed(secured, "/js/app.js", Freshness.NOT_STORED);
			for (int i = 0; i < 3; i++) {
				assertThat(secured.navigate(PAGE).isHinted()).isFalse();
			}
			assertThat(secured.omitted("not_cacheable")).isEqualTo(6);
			assertThat(output.getAll().split("'" + MAX_AGE + "'", -1)).as("one warning").hasSize(2);
			assertThat(output.getAll()).contains("WARN").contains("/css/app.css");
		}
	}

	@Test
	void behindSpringSecurityWithALifetime() {
		try (EarlyHintsServer secured = EarlyHintsServer.cacheable(Security.class, WITH_SECURITY)) {
			secured.learn(PAGE);
			assertThat(secured.navigate(PAGE).hints()).containsExactly(STYLE, SCRIPT);
			assertThat(secured.get("/css/app.css").fields().all("Cache-Control")).containsExactly("max-age=3600");
			assertThat(secured.navigate(PAGE).hints()).containsExactly(STYLE, SCRIPT);
		}
	}

	@Test
	void withoutALifetimeOldFilesAreHintedOnceTheyWereSeen() throws IOException {
		String page = EarlyHintsServer.page("style", "/css/aged.css", "script", "/js/young.js");
		modified("css/aged.css", Duration.ofDays(30));
		modified("js/young.js", Duration.ZERO);
		try (EarlyHintsServer plain = EarlyHintsServer.plain()) {
			plain.learn(page);
			assertThat(plain.navigate(page).isHinted()).isFalse();
			assertThat(plain.omitted("unknown_cacheability")).isEqualTo(2);
			plain.get("/css/aged.css");
			plain.get("/js/young.js");
			observed(plain, "/css/aged.css", Freshness.FRESH);
			observed(plain, "/js/young.js", Freshness.STALE);
			assertThat(plain.navigate(page).hints()).containsExactly("</css/aged.css>; rel=preload; as=style");
			assertThat(plain.omitted("not_cacheable")).isEqualTo(1);
		}
	}

	/** A browser that must not keep what it preloads fetches it for each element anew. */
	@Test
	void whatIsNotStoredIsInNoHeaderEither() {
		try (EarlyHintsServer plain = EarlyHintsServer.plain("preload.server-timing.enabled=true",
				"spring.web.resources.cache.cachecontrol.no-store=true")) {
			String page = EarlyHintsServer.page("style", "/css/app.css", "style", "/css/app.css", "image",
					"/avatars/alice.png");
			plain.navigate(page);
			Answer second = plain.navigate(page);
			assertThat(second.links())
				.containsExactly("</avatars/alice.png>; rel=preload; as=image; fetchpriority=high");
			assertThat(second.fields().all("Server-Timing")).singleElement().asString().contains("not_cacheable");
		}
	}

	@Test
	void whatIsOnlyNotFreshIsInTheHeader() {
		try (EarlyHintsServer plain = EarlyHintsServer.plain("spring.web.resources.cache.cachecontrol.no-cache=true")) {
			plain.learn(PAGE);
			assertThat(plain.navigate(PAGE).links()).containsExactly(STYLE, SCRIPT);
		}
	}

	@Test
	void noLifetimeByConfiguration() {
		try (EarlyHintsServer plain = EarlyHintsServer.plain("spring.web.resources.cache.cachecontrol.no-cache=true")) {
			plain.learn(PAGE);
			assertThat(plain.navigate(PAGE).isHinted()).isFalse();
			assertThat(plain.omitted("not_cacheable")).isEqualTo(2);
		}
	}

	/** The page asks for it anyway, and its next visitor may be answered otherwise. */
	@Test
	void fileThatOneVisitorIsNotSentIsHintedAllTheSame() {
		EarlyHintsServer server = EarlyHintsServer.shared();
		String page = EarlyHintsServer.page("style", "/css/app.css", "style", "/css/gone.css", "style",
				"/css/moved.css");
		server.learn(page);
		assertThat(server.get("/css/gone.css").status()).isEqualTo(404);
		assertThat(server.get("/css/moved.css").status()).isEqualTo(302);
		assertThat(server.navigate(page).hints()).hasSize(3);
	}

	@Test
	void whatNoHandlerServesAndAnswersWithAnErrorOrARedirectIsLeftOut() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("preload.pages.links[0].pages=/page",
				"preload.pages.links[0].href=/redirects?away", "preload.pages.links[0].as=script")) {
			assertThat(server.navigate(PAGE).hints()).contains("</redirects?away>; rel=preload; as=script");
			assertThat(server.get("/redirects?away").status()).isEqualTo(302);
			observed(server, "/redirects", Freshness.MISSING);
			server.count();
			server.navigate(PAGE);
			assertThat(server.omitted("missing")).isEqualTo(1);
		}
	}

	/** A response may reach its client before the server has looked at it. */
	private static void observed(EarlyHintsServer server, String path, Freshness expected) {
		AssetCatalog assets = server.assets();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			Asset asset = assets.known(path);
			return asset != null && asset.freshness() == expected;
		});
	}

	private static void modified(String file, Duration ago) throws IOException {
		assertThat(new ClassPathResource("earlyhints/static/" + file).getFile()
			.setLastModified(Instant.now().minus(ago).toEpochMilli())).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	static class Security {

		@Bean
		SecurityFilterChain everybody(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

	}

}
