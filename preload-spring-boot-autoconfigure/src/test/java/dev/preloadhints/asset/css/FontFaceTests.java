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

class FontFaceTests {

	@Test
	void readsAFace() {
		assertThat(faces("@font-face { font-family: 'Inter Tight'; font-style: italic; font-weight: 600;"
				+ " src: url(\"../inter.woff2?v=1\") format(\"woff2\") }"))
			.containsExactly(new FontFace("Inter Tight", 600, 600, FontStyle.ITALIC, true, true,
					new FontSource("../inter.woff2?v=1", "font/woff2"), null, false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
			url(a.woff2) format('woff2'), url(a.woff) format('woff')      | a.woff2 | font/woff2
			url(a.woff2) format(woff2)                                    | a.woff2 | font/woff2
			url(a.bin) format("WOFF")                                     | a.bin   | font/woff
			url(a.ttf) format('truetype')                                 | a.ttf   | font/ttf
			url(a.otf) format('opentype')                                 | a.otf   | font/otf
			url(a) format('woff2-variations')                             | a       | font/woff2
			url(a) format('truetype-variations')                          | a       | font/ttf
			url(a) format(woff2) tech(variations)                         | a       | font/woff2
			url(a) format(woff2) tech(features-opentype, variations)      | a       | font/woff2
			url(a.woff2)                                                  | a.woff2 | font/woff2
			url(a.TTF#b)                                                  | a.TTF#b | font/ttf
			url(a.otf?b.eot)                                              | a.otf?b.eot | font/otf
			url(a.eot?#iefix) format('embedded-opentype'), url(b.woff) format('woff') | b.woff | font/woff
			url(a.svg#b) format('svg'), url(b.woff) format('woff')        | b.woff  | font/woff
			local('☺'), url(a.woff2)                                      | a.woff2 | font/woff2
			local(''), url(a.woff2)                                       | a.woff2 | font/woff2
			local('Inter'), url(a.woff2)                                  | -       | -
			local(Inter Tight), url(a.woff2)                              | -       | -
			url(a.eot), url(b.woff2) format('woff2')                      | -       | -
			url(a) format(woff2) tech(color-COLRv1), url(b.woff2)         | -       | -
			url(a) format(woff2) tech(variations, incremental)            | -       | -
			url(a.ttc) format(collection), url(b.woff2)                   | -       | -
			url(a) format('woff3'), url(b.woff2)                          | -       | -
			url(a) format('woff2', 'woff')                                | -       | -
			url(a.woff2) something                                        | -       | -
			url(a)                                                        | -       | -
			url(data:font/woff2;base64,AAAA) format('woff2'), url(b.woff2) | -      | -
			""")
	void choosesTheSourceThatEveryBrowserChooses(String src, String url, String type) {
		FontSource expected = (url != null) ? new FontSource(url, type) : null;
		assertThat(face("src:" + src).source()).isEqualTo(expected);
	}

	/** Browsers have no such face: an earlier one of the family has the text. */
	@ParameterizedTest
	@ValueSource(strings = { "url(x.svg#a) format('svg')", "url(x.eot) format('embedded-opentype')",
			"url(x.eot?#iefix) format('embedded-opentype'), url(x.svg) format(svg)", "url(x) format('woff3')", "url()",
			"url(' ')", "none", "'x.woff2'", "local('')", "x.woff2, 1", "url(a b.woff2)", "url('a.woff2' x())",
			"var(--src)" })
	void aFaceWithoutAUsableSourceIsNone(String src) {
		String first = PageFonts.face("a", "first");
		String later = "@media screen and (-webkit-min-device-pixel-ratio:0){@font-face{font-family:a;src:" + src
				+ "}}";
		assertThat(faces("@font-face{font-family:a;src:" + src + "}")).isEmpty();
		assertThat(PageFonts.of(first + later + "body{font-family:a}")).containsExactly("first");
		assertThat(PageFonts.of("body{font-family:a}" + first, later.replaceAll("@media[^{]*\\{|}$", "")))
			.containsExactly("first");
	}

	/** Whether the earlier one is fetched, only a browser knows. */
	@ParameterizedTest
	@ValueSource(strings = { "local(Inter)", "url(x.ttc) format('collection')", "url(x.eot)",
			"url(data:font/woff2;base64,AAAA) format('woff2')", "url(x.woff2) tech(incremental)",
			"url(x) format('woff2', 'woff')" })
	void aFaceWhoseSourceIsNotSureHidesAnEarlierOne(String src) {
		assertThat(PageFonts
			.of(PageFonts.face("a", "first") + "@font-face{font-family:a;src:" + src + "} body{font-family:a}"))
			.isEmpty();
	}

	@Test
	void aLaterSourceReplacesAnEarlierOne() {
		FontFace face = face("src:url(a.eot);src:url(a.eot?#iefix) format('embedded-opentype'),url(a.woff)");
		assertThat(face.source()).isEqualTo(new FontSource("a.woff", "font/woff"));
	}

	@ParameterizedTest
	@CsvSource({ "normal,400,400", "bold,700,700", "1,1,1", "1000,1000,1000", "100 900,100,900", "900 100,100,900",
			"normal bold,400,700", "auto,400,400" })
	void readsTheRangeOfWeights(String weight, int min, int max) {
		FontFace face = face("src:url(a.woff2);font-weight:" + weight);
		assertThat(List.of(face.minWeight(), face.maxWeight())).containsExactly(min, max);
	}

	@ParameterizedTest
	@CsvSource({ "normal,NORMAL", "italic,ITALIC", "oblique,OBLIQUE", "oblique 10deg,OBLIQUE",
			"Oblique 0deg 20deg,OBLIQUE" })
	void readsTheSlope(String style, FontStyle expected) {
		assertThat(face("src:url(a.woff2);font-style:" + style).style()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "normal,true", "100%,true", "62.5% 100%,true", "condensed expanded,true", "75%,false",
			"semi-condensed,false", "110% 150%,false" })
	void knowsTheNormalWidth(String width, boolean normal) {
		assertThat(face("src:url(a.woff2);font-stretch:" + width).normalWidth()).isEqualTo(normal);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			U+0000-00FF, U+0131, U+2000-206F | true
			U+0-7F                           | true
			u+41-5a,u+61-7a                  | true
			U+??                             | true
			U+0-10FFFF                       | true
			U+4?, U+5?, U+6?, U+7?           | true
			U+0400-045F                      | false
			U+4??                            | false
			U+41-5A                          | false
			U+41-5A, U+62-7A                 | false
			U+7A-41                          | false
			""")
	void knowsWhetherItHasLatinLetters(String range, boolean latin) {
		assertThat(face("src:url(a.woff2);unicode-range:" + range).latin()).isEqualTo(latin);
	}

	@Test
	void facesWithoutLatinLettersAreKnownOnceForEachComposite() {
		String cyrillic = PageFonts.face("a", "cyrillic", "unicode-range:U+400-4FF");
		String greek = PageFonts.face("a", "greek", "unicode-range:U+370-3FF");
		String bold = PageFonts.face("a", "bold", "unicode-range:U+370-3FF", "font-weight:700");
		String latin = PageFonts.face("a", "latin", "unicode-range:U+0-FF");
		assertThat(faces(cyrillic + greek + bold + latin + latin)).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "@font-face{src:url(a.woff2)}", "@font-face{font-family:a}",
			"@font-face{font-family:a,b;src:url(a.woff2)}", "@font-face{font-family:'';src:url(a.woff2)}",
			"@media print{@font-face{font-family:a;src:url(a.woff2)}}", "b{@font-face{font-family:a;src:url(a.woff2)}}",
			"@font-face{b{font-family:a;src:url(a.woff2)}}" })
	void isNoFaceOfAScreen(String css) {
		assertThat(faces(css)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			@media (min-width:1px)             | (min-width:1px) | false
			@media screen                      |                 | false
			@layer a                           |                 | false
			@layer                             |                 | false
			@supports (a:b)                    |                 | true
			@container (width>1px)             |                 | true
			@-moz-document url-prefix()        |                 | true
			""")
	void knowsWhatAFaceDependsOn(String atRule, String media, boolean conditional) {
		FontFace face = faces(atRule + "{" + PageFonts.face("a", "a") + "}").get(0);
		assertThat(face.media()).isEqualTo(media);
		assertThat(face.conditional()).isEqualTo(conditional);
		assertThat(face.always()).isEqualTo(media == null && !conditional);
	}

	@Test
	void twoMediaQueriesInOneAnotherCannotBeSaid() {
		FontFace face = faces("@media (a){@media (b){" + PageFonts.face("a", "a") + "}}").get(0);
		assertThat(face.conditional()).isTrue();
	}

	@Test
	void aFamilyWithMoreFacesThanThereIsRoomForHasNone() {
		String few = PageFonts.face("few", "few");
		assertThat(faces(few + PageFonts.face("many", "many").repeat(300))).extracting(FontFace::family)
			.containsExactly("few");
	}

	private static FontFace face(String descriptors) {
		return faces("@font-face{font-family:a;" + descriptors + "}").get(0);
	}

	private static List<FontFace> faces(String css) {
		return StyleSheet.read(css).fontFaces();
	}

}
