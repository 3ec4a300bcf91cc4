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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.preloadhints.asset.css.PageFonts.face;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which face of a family is taken. Compared with Chromium.
 */
class FontMatchingTests {

	@ParameterizedTest
	@CsvSource({ "1,200", "200,200", "300,200", "399,200", "400,500", "450,500", "500,500", "501,700", "600,700",
			"700,700", "1000,700" })
	void takesTheNearestWeight(int weight, String expected) {
		String faces = face("A", "200", "font-weight:200") + face("A", "500", "font-weight:500")
				+ face("A", "700", "font-weight:700");
		assertThat(PageFonts.of(faces + "body{font-family:A;font-weight:" + weight + "}")).containsExactly(expected);
	}

	@ParameterizedTest
	@CsvSource({ "300,200", "400,200", "500,200", "501,800" })
	void looksBelowFirstForNormalWeights(int weight, String expected) {
		String faces = face("A", "200", "font-weight:200") + face("A", "800", "font-weight:800");
		assertThat(PageFonts.of(faces + "body{font-family:A;font-weight:" + weight + "}")).containsExactly(expected);
	}

	@Test
	void takesAVariableFontForAllItsWeights() {
		String faces = face("A", "light", "font-weight:100 399") + face("A", "heavy", "font-weight:400 900");
		assertThat(PageFonts.of(faces + "body{font-family:A}h1{font-family:A}p{font:300 1em A}"))
			.containsExactly("heavy", "?light");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			normal  | normal italic oblique | normal
			normal  | italic oblique        | oblique
			normal  | italic                | italic
			italic  | normal italic oblique | italic
			italic  | normal oblique        | oblique
			italic  | normal                | normal
			oblique | normal italic oblique | oblique
			oblique | normal italic         | italic
			""")
	void takesTheNearestSlope(String style, String faces, String expected) {
		StringBuilder css = new StringBuilder();
		for (String face : faces.split(" ")) {
			css.append(face("A", face, "font-style:" + face));
		}
		assertThat(PageFonts.of(css + "body{font-family:A;font-style:" + style + "}")).containsExactly(expected);
	}

	@Test
	void theSlopeCountsBeforeTheWeight() {
		String faces = face("A", "bold", "font-weight:700") + face("A", "italic", "font-style:italic");
		assertThat(PageFonts.of(faces + "body{font:italic bold 1em A}")).containsExactly("italic");
	}

	@Test
	void ofAlikeFacesTheLastIsTaken() {
		assertThat(PageFonts.of(face("A", "first") + face("a", "last") + "body{font-family:A}"))
			.containsExactly("last");
		assertThat(PageFonts.of(face("A", "first"), face("A", "last"), "body{font-family:A}")).containsExactly("last");
	}

	@Test
	void ofTheFacesForOtherCharactersTheLatinOneIsTaken() {
		String faces = face("A", "latin", "unicode-range:U+0-FF") + face("A", "greek", "unicode-range:U+370-3FF");
		assertThat(PageFonts.of(faces + "body{font-family:A}")).containsExactly("latin");
	}

	@Test
	void aFamilyWithoutLatinLettersIsPassedOver() {
		String faces = face("A", "greek", "unicode-range:U+370-3FF") + face("B", "b");
		assertThat(PageFonts.of(faces + "body{font-family:A,B}")).containsExactly("b");
		assertThat(PageFonts.of(faces + "body{font-family:A,serif,B}")).isEmpty();
	}

	@Test
	void charactersAreLookedForInTheMatchingFaceAlone() {
		String faces = face("A", "bold-greek", "font-weight:700", "unicode-range:U+370-3FF")
				+ face("A", "latin", "unicode-range:U+0-FF") + face("B", "b");
		assertThat(PageFonts.of(faces + "body{font:bold 1em A,B}")).containsExactly("b");
	}

	@Test
	void aFaceOfAnotherWidthIsNotTaken() {
		String narrow = face("A", "narrow", "font-stretch:75%");
		assertThat(PageFonts.of(face("A", "normal") + narrow + "body{font-family:A}")).containsExactly("normal");
		assertThat(PageFonts.of(narrow + "body{font-family:A}")).isEmpty();
	}

	@Test
	void aFaceWithoutASureSourceIsStillTheOneThatIsTaken() {
		String faces = face("A", "first") + "@font-face{font-family:A;src:local('A'),url(last.woff2)}";
		assertThat(PageFonts.of(faces + "body{font-family:A}")).isEmpty();
	}

	@Test
	void aFaceThatDependsOnSomethingUnsayableIsNotSelected() {
		String faces = face("A", "first") + "@supports (x:y){" + face("A", "last") + "}";
		assertThat(PageFonts.of(faces + "body{font-family:A}")).isEmpty();
		assertThat(PageFonts.of(faces + "body{font-family:B}" + face("B", "b"))).containsExactly("b");
	}

	@Test
	void aFaceForSomeMediaIsSelectedWithThem() {
		StyleSheet sheet = StyleSheet.read("@media (color){" + face("A", "a") + "}body{font-family:A}");
		assertThat(FontSelection.select(java.util.List.of(sheet))).singleElement()
			.satisfies((font) -> assertThat(font.face().media()).isEqualTo("(color)"));
	}

	@Test
	void facesThatOverlapAreNotSure() {
		String faces = face("A", "variable", "font-weight:100 900") + face("A", "regular");
		assertThat(PageFonts.of(faces + "body{font-family:A}")).isEmpty();
		assertThat(PageFonts.of(faces + "body{font:700 1em A}")).containsExactly("variable");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			h1{font-family:A}                                    | ?bold
			th,.x strong{font-family:A}                          | ?bold
			h1.x>b{font:1em A}                                   | ?regular
			h1{font-family:A;font-weight:400}                    | ?regular
			h1{font-family:A;font-weight:inherit}                | ?regular
			h1{font-family:A;font-weight:revert}                 | ?bold
			h1{font-family:A}h1{font-weight:normal}              | ?regular
			b{font-family:A;font-weight:bolder}                  | ?bold
			em{font-family:A}                                    | ?italic
			em{font-family:A;font-style:initial}                 | ?regular
			.x{font-family:A;font-style:italic}                  | ?italic
			.x{font-weight:bold}.x{font-family:A}                | ?bold
			.x{font-weight:bold}.x{font:1em A}                   | ?regular
			.x{font:1em A}.x{font-weight:bold}                   | ?bold
			body{font-weight:700}.x{font-family:A}               | ?bold
			body{font-weight:700}.x{font:1em A}                  | ?regular
			body{font-weight:700}button{font-family:A}           | ?regular
			html{font-style:italic}.x{font-family:A}             | ?italic
			html{font-weight:700}body{font-family:A}             | bold
			body{font:bold 1em A}body{font-weight:400}           | regular
			""")
	void theWeightAndTheSlopeOfATextAreThoseThatApply(String css, String expected) {
		String faces = face("A", "regular") + face("A", "bold", "font-weight:700")
				+ face("A", "italic", "font-style:italic");
		assertThat(PageFonts.of(faces + css)).containsExactly(expected);
	}

}
