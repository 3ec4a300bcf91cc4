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
 * What a style rule says of the font of one selector's text.
 *
 * @param selector the selector
 * @param property the longhand property that it sets, or the name of a custom property
 * @param value its value
 * @param shorthand whether the value is that of {@code font}, of which the property is a
 * part
 * @param origin where in the cascade it stands
 */
record FontDeclaration(Selector selector, String property, FontValue value, boolean shorthand, Origin origin) {

	static final String FAMILY = "font-family";

	static final String WEIGHT = "font-weight";

	static final String STYLE = "font-style";

	static final String WIDTH = "font-stretch";

	boolean isCustomProperty() {
		return this.property.startsWith("--");
	}

	/**
	 * What a later declaration replaces.
	 * @return equal for two of which the later one counts
	 */
	Object place() {
		return new Place(this.selector, this.property, this.origin);
	}

	/**
	 * Where a declaration stands in the cascade.
	 *
	 * @param layer name of the cascade layer, or {@code null} if it is in none
	 * @param important whether it is {@code !important}
	 * @param conditional whether it depends on something, the size of the window for
	 * example
	 */
	record Origin(@Nullable String layer, boolean important, boolean conditional) {

	}

	private record Place(Selector selector, String property, Origin origin) {

	}

}
