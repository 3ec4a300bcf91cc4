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

package dev.preloadhints.link;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.link.SourceSet.Candidate;

import static org.assertj.core.api.Assertions.assertThat;

class SourceSetTests {

	@Test
	void readsUrlsAndDescriptors() {
		assertThat(parse("/a.png 1x, /b.png 2x")).containsExactly(candidate("/a.png", "1x"), candidate("/b.png", "2x"));
	}

	@Test
	void readsUrlsWithoutDescriptor() {
		assertThat(parse("/a.png, /b.png 2x,/c.png")).containsExactly(candidate("/a.png", ""),
				candidate("/b.png", "2x"), candidate("/c.png", ""));
	}

	@Test
	void keepsACommaInsideAUrl() {
		assertThat(parse("/w_100,h_50/a.png 100w, /w_200,h_99/a.png 200w"))
			.containsExactly(candidate("/w_100,h_50/a.png", "100w"), candidate("/w_200,h_99/a.png", "200w"));
	}

	@Test
	void takesCommasWithoutSpaceForPartOfTheUrl() {
		assertThat(parse("/a.png,/b.png 2x")).containsExactly(candidate("/a.png,/b.png", "2x"));
	}

	@Test
	void removesCommasAroundAUrl() {
		assertThat(parse(",, /a.png,,, /b.png 1x,,")).containsExactly(candidate("/a.png", ""),
				candidate("/b.png", "1x"));
	}

	@Test
	void keepsACommaInsideOfParentheses() {
		assertThat(parse("/a.png x(1, 2) 1x, /b.png")).containsExactly(candidate("/a.png", "x(1, 2) 1x"),
				candidate("/b.png", ""));
	}

	@Test
	void readsAnOpenParenthesisToTheEnd() {
		assertThat(parse("/a.png (1, /b.png 2x")).containsExactly(candidate("/a.png", "(1, /b.png 2x"));
	}

	@Test
	void keepsADataUrlWithItsComma() {
		assertThat(parse("data:image/png;base64,iVBO= 1x, /b.png 2x"))
			.containsExactly(candidate("data:image/png;base64,iVBO=", "1x"), candidate("/b.png", "2x"));
	}

	@Test
	void readsAnyWhiteSpace() {
		assertThat(parse("\n\t/a.png\t1x\r\n,\f/b.png\n2x\n")).containsExactly(candidate("/a.png", "1x"),
				candidate("/b.png", "2x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ",", " , ,, \n" })
	void isEmptyWithoutUrls(String text) {
		assertThat(parse(text)).isEmpty();
		assertThat(SourceSet.parse(text)).hasToString("");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a.png 1x, /b.png 2x", "/a.png", "/a.png, /b.png", "/w_1,h_2.png 100w",
			"/a.png x(1, 2), /b.png" })
	void isWrittenAsItIsRead(String text) {
		assertThat(SourceSet.parse(text)).hasToString(text);
		assertThat(SourceSet.parse(SourceSet.parse(text).toString())).isEqualTo(SourceSet.parse(text));
	}

	private static List<Candidate> parse(String text) {
		return SourceSet.parse(text).candidates();
	}

	private static Candidate candidate(String url, String descriptor) {
		return new Candidate(url, descriptor);
	}

}
