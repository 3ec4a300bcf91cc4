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

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.SpringVersion;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.Vary;
import dev.preloadhints.tests.http.Answer;

import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.STYLE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hint has a resource fetched twice if its response varies on what the hint's request
 * and the page's own do not have in common.
 */
@ExtendWith(OutputCaptureExtension.class)
class VaryIntegrationTests {

	private static final String DECLARED = EarlyHintsServer.path("/declared", "style", "/css/app.css");

	private static final String FONT = "</fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin";

	private static final String MODULE = "</js/module.js>; rel=modulepreload";

	private static final String MESSAGE = "static resources are served with 'Vary: Origin'";

	/** Spring Framework 6 lets each static resource vary on its origin. */
	private static final boolean VARIES = SpringVersion.getVersion().startsWith("6.");

	@Test
	void veryFirstEarlyHintsAreRightByDefault(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.varying()) {
			Answer first = server.navigate(DECLARED);
			assertThat(output.getAll().contains(MESSAGE)).isEqualTo(VARIES);
			assertThat(first.links()).containsExactly(STYLE, FONT);
			if (VARIES) {
				assertThat(first.isHinted()).isFalse();
				assertThat(server.omitted("vary")).isEqualTo(1);
				observed(server, "/fonts/text.woff2", Vary.ORIGIN);
				server.navigate(DECLARED);
				assertThat(server.navigate(DECLARED).hints()).containsExactly(STYLE);
			}
			else {
				assertThat(first.hints()).containsExactly(FONT);
				observed(server, "/fonts/text.woff2", Vary.NOTHING);
			}
		}
	}

	@Test
	void resourcesForWhichCorsIsConfigured(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.varying(StaticResourcesWithoutVary.class, Mappings.class)) {
			assertThat(server.navigate(DECLARED).isHinted()).isFalse();
			assertThat(server.omitted("vary")).isEqualTo(1);
			assertThat(output).doesNotContain(MESSAGE)
				.containsOnlyOnce("Static resources such as /fonts/text.woff2 are left out of Early Hints, because "
						+ "their Vary header would have browsers fetch them twice.");
			String page = EarlyHintsServer.page("style", "/css/app.css", "module", "/js/module.js");
			server.learn(page);
			assertThat(server.navigate(page).hints()).as("those for which it is not").containsExactly(STYLE, MODULE);
		}
	}

	@Test
	void recipeOfTheDocumentation(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.varying(StaticResourcesWithoutVary.class)) {
			assertThat(server.navigate(DECLARED).hints()).containsExactly(FONT);
			assertThat(output).doesNotContain(MESSAGE);
			assertThat(server.get("/fonts/text.woff2", "Origin", "https://example.org").fields().all("Vary")).isEmpty();
			observed(server, "/fonts/text.woff2", Vary.NOTHING);
			assertThat(server.omitted("vary")).isZero();
		}
	}

	/** Of whom nobody has asked for anything yet. */
	@ParameterizedTest
	@ValueSource(classes = { CorsForAll.class, CorsByRegistration.class, CorsForFonts.class })
	void filterForCors(Class<?> configuration, CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.varying(StaticResourcesWithoutVary.class, configuration)) {
			Answer first = server.navigate(DECLARED);
			assertThat(output.getAll().contains(MESSAGE)).isEqualTo(VARIES || configuration != CorsForFonts.class);
			assertThat(first.links()).contains(FONT);
			assertThat(first.isHinted()).isFalse();
			assertThat(server.omitted("vary")).isEqualTo(1);
			observed(server, "/fonts/text.woff2", Vary.ORIGIN);
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { CorsForPathsOfTheApi.class, CorsDisabled.class })
	void filterForCorsOfOtherRequests(Class<?> configuration, CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.varying(StaticResourcesWithoutVary.class, configuration)) {
			assertThat(server.navigate(DECLARED).hints()).containsExactly(FONT);
			assertThat(output).doesNotContain(MESSAGE);
			observed(server, "/fonts/text.woff2", Vary.NOTHING);
		}
	}

	/**
	 * Spring Security's is no bean: a style sheet that was served shows that it is there.
	 */
	@Test
	void filterForCorsThatNobodyCanAsk() {
		try (EarlyHintsServer server = EarlyHintsServer.varying(StaticResourcesWithoutVary.class, OwnCors.class)) {
			observed(server, "/css/app.css", Vary.ORIGIN);
			assertThat(server.navigate(DECLARED).isHinted()).isFalse();
			assertThat(server.omitted("vary")).isEqualTo(1);
		}
	}

	@Test
	void whatVariesOnAnythingElse() {
		try (EarlyHintsServer server = EarlyHintsServer.varying(StaticResourcesWithoutVary.class, OwnFilter.class)) {
			String page = EarlyHintsServer.page("style", "/css/app.css", "style", "/css/other.css", "script",
					"/js/app.js", "image", "/img/hero.jpg");
			server.learn(page);
			assertThat(server.navigate(page).hints()).as("nobody asked for them").hasSize(4);
			observed(server, "/css/app.css", Vary.ANYTHING);
			observed(server, "/css/other.css", Vary.NOTHING);
			observed(server, "/js/app.js", Vary.ANYTHING);
			observed(server, "/img/hero.jpg", Vary.ORIGIN);
			server.count();
			assertThat(server.navigate(page).hints()).containsExactly("</css/other.css>; rel=preload; as=style",
					"</img/hero.jpg>; rel=preload; as=image; fetchpriority=high");
			assertThat(server.omitted("vary")).isEqualTo(2);
		}
	}

	private static void observed(EarlyHintsServer server, String path, Vary expected) {
		assertThat(server.get(path).status()).isEqualTo(200);
		AssetCatalog assets = server.assets();
		Awaitility.await().untilAsserted(() -> {
			assertThat(assets.wasRequested(path)).isTrue();
			assertThat(assets.vary(path)).isEqualTo(expected);
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Mappings implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/fonts/**");
		}

	}

	private static CorsFilter filter(String path) {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration(path, new CorsConfiguration().applyPermitDefaultValues());
		return new CorsFilter(source);
	}

	@Configuration(proxyBeanMethods = false)
	static class CorsForAll {

		@Bean
		CorsFilter corsFilter() {
			return filter("/**");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CorsByRegistration {

		@Bean
		FilterRegistrationBean<CorsFilter> corsFilter() {
			return new FilterRegistrationBean<>(filter("/**"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CorsForFonts {

		@Bean
		CorsFilter corsFilter() {
			return filter("/fonts/**");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CorsForPathsOfTheApi {

		@Bean
		FilterRegistrationBean<CorsFilter> corsFilter() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter("/**"));
			registration.addUrlPatterns("/api/*");
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CorsDisabled {

		@Bean
		CorsFilter corsFilter() {
			return filter("/**");
		}

		@Bean
		FilterRegistrationBean<CorsFilter> registration(CorsFilter filter) {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
			registration.setEnabled(false);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnCors {

		@Bean
		FilterRegistrationBean<Filter> corsFilter() {
			CorsFilter filter = filter("/**");
			return new FilterRegistrationBean<>(filter::doFilter);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnFilter {

		@Bean
		FilterRegistrationBean<Filter> varying() {
			return new FilterRegistrationBean<>((request, response, chain) -> {
				HttpServletResponse http = (HttpServletResponse) response;
				switch (((HttpServletRequest) request).getRequestURI()) {
					case "/css/app.css" -> http.addHeader("Vary", "Accept-Encoding, Cookie");
					case "/css/other.css" -> http.addHeader("Vary", "Accept-Encoding, User-Agent");
					case "/js/app.js" -> http.addHeader("Vary", "*");
					case "/img/hero.jpg" -> http.addHeader("Vary", "Origin");
					default -> {
					}
				}
				chain.doFilter(request, response);
			});
		}

	}

}
