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

package dev.preloadhints.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import dev.preloadhints.PageKey;
import dev.preloadhints.PageVariant;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageKeys}: two pages never have one key.
 */
class PageKeysTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/books/dune");

	PageKeysTests() {
		this.request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/books/{slug}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null", textBlock = """
			de   | null | de
			null | acme | ', acme'
			de   | acme | de, acme
			null | null | ''
			a, b | null | a\\, b
			a    | b    | a, b
			a\\  | b    | a\\\\, b
			""")
	void joinsVariantsEachInItsPlace(@Nullable String first, @Nullable String second, String joined) {
		assertThat(variant(first, second)).isEqualTo(joined);
	}

	@Test
	void joinsNoTwoListsOfVariantsAlike() {
		List<String> names = Arrays.asList(null, "a", "b", ",", ", ", "a, b", "\\", "a\\", "\\,", ", a", "a,", " ");
		Set<String> joined = new HashSet<>();
		for (String first : names) {
			for (String second : names) {
				for (String third : names) {
					assertThat(joined.add(variant(first, second, third))).as("%s|%s|%s", first, second, third).isTrue();
				}
			}
		}
	}

	@Test
	void namesTheOnlyVariantAsItIs() {
		assertThat(variant("a, b")).isEqualTo("a, b");
		assertThat(variant((String) null)).isEmpty();
	}

	@Test
	void namesAHandlerByItsMethod() throws Exception {
		PageKeys keys = new PageKeys(List.of());
		HandlerMethod handler = new HandlerMethod(new Books(), "book");
		keys.add(handler);
		assertThat(key(keys, handler).handler()).isEqualTo("Books#book");
	}

	/** One pattern may have several, each for other parameters or headers. */
	@Test
	void tellsHandlersOfTheSameNameApart() throws Exception {
		PageKeys keys = new PageKeys(List.of());
		List<HandlerMethod> handlers = List.of(new HandlerMethod(new Books(), "book"),
				new HandlerMethod(new Books(), "book", String.class), new HandlerMethod(new Other.Books(), "book"));
		handlers.forEach(keys::add);
		assertThat(handlers.stream().map((handler) -> key(keys, handler).handler())).containsExactly(
				Books.class.getName() + "#book()", Books.class.getName() + "#book(java.lang.String)",
				Other.Books.class.getName() + "#book()");
	}

	@Test
	void tellsFunctionsOfOnePatternApart() {
		PageKeys keys = new PageKeys(List.of());
		List<HandlerFunction<ServerResponse>> functions = List.of(view("a"), view("b"), view("c"));
		keys.add(RouterFunctions.route()
			.GET("/books", RequestPredicates.param("a", "1"), functions.get(0))
			.nest(RequestPredicates.path("/books"), (books) -> books.GET("", functions.get(1)))
			.build()
			.and(RouterFunctions.resources("/static/**", new ClassPathResource("static/")))
			.andOther(RouterFunctions.route().POST("/books", functions.get(2)).build()));
		assertThat(functions).extracting((function) -> key(keys, function).handler())
			.containsExactly("PageKeysTests$$Lambda", "PageKeysTests$$Lambda#2", "PageKeysTests$$Lambda#3");
		assertThat(key(keys, view("unknown")).handler()).isEqualTo("PageKeysTests$$Lambda");
	}

	@Test
	void takesAllPathsOfAHandlerWithoutAPatternForOnePage() {
		this.request.removeAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		assertThat(key(new PageKeys(List.of()), new Books()).pattern()).isEqualTo("/**");
	}

	/** Functions of one class. */
	private static HandlerFunction<ServerResponse> view(String name) {
		return (request) -> ServerResponse.ok().render(name);
	}

	@Test
	void isNotGrownByRequests() throws Exception {
		PageKeys keys = new PageKeys(List.of((request) -> request.getHeader("X-Tenant")));
		HandlerMethod handler = new HandlerMethod(new Books(), "book");
		keys.add(handler);
		this.request.addHeader("X-Tenant", "acme");
		assertThat(key(keys, handler)).isEqualTo(key(keys, new HandlerMethod(new Books(), "book")))
			.isEqualTo(new PageKey("Books#book", "/books/{slug}", "acme"));
	}

	private String variant(@Nullable String... names) {
		List<PageVariant> variants = Arrays.stream(names).map((name) -> (PageVariant) (request) -> name).toList();
		return key(new PageKeys(variants), new Object()).variant();
	}

	private PageKey key(PageKeys keys, Object handler) {
		PageKey key = keys.key(this.request, handler);
		assertThat(key).isNotNull();
		return key;
	}

	static class Books {

		public String book() {
			return "book";
		}

		public String book(String format) {
			return format;
		}

	}

	static class Other {

		static class Books extends PageKeysTests.Books {

			@Override
			public String book() {
				return "other";
			}

		}

	}

}
