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
import java.util.Map;

/**
 * The widths of fonts
 * (<a href= "https://www.w3.org/TR/css-fonts-4/#font-stretch-prop">CSS Fonts 4, section
 * 2.3</a>).
 */
final class FontWidth {

	private static final float NORMAL = 100;

	private static final Map<String, Float> KEYWORDS = Map.of("ultra-condensed", 50f, "extra-condensed", 62.5f,
			"condensed", 75f, "semi-condensed", 87.5f, "normal", NORMAL, "semi-expanded", 112.5f, "expanded", 125f,
			"extra-expanded", 150f, "ultra-expanded", 200f, "auto", NORMAL);

	private FontWidth() {
	}

	/**
	 * Whether a width or a range of widths includes the normal one.
	 * @param parts one width or two
	 * @return {@code false} if not, or if it is malformed
	 */
	static boolean includesNormal(List<FontValue.Part> parts) {
		if (parts.isEmpty() || parts.size() > 2) {
			return false;
		}
		float first = percentage(parts.get(0));
		float second = percentage(parts.get(parts.size() - 1));
		return Math.min(first, second) <= NORMAL && Math.max(first, second) >= NORMAL;
	}

	/**
	 * Whether a part of a value is the name of a width.
	 * @param part the part
	 * @return {@code true} for {@code condensed}, for example
	 */
	static boolean isKeyword(FontValue.Part part) {
		return part.type() == FontValue.Type.WORD && KEYWORDS.containsKey(part.text().toLowerCase(Locale.ROOT));
	}

	private static float percentage(FontValue.Part part) {
		if (part.type() == FontValue.Type.NUMBER && part.text().endsWith("%")) {
			return part.number();
		}
		return KEYWORDS.getOrDefault(part.text().toLowerCase(Locale.ROOT), Float.NaN);
	}

}
