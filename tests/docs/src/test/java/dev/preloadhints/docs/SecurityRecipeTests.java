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

package dev.preloadhints.docs;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import dev.preloadhints.docs.RecipeApplication.Answer;
import dev.preloadhints.docs.snippets.NonceFilter;
import dev.preloadhints.docs.snippets.SecurityConfiguration;
import dev.preloadhints.link.OmissionReason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The recipes for Spring Security, and for nonces.
 */
class SecurityRecipeTests {

	private static final String MAX_AGE = "spring.web.resources.cache.cachecontrol.max-age=1h";

	private static final String STYLE = "</css/app.css>; rel=preload; as=style";

	private static final String SCRIPT = "</js/site.js>; rel=preload; as=script";

	@Test
	void loginPageIsHinted() throws Exception {
		try (RecipeApplication shop = RecipeApplication
			.startSecured(List.of(DocsApplication.class, Shop.class, SecurityConfiguration.class), MAX_AGE)) {
			Answer style = shop.get("/css/app.css");
			assertThat(style.status()).isEqualTo(200);
			assertThat(style.headers()).containsEntry("cache-control", "max-age=3600")
				.containsEntry("x-content-type-options", "nosniff");
			shop.navigateUntil("/login", (page) -> assertThat(page.hints()).contains(STYLE));
		}
	}

	@Test
	void hintIsUselessWithoutALifetime() throws Exception {
		try (RecipeApplication shop = RecipeApplication
			.startSecured(List.of(DocsApplication.class, Shop.class, SecurityConfiguration.class))) {
			shop.navigateUntil("/login", (page) -> {
				assertThat(shop.get("/css/app.css").headers().get("cache-control")).contains("no-store");
				assertThat(page.hints()).doesNotContain(STYLE);
				assertThat(shop.omissions().count(OmissionReason.NOT_CACHEABLE)).isPositive();
			});
		}
	}

	@Test
	void hintIsMissingWhereTheAssetNeedsALogin() throws Exception {
		try (RecipeApplication shop = RecipeApplication.startSecured(
				List.of(DocsApplication.class, Shop.class, Strict.class), MAX_AGE,
				"server.forward-headers-strategy=native")) {
			shop.navigateUntil("/login", (page) -> {
				for (String client : List.of("192.0.2.1", "192.0.2.2", "192.0.2.3")) {
					assertThat(shop.get("/css/app.css", "X-Forwarded-For", client).status()).isEqualTo(302);
				}
				assertThat(page.hints()).doesNotContain(STYLE);
				assertThat(shop.omissions().count(OmissionReason.MISSING)).isPositive();
			});
		}
	}

	@Test
	void visitorWhoIsSentToTheLoginPageGetsNoHints() throws Exception {
		try (RecipeApplication shop = RecipeApplication.startSecured(
				List.of(DocsApplication.class, Shop.class, Basic.class), MAX_AGE, "spring.security.user.name=reader",
				"spring.security.user.password=secret")) {
			String login = "Basic " + Base64.getEncoder().encodeToString("reader:secret".getBytes());
			shop.navigateUntil("/account", (page) -> {
				assertThat(page.hints()).contains(STYLE);
				assertThat(page.early().keySet()).as("what Spring Security adds comes later").containsOnly("link");
				assertThat(page.headers()).containsKey("x-content-type-options");
			}, "Authorization", login);
			Answer refused = shop.navigate("/account");
			assertThat(refused.status()).isEqualTo(401);
			assertThat(refused.hints()).isEmpty();
		}
	}

	@Test
	void nonceIsInNoLink() throws Exception {
		try (RecipeApplication shop = RecipeApplication
			.start(List.of(DocsApplication.class, Shop.class, NonceFilter.class), MAX_AGE)) {
			shop.navigateUntil("/nonce", (page) -> {
				String policy = page.headers().get("content-security-policy");
				String nonce = policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
				assertThat(page.body()).contains("nonce=\"" + nonce + "\"");
				assertThat(page.link()).isEqualTo(SCRIPT);
				assertThat(page.hints()).isEqualTo(SCRIPT);
				assertThat(page.early()).containsEntry("content-security-policy", policy);
			});
			String policy = shop.navigate("/nonce").headers().get("content-security-policy");
			assertThat(shop.navigate("/nonce").headers().get("content-security-policy")).isNotEqualTo(policy);
		}
	}

	@Controller
	static class Shop {

		@GetMapping("/nonce")
		String nonce() {
			return Templates.containing("th:nonce");
		}

		@GetMapping("/login")
		String login() {
			return "books";
		}

		@GetMapping("/account")
		String account() {
			return "books";
		}

	}

	static class Strict {

		@Bean
		SecurityFilterChain security(HttpSecurity http) throws Exception {
			http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
			http.formLogin((login) -> login.loginPage("/login").permitAll());
			return http.build();
		}

	}

	static class Basic {

		@Bean
		SecurityFilterChain security(HttpSecurity http) throws Exception {
			http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
			http.httpBasic((basic) -> {
			});
			return http.build();
		}

	}

}
