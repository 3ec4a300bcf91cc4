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
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The value of {@code font} (<a href= "https://www.w3.org/TR/css-fonts-4/#font-prop">CSS
 * Fonts 4, section 2.7</a>), taken apart.
 *
 * @param families the families; empty if it is a font of the system
 * @param weight the weight, {@code normal} if the value has none
 * @param style the slope, {@code normal} if the value has none
 * @param width the width, {@code normal} if the value has none
 */
record FontShorthand(FontValue families, FontValue weight, FontValue style, FontValue width) {

	private static final FontValue NORMAL = new FontValue(
			List.of(new FontValue.Part(FontValue.Type.WORD, "normal", null)));

	private static final Set<String> SYSTEM_FONTS = Set.of("caption", "icon", "menu", "message-box", "small-caption",
			"status-bar");

	private static final Set<String> SIZES = Set.of("xx-small", "x-small", "small", "medium", "large", "x-large",
			"xx-large", "xxx-large", "larger", "smaller", "math");

	private static final Set<String> WEIGHTS = Set.of("bold", "bolder", "lighter");

	private static final Set<String> ANGLES = Set.of("deg", "grad", "rad", "turn");

	/**
	 * Read a value without references.
	 * @param value the value
	 * @return what it sets, or {@code null} if it is malformed
	 */
	static @Nullable FontShorthand read(FontValue value) {
		List<FontValue.Part> parts = value.parts();
		if (parts.size() == 1 && isOneOf(SYSTEM_FONTS, parts.get(0))) {
			return new FontShorthand(new FontValue(List.of()), NORMAL, NORMAL, NORMAL);
		}
		FontValue weight = NORMAL;
		FontValue style = NORMAL;
		FontValue width = NORMAL;
		int i = 0;
		for (; i < parts.size() && !isSize(parts.get(i)); i++) {
			FontValue.Part part = parts.get(i);
			FontValue one = new FontValue(List.of(part));
			if (part.isWord("italic") || part.isWord("oblique")) {
				style = one;
				i += (i + 1 < parts.size() && isAngle(parts.get(i + 1))) ? 1 : 0;
			}
			else if (isOneOf(WEIGHTS, part) || FontWeight.absolute(part) != FontWeight.NONE) {
				weight = part.isWord("normal") ? weight : one;
			}
			else if (FontWidth.isKeyword(part)) {
				width = one;
			}
			else if (!part.isWord("small-caps")) {
				return null;
			}
		}
		int line = (i + 1 < parts.size() && parts.get(i + 1).type() == FontValue.Type.SLASH) ? 2 : 0;
		int start = i + line + 1;
		FontValue families = new FontValue(List.copyOf(parts.subList(Math.min(start, parts.size()), parts.size())));
		return (FontFamilies.read(families) != null) ? new FontShorthand(families, weight, style, width) : null;
	}

	/**
	 * A part of it.
	 * @param property one of the longhand properties of {@link FontDeclaration}
	 * @return the value of the property
	 */
	FontValue part(String property) {
		return switch (property) {
			case FontDeclaration.FAMILY -> this.families;
			case FontDeclaration.WEIGHT -> this.weight;
			case FontDeclaration.STYLE -> this.style;
			default -> this.width;
		};
	}

	private static boolean isSize(FontValue.Part part) {
		return switch (part.type()) {
			case NUMBER -> (part.hasUnit() && !isAngle(part)) || part.number() == 0;
			case WORD -> isOneOf(SIZES, part);
			default -> part.type() == FontValue.Type.OTHER;
		};
	}

	private static boolean isAngle(FontValue.Part part) {
		String text = part.text().toLowerCase(Locale.ROOT);
		return part.type() == FontValue.Type.NUMBER && ANGLES.stream().anyMatch(text::endsWith);
	}

	private static boolean isOneOf(Set<String> words, FontValue.Part part) {
		return part.type() == FontValue.Type.WORD && words.contains(part.text().toLowerCase(Locale.ROOT));
	}

}
