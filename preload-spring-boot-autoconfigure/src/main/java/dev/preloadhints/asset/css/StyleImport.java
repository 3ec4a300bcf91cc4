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
 * An {@code @import} rule that a screen may need
 * (<a href= "https://www.w3.org/TR/css-cascade-5/#at-import">CSS Cascade 5, section
 * 2</a>).
 *
 * @param url the address of the style sheet as it is written, without escapes; relative
 * to the importing style sheet
 * @param media the media query list that it depends on, or {@code null} if it applies to
 * every screen
 * @param conditional whether it depends on something else as well, such as
 * {@code supports()}, that a link cannot say
 */
public record StyleImport(String url, @Nullable String media, boolean conditional) {

	/**
	 * Whether every screen needs the style sheet.
	 * @return {@code true} if nothing is to be fulfilled first
	 */
	public boolean always() {
		return this.media == null && !this.conditional;
	}

}
