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
import jakarta.servlet.http.HttpServletResponse;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.preloadhints.tests.AbsentStarter;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications whose own headers come near a container's limit, before the page or while
 * its body is rendered: a response fails only if it does without the starter, be it the
 * final one or the interim one.
 */
@Tag("slow")
class HeaderSpaceIntegrationTests {

	/** Before the page, in steps that no reserve is a multiple of. */
	private static final List<Integer> EARLY = List.of(0, 900, 1700, 2300, 2700, 3000, 3300, 3600, 3800, 4000, 5000,
			6000, 6500, 7000, 7300, 7600, 7800, 7900, 8000, 8100, 9000);

	@ParameterizedTest
	@ValueSource(ints = { 0, 600, 3000, 4500 })
	void ofTheDefaultSize(int late) {
		assertFailsOnlyAnyway(late);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 600 })
	void ofHalfTheSize(int late) {
		assertFailsOnlyAnyway(late, "server.tomcat.max-http-response-header-size=4KB",
				"server.jetty.max-http-response-header-size=4KB");
	}

	/** That of the other container says nothing. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 600 })
	void ofMoreThanTheSize(int late) {
		assertFailsOnlyAnyway(late, "preload.budget.max-size=8000B",
				EarlyHintsServer.isTomcat() ? "server.jetty.max-http-response-header-size=64KB"
						: "server.tomcat.max-http-response-header-size=64KB");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 600 })
	void withServerTiming(int late) {
		assertFailsOnlyAnyway(late, "preload.server-timing.enabled=true",
				"server.tomcat.max-http-response-header-size=2KB", "server.jetty.max-http-response-header-size=2KB");
	}

	private static void assertFailsOnlyAnyway(int late, String... properties) {
		try (EarlyHintsServer with = server("preload.enabled=true", properties);
				EarlyHintsServer without = server(AbsentStarter.PROPERTY, properties)) {
			with.learn(page(0, 0));
			assertThat(with.navigate(page(0, 0)).isHinted()).isTrue();
			for (int early : EARLY) {
				String page = page(early, late);
				for (boolean http2 : new boolean[] { true, false }) {
					Optional<Answer> expected = answer(without, page, http2);
					Optional<Answer> answer = answer(with, page, http2);
					String description = "%d + %d bytes, %s".formatted(early, late, http2 ? "HTTP/2" : "HTTP/1.1");
					assertThat(answer.map(Answer::status)).as(description).isEqualTo(expected.map(Answer::status));
					if (expected.isPresent() && expected.get().status() == 200) {
						assertThat(answer.get().body()).as(description).isEqualTo(expected.get().body());
						for (String name : List.of("X-Early", "X-Late", "Content-Type")) {
							assertThat(answer.get().fields().all(name)).as(description)
								.isEqualTo(expected.get().fields().all(name));
						}
					}
				}
			}
		}
	}

	private static EarlyHintsServer server(String starter, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.addAll(List.of(starter, "preload.early-hints.http1=true"));
		return EarlyHintsServer.cacheable(OwnHeaders.class, all.toArray(String[]::new));
	}

	/** More than a thousand bytes of links, if they are given room. */
	private static String page(int early, int late) {
		List<String> styles = List.of("/css/app.css", "/css/app-1.css", "/css/app-2.css", "/css/other.css",
				"/css/third.css", "/css/fourth.css", "/css/new.css", "/css/heavy.css", "/discovery/base.css",
				"/discovery/print.css", "/discovery/grid.css", "/discovery/wide.css", "/books/kafka/local.css",
				"/books/borges/local.css");
		List<String> elements = new ArrayList<>(List.of("early", String.valueOf(early), "late", String.valueOf(late)));
		styles.forEach((style) -> elements.addAll(List.of("style", style)));
		return EarlyHintsServer.path("/space", elements.toArray(String[]::new));
	}

	/** Some containers close the connection where others answer with an error. */
	private static Optional<Answer> answer(EarlyHintsServer server, String page, boolean http2) {
		try (HttpTestClient client = http2 ? HttpTestClient.http2(server.port())
				: HttpTestClient.http1(server.port())) {
			return Optional.of(client.navigate(page));
		}
		catch (UncheckedIOException ex) {
			return Optional.empty();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnHeaders {

		@Bean
		FilterRegistrationBean<Filter> early() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				fill((HttpServletResponse) response, "X-Early", Integer.parseInt(request.getParameter("early")));
				chain.doFilter(request, response);
			});
			registration.addUrlPatterns("/space");
			return registration;
		}

		static void fill(HttpServletResponse response, String name, int bytes) {
			for (int sent = 0; sent + 50 <= bytes; sent += 500) {
				int length = Math.min(500, bytes - sent) - (name + ": \r\n").length();
				response.addHeader(name, "x".repeat(length));
			}
		}

		@Controller
		static class SpaceController {

			@GetMapping("/space")
			String space(@RequestParam List<String> style, @RequestParam int late, HttpServletResponse response,
					Model model) {
				model.addAttribute("style", style);
				model.addAttribute("text", new Object() {

					/** Called while the body is rendered. */
					@Override
					public String toString() {
						fill(response, "X-Late", late);
						return "";
					}

				});
				return "page";
			}

		}

	}

}
