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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads the value of {@code font-family}
 * (<a href= "https://www.w3.org/TR/css-fonts-4/#font-family-prop">CSS Fonts 4, section
 * 2.1</a>).
 */
final class FontFamilies {

	/** Stands for what is no name, {@code generic(kai)} for example. */
	private static final String NO_NAME = "";

	private FontFamilies() {
	}

	/**
	 * Read a value without references.
	 * @param value the value
	 * @return names in their order, or {@code null} if it is malformed
	 */
	static @Nullable List<String> read(FontValue value) {
		List<String> families = new ArrayList<>(4);
		StringBuilder name = new StringBuilder();
		FontValue.@Nullable Type last = null;
		for (FontValue.Part part : value.parts()) {
			switch (part.type()) {
				case COMMA -> {
					if (last == null) {
						return null;
					}
					families.add(name.toString());
					name.setLength(0);
					last = null;
				}
				case WORD -> {
					if (last != null && last != FontValue.Type.WORD) {
						return null;
					}
					name.append((last != null) ? " " : "").append(part.text());
					last = part.type();
				}
				case STRING, OTHER -> {
					if (last != null) {
						return null;
					}
					name.append((part.type() == FontValue.Type.STRING) ? part.text() : NO_NAME);
					last = part.type();
				}
				default -> {
					return null;
				}
			}
		}
		if (last == null) {
			return null;
		}
		families.add(name.toString());
		return List.copyOf(families);
	}

}
