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

package dev.preloadhints.asset.css;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no author writes. The long texts are so long that a test would not end if the time
 * grew with the square of their length, or that the stack would overflow if their nesting
 * were followed. The seeds are fixed, so that a failure can be repeated.
 */
class HostileStyleSheetTests {

	private static final int LENGTH = 300_000;

	private static final int CASES = 300;

	private static final List<String> PIECES = List.of("{", "}", "(", ")", "[", "]", ";", ":", ",", "\"", "'", "\\",
			"/*", "*/", "<!--", "-->", "@", "@import 'x';", "@import url(", "@media", "@layer a", "@font-face{", "src:",
			"font-family:", "font:", "var(--", "--x:", "url(", "!important", "U+", "&", "\n", "\u0000", "\ud83d",
			"\u00e9", "html", "body", ":is(", ":root", "1e", "400", "%");

	@ParameterizedTest
	@ValueSource(strings = { "{", "}", "(", ")", "a{", "a{b:(", "a{--b:{", "@media x{", "@layer a{", "@layer{", "&{",
			":is(", "a", "1.", "-", "\\", "\\1", "\u00e9", "\"", "'", "\"a", "\"a\n", "\"\\\n", "url(", "url(a",
			"url('a'", "url(a ", "u+?", "!", "! ", "!/*", "@", "@import 'a';", "@import 'a' (b) ", "@import ",
			"@layer a;", "@layer a,", "a,", "a>", "a ", "a:", "a;", ";", ":", "/*", "/**/", "<!--", "&,", "a,b{&,&{",
			"a,b{c,d{", "a{font:1px a}", "a{font-family:", "a,", "@font-face{font-family:a;src:url(a.woff2)}",
			"@font-face{", "@layer a.b;", "a{--b:var(--b)}", "a{--b:var(--b,", "a{font-family:var(--b,",
			"a{font-family:var(--b)}", "a{src:url(b),", "progid:", "\u0000", "\ud83d", "@supports (a:b){",
			"a{b:c!important;" })
	void anyTextIsReadInATimeProportionalToItsLength(String piece) {
		StyleSheet sheet = StyleSheet.read(piece.repeat(LENGTH / piece.length()));
		assertWithinBounds(sheet);
		assertThat(FontSelection.select(List.of(sheet, sheet))).hasSizeLessThanOrEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "@font-face{font-family:aX;src:url(X.woff2)}a.X{font-family:aX}",
			".X{--X:A;font-family:var(--X)}", ":root{--X:var(--aX)}", "@layer X{body{font-family:X}}",
			"@media (X){body{font-family:X}}", "@layer{a{}}", "@layer X.X.X;", "@import 'X.css';", "bX,X{--y:X}",
			".X{font:X 1px X}" })
	void aSummaryHasABound(String rule) {
		StringBuilder css = new StringBuilder();
		IntStream.range(0, LENGTH / rule.length()).forEach((i) -> css.append(rule.replace("X", "x" + i)));
		StyleSheet sheet = StyleSheet.read(css.toString());
		assertWithinBounds(sheet);
		assertThat(FontSelection.select(List.of(sheet))).hasSizeLessThanOrEqualTo(256);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 22, 333 })
	void anyChangeOfARealStyleSheetIsReadWithoutFailing(long seed) throws IOException {
		Random random = new Random(seed);
		List<PublishedStyleSheet> published = PublishedStyleSheet.all();
		for (int i = 0; i < CASES; i++) {
			String text = change(published, random);
			StyleSheet sheet = StyleSheet.read(text);
			assertWithinBounds(sheet);
			assertThat(FontSelection.select(List.of(sheet))).as("seed %s, case %s", seed, i)
				.allMatch((font) -> font.face().latin() && font.face().source() != null && !font.face().conditional());
		}
	}

	private static String change(List<PublishedStyleSheet> published, Random random) {
		StringBuilder text = new StringBuilder();
		for (int j = random.nextInt(4); j >= 0; j--) {
			String other = published.get(random.nextInt(published.size())).text();
			int start = random.nextInt(other.length() + 1);
			text.append(other, start, Math.min(other.length(), start + random.nextInt(4000)));
			for (int k = random.nextInt(4); k > 0; k--) {
				text.insert(random.nextInt(text.length() + 1), PIECES.get(random.nextInt(PIECES.size())));
			}
		}
		return text.toString();
	}

	private static void assertWithinBounds(StyleSheet sheet) {
		assertThat(sheet.imports()).hasSizeLessThanOrEqualTo(256);
		assertThat(sheet.fontFaces()).hasSizeLessThanOrEqualTo(256);
		assertThat(sheet.layers()).hasSizeLessThanOrEqualTo(128);
		assertThat(sheet.properties()).hasSizeLessThanOrEqualTo(256);
		assertThat(sheet.fonts().stream().map((font) -> font.selector().text()).distinct())
			.hasSizeLessThanOrEqualTo(256 + 3);
		assertThat(sheet.fonts()).hasSizeLessThanOrEqualTo(2048);
	}

}
