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

package dev.preloadhints.browser;

import java.util.ArrayList;
import java.util.List;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.SpringVersion;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a page's static resources vary on, Chromium fetches each of them once, as the
 * server counts. The page has style sheets, scripts, a font and modules.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FetchedOnceIntegrationTests {

	private static final String PAGE = "/books";

	/** What is requested in CORS mode. */
	private static final String IN_CORS_MODE = ".*(\\.woff2|/js/modules/.*)";

	/** Spring Framework 6 lets each static resource vary on its origin. */
	private static final boolean VARIES = SpringVersion.getVersion().startsWith("6.");

	private Certificate certificate;

	private Chromium chromium;

	@BeforeAll
	void open() throws Exception {
		this.certificate = Certificate.create();
		this.chromium = Tools.chromium(this.certificate);
	}

	@AfterAll
	void close() throws Exception {
		if (this.chromium != null) {
			this.chromium.close();
		}
	}

	@Test
	void byDefault() throws Exception {
		try (Server shop = shop(List.of(Bookshop.class))) {
			visit(shop, !VARIES);
		}
	}

	@Test
	void withCorsMappings() throws Exception {
		try (Server shop = shop(List.of(Bookshop.class, Mappings.class))) {
			visit(shop, false);
		}
	}

	@Test
	void withAFilterForCors() throws Exception {
		try (Server shop = shop(List.of(Bookshop.class, StaticResourcesWithoutVary.class, CorsForAll.class))) {
			visit(shop, false);
		}
	}

	@Test
	void withTheRecipeOfTheDocumentation() throws Exception {
		try (Server shop = shop(List.of(Bookshop.class, StaticResourcesWithoutVary.class))) {
			visit(shop, true);
		}
	}

	/** What a browser preloads for a page, it keeps for the page. */
	@Test
	void withTheHeaderAlone() throws Exception {
		try (Server shop = shop(List.of(Bookshop.class, Mappings.class), "preload.early-hints.enabled=false")) {
			this.chromium.visit(shop.url(PAGE));
			for (int i = 0; i < 3; i++) {
				shop.forget();
				this.chromium.visit(shop.url(PAGE));
				assertThat(shop.requests().paths()).anyMatch((path) -> path.matches(IN_CORS_MODE));
				assertThat(shop.requests().repeated()).as("fetched twice").isEmpty();
			}
		}
	}

	private void visit(Server shop, boolean all) throws Exception {
		for (int i = 0; i < 3; i++) {
			this.chromium.visit(shop.url(PAGE));
		}
		List<Visit> visits = new ArrayList<>();
		int used = 0;
		for (int i = 0; i < Tools.MAX_VISITS && used < 3; i++) {
			shop.forget();
			Visit visit = this.chromium.visit(shop.url(PAGE + "?think=200"));
			visits.add(visit);
			assertThat(shop.requests().repeated()).as("fetched twice").isEmpty();
			List<String> hints = shop.hints().last();
			assertThat(hints).as("hints").hasSizeGreaterThanOrEqualTo(4);
			assertThat(hints.stream().filter((hint) -> hint.matches(IN_CORS_MODE)).toList()).as("in CORS mode")
				.hasSize(all ? 3 : 0);
			used += visit.tookEarly(hints) ? 1 : 0;
		}
		assertThat(used).as("visits that used all of " + shop.hints().last() + " among " + visits).isEqualTo(3);
	}

	private Server shop(List<Class<?>> sources, String... properties) {
		return Server.https(this.certificate, sources, properties);
	}

	@Configuration(proxyBeanMethods = false)
	static class Mappings implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/**");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CorsForAll {

		@Bean
		FilterRegistrationBean<CorsFilter> corsFilter() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", new CorsConfiguration().applyPermitDefaultValues());
			return new FilterRegistrationBean<>(new CorsFilter(source));
		}

	}

}
