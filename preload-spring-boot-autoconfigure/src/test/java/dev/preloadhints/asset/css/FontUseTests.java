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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For which text a page needs a font, and how certain that is. All families that the
 * style sheets use have one face, named after them. What becomes of the rules was
 * compared with Chromium.
 */
class FontUseTests {

	private static final String FACES = PageFonts.face("A", "a") + PageFonts.face("B", "b") + PageFonts.face("C", "c");

	@ParameterizedTest
	@ValueSource(strings = { "body{font-family:A}", "html{font-family:A}", ":root{font-family:A}", "*{font-family:A}",
			"BODY{FONT-FAMILY:a}", ":root,:host{font-family:A}", "x,html{font-family:A}", ":where(html){font-family:A}",
			":is(:root,.x){font-family:A}", "html body{font-family:A}", "html{body{font-family:A}}",
			"html{& > body{font-family:A}}", "body{&{font-family:A}}", "@layer a{body{font-family:A}}",
			"@media screen{body{font-family:A}}", "@media all,print{body{font-family:A}}", "body{font:12px A,serif}",
			"body{font:italic 700 1em/1.5 'A'}", "body{font-family:'A',x,serif;color:red", "body{f\\6fnt-family:A}",
			"body{--x:{a:b};font-family:A}", "body{a:b;&:hover{font-family:B}font-family:A}",
			"@x y;body{font-family:A}" })
	void everyPageNeedsTheFontOfItsText(String css) {
		assertThat(PageFonts.of(FACES + css)).contains("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "p{font-family:A}", ".x{font-family:A}", "body.x{font-family:A}", "[x]{font-family:A}",
			"#x{font-family:A}", "*::before{font-family:A}", ".x body{font-family:A}", ".x{& y{font-family:A}}",
			"body{.x &{font-family:A}}", "p,q>r{font-family:A}", ".x{@layer a{font-family:A}}" })
	void aPageMayNeedAnyOtherFont(String css) {
		assertThat(PageFonts.of(FACES + css)).containsExactly("?a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "body{font-family:serif,A}", "body{font-family:Helvetica Neue,A}",
			"body{font-family:generic(kai),A}", "body{font-family:inherit}", "body{font:menu}", "body{font:A}",
			"body{font:12px}", "body{font-family:A B}", "body{font-family:'x' A}", "body{font-family:A,}",
			"body{font-family:}", "body{*font-family:A}", "body{font-family:A\\9}", "body{font-family:A!ie}",
			"body;{font-family:A}", ";body{font-family:A}", "a:{font-family:A}", "a: b{font-family:A}",
			":host{font-family:A}", "body{font-family:A}body{all:unset}", "@font-face{font-family:A}",
			"@keyframes x{from{font-family:A}}", "@page{font-family:A}", "@media print{body{font-family:A}}",
			"body{font-family:var(--x)}", "body{font-family:A;font-stretch:condensed}",
			"body{font-family:A;font-weight:calc(1 + 1)}", "a{b:(}body{font-family:A}",
			"a{b:\"(;}body{font-family:A}" })
	void noFontIsSure(String css) {
		assertThat(PageFonts.of(FACES + css)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "@media (min-width:1px){body{font-family:B}}", "@supports (x:y){:root{font-family:B}}",
			"@container (width>1px){body{font-family:B}}", "body{@media (color){font-family:B}}",
			"@media (color){@media screen{body{font-family:B}}}", "@media (color){body{font:12px B}}",
			"body,:-moz-any(x){font-family:B}" })
	void aRuleThatDependsOnSomethingLeavesNothingSure(String css) {
		String always = css.contains(":root") ? ":root{font-family:A}" : "body{font-family:A}";
		assertThat(PageFonts.of(FACES + always + css)).isEmpty();
		assertThat(PageFonts.of(FACES + css)).isEmpty();
	}

	@Test
	void aRuleThatDependsOnSomethingDoesNotMatterIfItAlwaysLoses() {
		assertThat(PageFonts.of(FACES + "@media (color){body{font-family:B}}body{font-family:A}")).containsExactly("a");
		assertThat(PageFonts.of(FACES + "body{font-family:A}@media (color){body{font-family:A}}")).containsExactly("a");
	}

	@Test
	void theNearestFontIsThatOfTheText() {
		assertThat(PageFonts.of(FACES + "body{font-family:A}html{font-family:B}")).containsExactly("a");
		assertThat(PageFonts.of(FACES + "*{font-family:A}body{font-family:B}html{font-family:C}")).containsExactly("a");
		assertThat(PageFonts.of(FACES + "html{font-family:A}body{font-family:inherit}")).containsExactly("a");
		assertThat(PageFonts.of(FACES + "html{font-family:A}body{font-family:serif}")).isEmpty();
		assertThat(PageFonts.of(FACES + "html{font-family:A}body{font-family:initial}")).isEmpty();
		assertThat(PageFonts.of(FACES + "body{font-family:A}html body{font-family:serif}")).isEmpty();
	}

