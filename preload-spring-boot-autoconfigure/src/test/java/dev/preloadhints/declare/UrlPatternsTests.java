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

package dev.preloadhints.declare;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link UrlPatterns}.
 */
class UrlPatternsTests {

	private final UrlPatterns patterns = new UrlPatterns(
			List.of("/ads/**", "/js/{name}.min.js", "https://cdn.example.com/x/**"));

	@ParameterizedTest
	@CsvSource({ "/ads/a.js, true", "/shop/ads/a.js, true", "/shop/ads/a.js?x=1, true", "/shopads/a.js, false",
			"/ads/100%.js, true", "/ads/%zz/%, true", "/100%.js, false", "/js/a.min.js, true", "/js/a.js, false",
			"https://cdn.example.com/x/y.js, true", "https://cdn.example.com/ads/y.js, false",
			"https://other.example.com/x/y.js, false", "//cdn.example.com/x/y.js, false" })
	void matchesTargets(String target, boolean expected) {
		assertThat(this.patterns.matchTarget(target, "/shop")).isEqualTo(expected);
	}

	@Test
	void matchesPaths() {
		assertThat(this.patterns.matchPath("/ads/x")).isTrue();
		assertThat(this.patterns.matchPath("/x")).isFalse();
		assertThat(new UrlPatterns(List.of()).matchPath("/x")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ads/**", "", "https://cdn.example.com", "/a/{b", "/**/a/**/b/{*c}/d" })
	void refusesWhatIsNoPattern(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> new UrlPatterns(List.of(pattern)))
			.withMessageContaining(pattern);
	}

}
