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
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The font of some text, as far as the style sheets tell it.
 *
 * @param families the families that a rule for this text sets, or {@code null} if none
 * does or they are not known
 * @param weight 1 to 1000, or {@link FontWeight#NONE} if it is not known
 * @param style the slope, or {@code null} if it is not known
 * @param normalWidth whether it is known to have the normal width
 * @param certain whether it is the same in every page
 */
record TextFont(@Nullable List<String> families, int weight, @Nullable FontStyle style, boolean normalWidth,
		boolean certain) {

	/** What text has that nothing is said of. */
	static final TextFont INITIAL = new TextFont(null, FontWeight.NORMAL, FontStyle.NORMAL, true, true);

	/** Elements that are bold by the browser's own style sheet. */
	private static final Set<String> BOLD = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "th", "b", "strong");

	/** Elements that are italic by the browser's own style sheet. */
	private static final Set<String> ITALIC = Set.of("i", "em", "cite", "dfn", "var", "address");

	/** Elements that inherit no font by the browser's own style sheet. */
	private static final Set<String> CONTROLS = Set.of("button", "input", "select", "textarea");

	/**
	 * Compute the font of a text.
	 * @param values gives what becomes of a longhand property
	 * @param element name of the text's element, {@code null} if that can be any
	 * @param inherited the font around it
	 * @return the font
	 */
	static TextFont compute(Function<String, ComputedValue> values, @Nullable String element, TextFont inherited) {
		ComputedValue family = values.apply(FontDeclaration.FAMILY);
		ComputedValue weight = values.apply(FontDeclaration.WEIGHT);
		ComputedValue style = values.apply(FontDeclaration.STYLE);
		ComputedValue width = values.apply(FontDeclaration.WIDTH);
		TextFont own = inherited.in((element != null) ? element : "");
		return new TextFont(families(family), weight(weight, inherited, own), style(style, inherited, own),
				isNormalWidth(width, inherited), family.certain() && weight.certain() && style.certain());
	}

	/**
	 * What a style sheet has to supply for it.
	 * @param certainty how certain it is that a page has such text
	 * @return the demand, or {@code null} if there is none, or it is not known
	 */
	@Nullable FontUse use(FontLikelihood certainty) {
		if (this.families == null || this.weight == FontWeight.NONE || this.style == null || !this.normalWidth) {
			return null;
		}
		return new FontUse(this.families, this.weight, this.style, this.certain ? certainty : FontLikelihood.POSSIBLE);
	}

	/** The font inside an element that no style sheet says anything of. */
	private TextFont in(String element) {
		boolean control = CONTROLS.contains(element);
		return new TextFont(null, BOLD.contains(element) ? FontWeight.BOLD : control ? FontWeight.NORMAL : this.weight,
				ITALIC.contains(element) ? FontStyle.ITALIC : control ? FontStyle.NORMAL : this.style, this.normalWidth,
				this.certain);
	}

	private static @Nullable List<String> families(ComputedValue family) {
		FontValue value = family.value();
		return (value != null && !value.isWideKeyword()) ? FontFamilies.read(value) : null;
	}

	private static int weight(ComputedValue weight, TextFont inherited, TextFont own) {
		FontValue value = weight.value();
		if (value == null) {
			return weight.known() ? own.weight : FontWeight.NONE;
		}
		return FontWeight.read(value, inherited.weight, own.weight);
	}

	private static @Nullable FontStyle style(ComputedValue style, TextFont inherited, TextFont own) {
		FontValue value = style.value();
		if (value == null) {
			return style.known() ? own.style : null;
		}
		if (!value.isWideKeyword()) {
			return FontStyle.read(value);
		}
		return value.isInherited() ? inherited.style : value.isInitial() ? FontStyle.NORMAL : own.style;
	}

	private static boolean isNormalWidth(ComputedValue width, TextFont inherited) {
		FontValue value = width.value();
		if (value == null) {
			return width.known() && inherited.normalWidth;
		}
		if (value.isWideKeyword()) {
			return value.isInitial() || inherited.normalWidth;
		}
		return FontWidth.includesNormal(value.parts());
	}

}
