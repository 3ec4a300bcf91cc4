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

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * An {@code @font-face} rule
 * (<a href="https://www.w3.org/TR/css-fonts-4/#font-face-rule">CSS Fonts 4, section
 * 4</a>).
 *
 * @param family the family's name as it is written, without escapes
 * @param minWeight lightest weight, 1 to 1000
 * @param maxWeight heaviest weight, the same as the lightest unless the font is variable
 * @param style its slope
 * @param normalWidth whether it has the normal width
 * @param latin whether it has all of the letters a to z and A to Z, by its
 * {@code unicode-range}
 * @param source the file that every browser would choose, or {@code null} if that is not
 * sure or there is nothing to fetch
 * @param media the media query list that it depends on, or {@code null} if it applies to
 * every screen
 * @param conditional whether it depends on something else as well, such as
 * {@code @supports}, that a link cannot say
 */
public record FontFace(String family, int minWeight, int maxWeight, FontStyle style, boolean normalWidth, boolean latin,
		@Nullable FontSource source, @Nullable String media, boolean conditional) {

	/**
	 * What the family's names are compared by.
	 * @return the name in lower case
	 */
	String familyKey() {
		return key(this.family);
	}

	/**
	 * Whether every screen has it.
	 * @return {@code true} if nothing is to be fulfilled first
	 */
	public boolean always() {
		return this.media == null && !this.conditional;
	}

	/**
	 * The composite face that it is a part of.
	 * @return equal for faces that differ in nothing but the characters that they have
	 */
	Composite composite() {
		return new Composite(familyKey(), this.minWeight, this.maxWeight, this.style, this.normalWidth);
	}

	static String key(String family) {
		return family.toLowerCase(Locale.ROOT);
	}

	/**
	 * Faces that a browser chooses together, each for the characters that it has.
	 *
	 * @param family see {@link FontFace}, to be compared
	 * @param minWeight see {@link FontFace}
	 * @param maxWeight see {@link FontFace}
	 * @param style see {@link FontFace}
	 * @param normalWidth see {@link FontFace}
	 */
	record Composite(String family, int minWeight, int maxWeight, FontStyle style, boolean normalWidth) {

	}

}