	@Test
	void theLaterRuleOfTheSameSelectorWins() {
		assertThat(PageFonts.of(FACES + "p{font-family:A}q{font-family:B}p{font-family:C}")).containsExactly("?c",
				"?b");
		assertThat(PageFonts.of(FACES + "body{font-family:A!important}body{font-family:B}")).containsExactly("a");
		assertThat(PageFonts.of(FACES + "body{font-family:A}body{font-family:'x' y}")).containsExactly("a");
		assertThat(PageFonts.of(FACES, "p{font-family:A}", "p{font-family:B}")).containsExactly("?b");
		assertThat(PageFonts.of(FACES, "body{font-family:A}@media print{body{font-family:B}}")).containsExactly("a");
	}

	@Test
	void specificityCountsForTheSameElement() {
		assertThat(PageFonts.of(FACES + ":root{font-family:A}html{font-family:B}")).containsExactly("a");
		assertThat(PageFonts.of(FACES + "body{font-family:A}:where(body){font-family:B}")).containsExactly("a");
	}

	@Test
	void layersComeInTheOrderOfTheirFirstAppearance() {
		assertThat(PageFonts.of(FACES + "@layer b,a;@layer a{body{font-family:A}}@layer b{body{font-family:B}}"))
			.containsExactly("a");
		assertThat(PageFonts.of(FACES + "@layer b{body{font-family:B}}@layer a{body{font-family:A}}"))
			.containsExactly("a");
		assertThat(PageFonts.of(FACES + "@layer b;", "@layer a{body{font-family:A}}@layer b{body{font-family:B}}"))
			.containsExactly("a");
	}

	@Test
	void whatIsInNoLayerWins() {
		assertThat(PageFonts.of(FACES + "body{font-family:A}@layer b{body{font-family:B}}")).containsExactly("a");
		assertThat(PageFonts.of(FACES + "@layer a{body{font-family:A}@layer b{body{font-family:B}}}"))
			.containsExactly("a");
		assertThat(PageFonts.of(FACES + "@layer a{@layer b{body{font-family:B}}}@layer a{body{font-family:A}}"))
			.containsExactly("a");
		assertThat(
				PageFonts.of(FACES + "body{font-family:A}@layer{body{font-family:B}}", "@layer{body{font-family:C}}"))
			.containsExactly("a");
	}

	@Test
	void whatIsImportantComesInTheOppositeOrder() {
		assertThat(
				PageFonts.of(FACES + "@layer a{body{font-family:A!important}}@layer b{body{font-family:B!important}}"))
			.containsExactly("a");
		assertThat(PageFonts.of(FACES + "@layer a{body{font-family:A!important}}body{font-family:B!important}"))
			.containsExactly("a");
	}

	@Test
	void thatOfEveryPageComesFirst() {
		assertThat(PageFonts.of(FACES + ".x{font-family:C}p{font-family:B}body{font-family:A}")).containsExactly("a",
				"?b", "?c");
	}

	@Test
	void frequentElementsAreLikely() {
		List<StyleSheet> sheets = List
			.of(StyleSheet.read(FACES + ".h1,code,h1.x{font-family:A}H1,h2{font:400 1rem B}body{font-family:C}"));
		assertThat(FontSelection.select(sheets)).extracting(SelectedFont::certainty)
			.containsExactly(FontLikelihood.CERTAIN, FontLikelihood.LIKELY, FontLikelihood.POSSIBLE);
	}

	@Test
	void aFontIsSelectedOnce() {
		assertThat(PageFonts.of(FACES + "body,p,.x{font-family:A}", "q{font:bold 12px a}")).containsExactly("a");
	}

	@Test
	void thereIsNothingWithoutStyleSheets() {
		assertThat(FontSelection.select(List.of())).isEmpty();
	}

	@Test
	void theStyleSheetOfTheFaceIsKnown() {
		List<StyleSheet> sheets = List.of(StyleSheet.read("p{}"), StyleSheet.read(FACES),
				StyleSheet.read("body{font-family:B}"));
		assertThat(FontSelection.select(sheets))
			.containsExactly(new SelectedFont(1, sheets.get(1).fontFaces().get(1), FontLikelihood.CERTAIN));
	}

	@Test
	void whatIsSaidOfTheFirst256SelectorsCounts() {
		StringBuilder css = new StringBuilder(FACES);
		for (int i = 0; i < 300; i++) {
			css.append(".x").append(i).append("{font-family:").append((i < 256) ? "A" : "B").append('}');
		}
		assertThat(PageFonts.of(css + "body{font-family:C}.x0{font-family:A}")).containsExactly("c", "?a");
	}

}
