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

import org.jspecify.annotations.Nullable;

/**
 * Reads the declarations of a style rule that matter for fonts. What is invalid whatever
 * the custom properties are is left out, as in a browser it leaves an earlier declaration
 * in force.
 */
final class FontDeclarationReader {

	private FontDeclarationReader() {
	}

	/**
	 * Read a declaration.
	 * @param property name of the property, in lower case unless it is a custom one
	 * @param tokens its value, {@code !important} included
	 * @param layer name of the cascade layer, or {@code null}
	 * @param conditional whether the rule depends on something
	 * @return what it sets, one declaration for each longhand property; none if it does
	 * not matter
	 */
	static List<Unbound> read(String property, List<CssToken> tokens, @Nullable String layer, boolean conditional) {
		boolean custom = property.startsWith("--");
		if (!custom && !property.startsWith("font") && !property.equals("all")) {
			return List.of();
		}
		int last = tokens.size() - 1;
		boolean important = last >= 0 && tokens.get(last).type() == CssToken.Type.IMPORTANT;
		FontValue value = FontValue.read(important ? tokens.subList(0, last) : tokens);
		FontDeclaration.Origin origin = new FontDeclaration.Origin(layer, important, conditional);
		if (custom) {
			return value.isOfFonts() ? List.of(new Unbound(property, value, false, origin)) : List.of();
		}
		if (!isValid(property, value)) {
			return List.of();
		}
		return switch (property) {
			case "font",
					"all" ->
				List.of(new Unbound(FontDeclaration.FAMILY, value, true, origin),
						new Unbound(FontDeclaration.WEIGHT, value, true, origin),
						new Unbound(FontDeclaration.STYLE, value, true, origin),
						new Unbound(FontDeclaration.WIDTH, value, true, origin));
			case "font-width" -> List.of(new Unbound(FontDeclaration.WIDTH, value, false, origin));
			default -> List.of(new Unbound(property, value, false, origin));
		};
	}

	private static boolean isValid(String property, FontValue value) {
		boolean unknown = value.hasVariables() || value.isWideKeyword();
		return switch (property) {
			case "all" -> unknown;
			case "font" -> unknown || FontShorthand.read(value) != null;
			case FontDeclaration.FAMILY -> unknown || FontFamilies.read(value) != null;
			case FontDeclaration.WEIGHT -> unknown || !value.isOfFonts()
					|| FontWeight.read(value, FontWeight.NORMAL, FontWeight.NORMAL) != FontWeight.NONE;
			case FontDeclaration.STYLE -> unknown || FontStyle.read(value) != null;
			case FontDeclaration.WIDTH, "font-width" -> true;
			default -> false;
		};
	}

	/**
	 * A declaration before it is known whose it is.
	 *
	 * @param property see {@link FontDeclaration}
	 * @param value see {@link FontDeclaration}
	 * @param shorthand see {@link FontDeclaration}
	 * @param origin see {@link FontDeclaration}
	 */
	record Unbound(String property, FontValue value, boolean shorthand, FontDeclaration.Origin origin) {

		FontDeclaration to(Selector selector) {
			return new FontDeclaration(selector, this.property, this.value, this.shorthand, this.origin);
		}

	}

}
