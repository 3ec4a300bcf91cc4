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

/**
 * Reads the value of {@code font-weight}
 * (<a href= "https://www.w3.org/TR/css-fonts-4/#font-weight-prop">CSS Fonts 4, section
 * 2.2</a>).
 */
final class FontWeight {

	/** The weight of text that nothing is said of. */
	static final int NORMAL = 400;

	/** What headings have, unless a style sheet says otherwise. */
	static final int BOLD = 700;

	/** There is no weight. */
	static final int NONE = -1;

	private FontWeight() {
	}

	/**
	 * Read a weight that does not depend on another one.
	 * @param part a part of a value
	 * @return 1 to 1000, or {@link #NONE}
	 */
	static int absolute(FontValue.Part part) {
		if (part.type() == FontValue.Type.NUMBER) {
			float number = part.number();
			return (!part.hasUnit() && number >= 1 && number <= 1000) ? Math.round(number) : NONE;
		}
		return part.isWord("normal") ? NORMAL : part.isWord("bold") ? BOLD : NONE;
	}

	/**
	 * Read a weight.
	 * @param value a value without references
	 * @param inherited the weight around the text
	 * @param own the weight that its element has if no style sheet says anything
	 * @return 1 to 1000, or {@link #NONE} if it is malformed or not known
	 */
	static int read(FontValue value, int inherited, int own) {
		if (value.parts().size() != 1) {
			return NONE;
		}
		FontValue.Part part = value.parts().get(0);
		if (part.type() == FontValue.Type.NUMBER) {
			return absolute(part);
		}
		return switch (part.text().toLowerCase(Locale.ROOT)) {
			case "bolder" -> bolder(inherited);
			case "lighter" -> lighter(inherited);
			case "inherit", "unset" -> inherited;
			case "initial" -> NORMAL;
			case "revert", "revert-layer" -> own;
			default -> absolute(part);
		};
	}

	private static int bolder(int weight) {
		if (weight < 350) {
			return (weight != NONE) ? NORMAL : NONE;
		}
		return (weight < 550) ? BOLD : Math.max(weight, 900);
	}

	private static int lighter(int weight) {
		if (weight < 550) {
			return Math.min(weight, 100);
		}
		return (weight < 750) ? NORMAL : BOLD;
	}

}
