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
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

import dev.preloadhints.PageVariant;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.tests.http.Answer;

import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.STYLE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one visitor tries to do to the hints of another.
 */
@Tag("slow")
class HostileVisitorIntegrationTests {

	private static final String PAGE = EarlyHintsServer.page("style", "/css/app.css");

	private static final int OFTEN = 20;

	private final EarlyHintsServer server = EarlyHintsServer.shared();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Range               | bytes=999999-                 | 416
			Range               | bytes=5-1                     | 416
			If-Unmodified-Since | Thu, 01 Jan 1970 00:00:00 GMT | 412
			If-Modified-Since   | Fri, 01 Jan 2100 00:00:00 GMT | 304
			Range               | bytes=0-0                     | 206
			""")
	void makesAResourceLookMissing(String name, String value, int status) {
		this.server.learn(PAGE);
		assertThat(this.server.get("/css/app.css", name, value).status()).isEqualTo(status);
		assertThat(this.server.navigate(PAGE).hints()).containsExactly(STYLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/css/%61pp.css", "/css/app.css;v=1", "/css/./app.css", "/css//app.css", "/css/app.css/",
			"/css/app.css?x", "/css/..;/css/app.css", "/css/App.css", "/css/app.css%20" })
	void asksForAResourceByAnotherName(String path) {
		this.server.learn(PAGE);
		this.server.get(path);
		assertThat(this.server.navigate(PAGE).hints()).containsExactly(STYLE);
	}

	@Test
	void makesUpAContextPathAHostAndAnAddress() {
		try (EarlyHintsServer proxied = EarlyHintsServer.cacheable("server.forward-headers-strategy=framework")) {
			for (int i = 0; i < OFTEN; i++) {
				Answer evil = proxied.navigate(PAGE, "X-Forwarded-Prefix", "/evil", "X-Forwarded-Host", "evil.example",
						"X-Forwarded-Proto", "https", "X-Forwarded-For", "10.0.0." + i);
				assertThat(evil.body()).contains("/evil/css/app.css");
			}
			for (int i = 0; i < OFTEN; i++) {
				assertThat(proxied.navigate(PAGE).hints()).isSubsetOf(STYLE);
			}
			assertThat(proxied.navigate(PAGE).hints()).containsExactly(STYLE);
		}
	}

	/** An address first, then a session, then a principal: still one visitor. */
	@Test
	void comesInThreeWays() {
		String alices = EarlyHintsServer.page("style", "/css/app.css?user=alice");
		String cookie = this.server.navigate("/session").fields().all("Set-Cookie").get(0).split(";")[0];
		for (int i = 0; i < OFTEN; i++) {
			this.server.navigate(alices);
			this.server.navigate(alices, "Cookie", cookie);
			this.server.navigate(alices, "X-User", "alice");
		}
		assertThat(this.server.navigate(EarlyHintsServer.page("style", "/css/app.css?user=bob"), "X-User", "bob")
			.isHinted()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/css/app.css?X-Amz-Signature=a1&Expires=1", "https://cdn.example.com/a.css?token=a1",
			"https://cdn.example.com/a.css;jsessionid=a1", "/css/app.css%3BJSESSIONID=a1", "/css/app.css;user=a1",
			"/app/tokens/a1/app.css", "/app/a1", "/me/avatar.css?u=a1" })
	void hasUrlsOfTheirOwn(String url) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(AnyPath.class,
				"preload.early-hints.shared-origins=https://cdn.example.com")) {
			for (int i = 0; i < OFTEN; i++) {
				server.navigate(EarlyHintsServer.page("style", url), "X-User", "alice");
			}
			assertThat(server.navigate(EarlyHintsServer.page("style", url.replace("a1", "b2")), "X-User", "bob")
				.isHinted()).isFalse();
		}
	}

	@Test
	void hasNamesThatLookLikeTwo() {
		try (EarlyHintsServer tenants = EarlyHintsServer.cacheable(Tenants.class)) {
			for (int i = 0; i < OFTEN; i++) {
				tenants.navigate(EarlyHintsServer.page("style", "/css/other.css"), "X-Tenant", "a, b");
			}
			for (String[] names : List.of(new String[] { "X-Tenant", "a", "X-Brand", "b" },
					new String[] { "X-Brand", "a, b" }, new String[0])) {
				assertThat(tenants.navigate(PAGE, names).isHinted()).isFalse();
			}
			assertThat(tenants.navigate(PAGE, "X-Tenant", "a, b").isHinted()).isTrue();
		}
	}

	@Test
	void isNotLoggedIn() {
		try (EarlyHintsServer secured = EarlyHintsServer.cacheable(Login.class, "integration.without=")) {
			secured.navigate(PAGE, "X-User", "alice");
			secured.navigate(PAGE, "X-User", "alice");
			for (int i = 0; i < OFTEN; i++) {
				Answer anonymous = secured.navigate(PAGE);
				assertThat(anonymous.status()).isIn(302, 401, 403);
				assertThat(anonymous.isHinted()).isFalse();
				assertThat(anonymous.links()).isEmpty();
			}
			assertThat(secured.get("/css/app.css").status()).isIn(302, 401, 403);
			assertThat(secured.get("/css/app.css", "X-User", "alice").status()).isEqualTo(200);
			assertThat(secured.get("/css/app.css").status()).isIn(302, 401, 403);
			assertThat(secured.navigate(PAGE, "X-User", "alice").hints()).containsExactly(STYLE);
		}
	}

	@Test
	void asksForManyPagesThatAreOne() {
		for (int i = 0; i < 200; i++) {
			this.server.navigate(EarlyHintsServer.path("/books/a" + i + ";m=" + i + "/read/" + i, "style",
					"/css/app.css", "n", "" + i));
		}
		assertThat(this.server.context().getBean(PageStore.class).pages()).hasSize(1);
	}

	/** Is no browser, or says so. */
	@ParameterizedTest
	@ValueSource(strings = { "/css/missing.css", "/css/gone.css" })
	void crawlsWhatIsNoMore(String path) {
		this.server.learn(PAGE);
		for (int i = 0; i < OFTEN; i++) {
			this.server.get(path, "User-Agent", "crawler");
			this.server.get("/page/" + i, "User-Agent", "crawler");
		}
		assertThat(this.server.navigate(PAGE).hints()).containsExactly(STYLE);
	}

	@Configuration(proxyBeanMethods = false)
	static class AnyPath implements WebMvcConfigurer {

		@Override
		public void addResourceHandlers(ResourceHandlerRegistry registry) {
			registry.addResourceHandler("/app/**", "/me/**")
				.addResourceLocations("classpath:/earlyhints/static/css/")
				.setCachePeriod(3600)
				.resourceChain(false)
				.addResolver(new PathResourceResolver() {

					@Override
					protected Resource getResource(String path, Resource location) throws IOException {
						return location.createRelative("app.css");
					}

				});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Tenants {

		@Bean
		@Order(1)
		PageVariant tenant() {
			return (request) -> request.getHeader("X-Tenant");
		}

		@Bean
		@Order(2)
		PageVariant brand() {
			return (request) -> request.getHeader("X-Brand");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Login {

		@Bean
		SecurityFilterChain users(HttpSecurity http) throws Exception {
			return http
				.authorizeHttpRequests((requests) -> requests.anyRequest()
					.access((user,
							context) -> new AuthorizationDecision(context.getRequest().getHeader("X-User") != null)))
				.build();
		}

	}

}
