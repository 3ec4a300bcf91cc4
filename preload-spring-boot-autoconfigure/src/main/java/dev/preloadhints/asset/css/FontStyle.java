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
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The slope of a font.
 */
public enum FontStyle {

	/** Upright. */
	NORMAL,

	/** A cursive design. */
	ITALIC,

	/** A slanted upright design, at any angle. */
	OBLIQUE;

	/**
	 * Read the value of {@code font-style}
	 * (<a href= "https://www.w3.org/TR/css-fonts-4/#font-style-prop">CSS Fonts 4, section
	 * 2.4</a>).
	 * @param value a value without references
	 * @return the slope, or {@code null} if it is malformed
	 */
	static @Nullable FontStyle read(FontValue value) {
		List<FontValue.Part> parts = value.parts();
		String word = parts.isEmpty() ? "" : parts.get(0).text().toLowerCase(Locale.ROOT);
		return switch (word) {
			case "normal", "auto" -> NORMAL;
			case "italic" -> ITALIC;
			case "oblique" -> OBLIQUE;
			default -> null;
		};
	}

}
