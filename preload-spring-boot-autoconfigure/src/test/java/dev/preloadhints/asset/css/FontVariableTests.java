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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fonts that are set by custom properties.
 */
class FontVariableTests {

	private static final String FACES = PageFonts.face("A", "a") + PageFonts.face("B", "b")
			+ PageFonts.face("A", "a-bold", "font-weight:700");

	@ParameterizedTest
	@ValueSource(strings = { ":root{--f:A}", "html{--f:'A', serif}", ":root{--f:var(--g)}:root{--g:A}",
			":root{--f:var(--none, A)}", ":where(:root),.theme{--f:A}", "body{--f:A}:root{--f:B}", "*{--f:A}",
			":root{--f:A}pre,code{--f:B}", ":root{--f:A}.x p{--f:B}", ":root{--f:A}.x::before{--f:B}",
			":root{--f:B}:root{--f:A}", "@layer x{:root{--f:A}}", ":root{--f:A}@media print{:root{--f:B}}",
			":root{--f:A}@media (color){:root{--f:A}}", ":root{--f:a}.x{--f:a}" })
	void theFontOfEveryPageMayComeFromACustomProperty(String css) {
		assertThat(PageFonts.of(FACES, css + "body{font-family:var(--f)}")).containsExactly("a");
		assertThat(PageFonts.of("body{font-family:var(--f)}", FACES, css)).containsExactly("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":root{--F:A}", ":root{--f:}", ":root{--f:var(--f)}", ":root{--f:var(--none)}",
			":root{--f:var(--g)}:root{--g:var(--f)}", ":root{--f:A}.x{--f:B}", ":root{--f:A}[data-x]{--f:B}",
			":root{--f:A}body.x{--f:B}", ".x{--f:A}.y{--f:B}", ":root{--f:A}@media (color){:root{--f:B}}",
			"@media (color){:root{--f:A}}", "@supports (x:y){:root{--f:A}}", ":root{--f:A!important}.x{--f:B}",
			":root{--f:rgb(1 2 3)}", ":root{--f:A 5}", ":host{--f:A}" })
	void aCustomPropertyThatIsNotSureHasNoFont(String css) {
		assertThat(PageFonts.of(FACES, css + "body{font-family:var(--f)}")).isEmpty();
	}

	@Test
	void aFontThatOnlySomePagesHaveIsPossible() {
		assertThat(PageFonts.of(FACES, ".theme{--f:A}body{font-family:var(--f)}")).containsExactly("?a");
	}

	@Test
	void aThemeOfTheSameRuleIsThatOfTheRootElement() {
		assertThat(PageFonts.of(FACES, ":root,[data-theme=x]{--f:serif}:root{--f:A}body{font-family:var(--f)}"))
			.containsExactly("a");
		assertThat(PageFonts.of(FACES, "[data-theme=x]{--f:serif}:root{--f:A}body{font-family:var(--f)}")).isEmpty();
	}

	@Test
	void aFallbackIsTakenIfNothingSetsTheProperty() {
		assertThat(PageFonts.of(FACES, "body{font-family:var(--f, A), serif}")).containsExactly("a");
		assertThat(PageFonts.of(FACES, "body{font-family:var(--f, var(--g, 'A'))}")).containsExactly("a");
		assertThat(PageFonts.of(FACES, "body{font-family:var(--f, B)}", ":root{--f:A}")).containsExactly("a");
	}

	@Test
	void aFallbackIsNotSureIfSomethingMaySetTheProperty() {
		assertThat(PageFonts.of(FACES, ".x{--f:B}body{font-family:var(--f, A)}")).isEmpty();
		assertThat(PageFonts.of(FACES, "body{font-family:var(--brand, A)}", ".x{--brand:B}")).isEmpty();
	}

	@Test
	void aFallbackIsNotSureIfThereAreTooManyPropertiesToKnow() {
		StringBuilder css = new StringBuilder();
		for (int i = 0; i < 1000; i++) {
			css.append(".x{--x").append(i).append(":B}");
		}
		assertThat(PageFonts.of(FACES, "body{font-family:var(--f, A)}", css.toString())).isEmpty();
	}

	@Test
	void aPropertyOfTheSameSelectorIsNearerThanThatOfThePage() {
		String css = ":root{--f:serif;--w:400}.x{--f:A;--w:700}.x{font-family:var(--f);font-weight:var(--w)}";
		assertThat(PageFonts.of(FACES, css)).containsExactly("?a-bold");
	}

	@Test
	void aPropertyRefersToWhatIsSetWhereItIsSet() {
		assertThat(PageFonts.of(FACES, ":root{--f:var(--g);--g:A}body{--g:B;font-family:var(--f)}"))
			.containsExactly("a");
	}

	@Test
	void theShorthandMayComeFromACustomProperty() {
		assertThat(PageFonts.of(FACES, ":root{--f:bold 1em/1 A}body{font:var(--f)}")).containsExactly("a-bold");
		assertThat(PageFonts.of(FACES, ":root{--w:700;--s:2rem;--f:A}body{font:var(--w) var(--s)/1.2 var(--f)}"))
			.containsExactly("a-bold");
		assertThat(PageFonts.of(FACES, ":root{--w:700}body{font:var(--w) A}")).isEmpty();
	}

	@Test
	void referencesWithoutEndHaveNoFont() {
		StringBuilder css = new StringBuilder("body{font-family:var(--f0)}:root{");
		for (int i = 0; i < 200; i++) {
			css.append("--f").append(i).append(":var(--f").append(i + 1).append("),var(--f").append(i + 1).append(");");
		}
		assertThat(PageFonts.of(FACES, css + "--f200:A}")).isEmpty();
	}

}
