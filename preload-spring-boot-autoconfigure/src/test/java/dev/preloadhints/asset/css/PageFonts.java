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

import java.util.Arrays;
import java.util.List;

/**
 * What is selected for a page, in a form that a test can write down.
 */
final class PageFonts {

	private PageFonts() {
	}

	/**
	 * The fonts of a page.
	 * @param styleSheets texts of its style sheets
	 * @return the address of each font without its ending, after a question mark unless
	 * every page needs it
	 */
	static List<String> of(String... styleSheets) {
		return FontSelection.select(Arrays.stream(styleSheets).map(StyleSheet::read).toList())
			.stream()
			.map(PageFonts::describe)
			.toList();
	}

	private static String describe(SelectedFont font) {
		FontSource source = font.face().source();
		return ((font.certainty() == FontLikelihood.CERTAIN) ? "" : "?")
				+ ((source != null) ? source.url().replace(".woff2", "") : "nothing");
	}

	/**
	 * An {@code @font-face} rule.
	 * @param family the family
	 * @param file name of the file, without its ending
	 * @param descriptors further descriptors
	 * @return the rule
	 */
	static String face(String family, String file, String... descriptors) {
		return "@font-face{font-family:" + family + ";src:url(" + file + ".woff2) format('woff2');"
				+ String.join(";", descriptors) + "}\n";
	}

}
