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

package dev.preloadhints.actuate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.preloadhints.PageKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageId}.
 */
class PageIdTests {

	@ParameterizedTest
	@CsvSource({ "/, a78208e9", "/books/{slug}, books-slug-2f5cc2cf", "/{lang:[a-z]+}/**, lang-a-z-9c696a22",
			"/bücher, b-cher-fcaeb85f" })
	void isThePatternAndAChecksumThatAreAlwaysTheSame(String pattern, String id) {
		assertThat(PageId.of(new PageKey("BookController#book", pattern, ""))).isEqualTo(id);
	}

	@Test
	void tellsHandlersPatternsAndVariantsApart() {
		assertThat(new String[] { id("A#a", "/a/{b}", ""), id("A#b", "/a/{b}", ""), id("A#a", "/a/{b}/", ""),
				id("A#a", "/a/{b}", "de") })
			.doesNotHaveDuplicates()
			.allMatch((id) -> id.matches("[A-Za-z0-9-]+"));
	}

	private static String id(String handler, String pattern, String variant) {
		return PageId.of(new PageKey(handler, pattern, variant));
	}

}
