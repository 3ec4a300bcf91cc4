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

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a font property of some text.
 *
 * @param value its value without references, or {@code null} if it is not set or not
 * known
 * @param known whether it is known, even if it is not set
 * @param certain whether it is the same in every page
 */
record ComputedValue(@Nullable FontValue value, boolean known, boolean certain) {

	/** No style sheet says anything. */
	static final ComputedValue NOT_SET = new ComputedValue(null, true, true);

	/** Only a browser knows. */
	static final ComputedValue UNKNOWN = new ComputedValue(null, false, false);

	/**
	 * Compute a value.
	 * @param cascaded what is declared, {@code null} for nothing
	 * @param properties the custom properties of the page
	 * @return the value
	 */
	static ComputedValue of(@Nullable Cascaded cascaded, CustomProperties properties) {
		if (cascaded == null) {
			return NOT_SET;
		}
		FontDeclaration winner = cascaded.isSure() ? cascaded.winner() : null;
		CustomProperties.Substituted substituted = (winner != null)
				? properties.substitute(winner.value(), winner.selector()) : null;
		if (winner == null || substituted == null) {
			return UNKNOWN;
		}
		FontValue value = substituted.value();
		if (winner.shorthand() && !value.isWideKeyword()) {
			FontShorthand font = FontShorthand.read(value);
			return (font != null) ? new ComputedValue(font.part(winner.property()), true, substituted.certain())
					: UNKNOWN;
		}
		return new ComputedValue(value, true, substituted.certain());
	}

}
