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

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.preloadhints.tests.http.Answer;

import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.STYLE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is learned holds under any context path and for any host, and what one visitor
 * makes up of these matters to no other.
 */
class MadeUpByVisitorsIntegrationTests {

	private static final String PREFIX = "X-Forwarded-Prefix";

	private static final String PAGE = EarlyHintsServer.page("style", "/css/app.css");

	private static final String BASE = "</discovery/base.css>; rel=preload; as=style";

	/** As templates have it that write no context path: Thymeleaf adds none to it. */
	private static final String LITERAL = EarlyHintsServer.page("style", "~/css/app.css");

	private static final String REFUSED_PAGE = EarlyHintsServer.page("style", "/css/other.css");

	private static final int OFTEN = 20;

	private static EarlyHintsServer server;

	@BeforeEach
	void start() {
		if (server == null) {
			server = EarlyHintsServer.cacheable(TwoHandlers.class, "server.forward-headers-strategy=framework");
		}
		server.forget();
	}

	@AfterAll
	static void close() {
		server.close();
		server = null;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/discovery", "/evil", "/discovery/", "//evil.example", "/a?b", "/%64iscovery" })
	void contextPathThatComesFirst(String prefix) {
		try (EarlyHintsServer fresh = EarlyHintsServer.cacheable("server.forward-headers-strategy=framework")) {
			String page = EarlyHintsServer.page("style", "~/discovery/shop.css");
			for (int i = 0; i < OFTEN; i++) {
				fresh.navigate(page, PREFIX, prefix);
			}
			fresh.navigate(page);
			assertThat(fresh.navigate(page).links()).contains(BASE);
			fresh.navigate(page);
			assertThat(fresh.navigate(page).hints()).contains(BASE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/css", "/cs", "/evil", "/css/", "//css", "/css/app.css", "/%63ss", "/css?", "/css;a=b" })
	void contextPathThatMakesAnotherResourceOfIt(String prefix) {
		for (String page : new String[] { PAGE, LITERAL }) {
			server.forget();
			for (int i = 0; i < OFTEN; i++) {
				server.navigate(page, PREFIX, prefix);
			}
			for (int i = 0; i < 3; i++) {
				assertThat(server.navigate(page).hints()).isSubsetOf(STYLE);
			}
			for (int i = 0; i < OFTEN; i++) {
				server.navigate(page, PREFIX, prefix);
			}
			assertThat(server.navigate(page).hints()).as(page).containsExactly(STYLE);
		}
	}

	/** Behind a proxy that takes a prefix off, which a health probe knows nothing of. */
	@Test
	void requestsWithAndWithoutThePrefixOfAProxy() {
		String shops = "</shop/css/app.css>; rel=preload; as=style";
		for (int i = 0; i < 2; i++) {
			assertThat(server.navigate(PAGE, PREFIX, "/shop").links()).containsExactly(shops);
			assertThat(server.navigate(PAGE).links()).containsExactly(STYLE);
		}
		for (int i = 0; i < 2; i++) {
			assertThat(server.navigate(PAGE, PREFIX, "/shop").hints()).containsExactly(shops);
			assertThat(server.navigate(PAGE).hints()).containsExactly(STYLE);
		}
		assertThat(server.predictions("wasted")).isZero();
	}

	@Test
	void everyRequestComesWithThePrefix() {
		String page = EarlyHintsServer.page("style", "/discovery/shop.css");
		for (int i = 0; i < 4; i++) {
			server.navigate(page, PREFIX, "/shop");
		}
		Answer answer = server.navigate(page, PREFIX, "/shop");
		assertThat(answer.hints()).containsExactly("</shop/discovery/shop.css>; rel=preload; as=style",
				"</shop/discovery/base.css>; rel=preload; as=style",
				"</shop/fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin");
		assertThat(answer.links()).containsAll(answer.hints());
	}

	@Test
	void relativeUrlsUnderAPrefix() {
		String page = EarlyHintsServer.path("/books/kafka/read/1", "script", "../../../js/app.js");
		server.learn(page, PREFIX, "/shop");
		assertThat(server.navigate(page, PREFIX, "/shop").hints())
			.containsExactly("</shop/js/app.js>; rel=preload; as=script");
		assertThat(server.navigate(page).hints()).containsExactly(SendingIntegrationTests.SCRIPT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody.example", "elsewhere.example", "forbidden.example" })
	void hostThatIsNoneOfTheApplications(String host) {
		server.learn(PAGE);
		for (int i = 0; i < OFTEN; i++) {
			assertThat(server.get("/css/app.css", "X-Forwarded-Host", host).status()).isGreaterThan(300);
			assertThat(server.navigate(PAGE).hints()).containsExactly(STYLE);
		}
	}

	@Test
	void hostThatIsNoneOfTheApplicationsAfterAGoodResponse() {
		server.learn(PAGE);
		assertThat(server.get("/css/app.css").status()).isEqualTo(200);
		assertThat(server.get("/css/app.css", "X-Forwarded-Host", "nobody.example").status()).isEqualTo(404);
		assertThat(server.navigate(PAGE).hints()).containsExactly(STYLE);
	}

	/** Of as many networks as it takes, all of them behind one proxy. */
	@Test
	void fileThatVisitorsOfSeveralNetworksAreRefused() {
		server.learn(REFUSED_PAGE);
		for (int i = 0; i < OFTEN; i++) {
			assertThat(server.get("/css/other.css", "X-Forwarded-For", "192.0.2.1", "X-Refused", "yes").status())
				.isEqualTo(404);
		}
		assertThat(server.navigate(REFUSED_PAGE).isHinted()).isTrue();
		server.get("/css/other.css", "X-Forwarded-For", "198.51.100.1", "X-Refused", "yes");
		server.get("/css/other.css", "Forwarded", "for=203.0.113.1", "X-Refused", "yes");
		server.count();
		assertThat(server.navigate(REFUSED_PAGE).isHinted()).isFalse();
		assertThat(server.omitted("missing")).isEqualTo(1);
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoHandlers implements WebMvcConfigurer {

		@Override
		public void addResourceHandlers(ResourceHandlerRegistry registry) {
			registry.addResourceHandler("/*.css")
				.addResourceLocations("classpath:/earlyhints/static/css/")
				.setCachePeriod(3600);
		}

		/** The first of all, but for what Spring Boot registers. */
		@Bean
		FilterRegistrationBean<Filter> refusal() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				if (((HttpServletRequest) request).getHeader("X-Refused") != null) {
					((HttpServletResponse) response).setStatus(404);
				}
				else {
					chain.doFilter(request, response);
				}
			});
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
			return registration;
		}

		@Bean
		FilterRegistrationBean<Filter> hosts() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				HttpServletResponse http = (HttpServletResponse) response;
				String host = ((HttpServletRequest) request).getServerName();
				switch (host) {
					case "nobody.example" -> http.setStatus(404);
					case "forbidden.example" -> http.setStatus(403);
					case "elsewhere.example" -> http.sendRedirect("https://www.example.com/");
					default -> chain.doFilter(request, response);
				}
			});
			registration.addUrlPatterns("/css/*");
			return registration;
		}

	}

}
