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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StyleImportTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			@import "a.css";                                      | a.css      |                        | false
			@import url(a.css);                                   | a.css      |                        | false
			@IMPORT URL( 'a.css' ) ;                              | a.css      |                        | false
			@import "a\\.css"                                     | a.css      |                        | false
			@import url(../a%20b.css?c#d);                        | ../a%20b.css?c#d |                  | false
			@import "a.css" all;                                  | a.css      |                        | false
			@import "a.css" screen;                               | a.css      |                        | false
			@import "a.css" only screen;                          | a.css      |                        | false
			@import "a.css" print, screen;                        | a.css      |                        | false
			@import "a.css" layer;                                | a.css      |                        | false
			@import "a.css" layer(b.c);                           | a.css      |                        | false
			@import "a.css" layer(b) (min-width:  20em);          | a.css      | (min-width: 20em)      | false
			@import "a.css" screen and (width>1px), print;        | a.css      | screen and (width>1px) | false
			@import "a.css" supports(display: grid);              | a.css      |                        | true
			@import "a.css" layer supports(a: b) (color);         | a.css      | (color)                | true
			@import "a.css" selector(x);                          | a.css      |                        | true
			@import "a.css" \u00e9;                               | a.css      |                        | true
			""")
	void readsAnImport(String css, String url, String media, boolean conditional) {
		assertThat(StyleSheet.read(css).imports()).containsExactly(new StyleImport(url, media, conditional));
	}

	@ParameterizedTest
	@ValueSource(strings = { "@import 'a.css' print;", "@import 'a.css' print and (color);", "@import a.css;",
			"@import;", "@import '';", "@import url();", "@import url(a b.css);", "@import 'a.css", "@import 'a.css'{}",
			"@media all{@import 'a.css';}", "a{@import 'a.css';}" })
	void isNoImportOfAScreen(String css) {
		assertThat(StyleSheet.read(css).imports()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "@charset 'utf-8';", "@layer a, b;", "@import 'x.css' print;", "<!-- ", "/* a{} */ ",
			"\ufeff" })
	void mayStandBeforeAnImport(String css) {
		assertThat(urls(css + "@import 'a.css';")).containsExactly("a.css");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a{}", "@layer a{}", "@media print{}", "@font-face{}", "@namespace 'x';",
			"@import 'x.css' print;@layer a;" })
	void anImportAfterAnythingElseIsVoid(String css) {
		assertThat(urls(css + "@import 'a.css';")).isEmpty();
	}

	@Test
	void importsKeepTheirOrder() {
		assertThat(urls("@import 'b.css';@import 'a.css';@import 'b.css';")).containsExactly("b.css", "a.css", "b.css");
	}

	@Test
	void anImportThatIsAlwaysNeededSaysSo() {
		assertThat(StyleSheet.read("@import 'a.css';").imports()).allMatch(StyleImport::always);
		assertThat(StyleSheet.read("@import 'a.css' (color);@import 'b.css' supports(a:b);").imports()).hasSize(2)
			.noneMatch(StyleImport::always);
	}

	private static List<String> urls(String css) {
		return StyleSheet.read(css).imports().stream().map(StyleImport::url).toList();
	}

}
