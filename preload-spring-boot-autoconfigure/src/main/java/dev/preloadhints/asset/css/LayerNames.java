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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The full names of the cascade layers of one style sheet, within bounds.
 */
final class LayerNames {

	/** Cascade layers; what is in others is passed over. */
	private static final int MAX_LAYERS = 128;

	/** Characters of a full name; longer ones are passed over. */
	private static final int MAX_LENGTH = 128;

	/** How the names of layers without a name begin. */
	static final String ANONYMOUS = "#";

	private final Set<String> names = new LinkedHashSet<>();

	private int anonymous;

	/**
	 * Add a layer, unless it is known.
	 * @param name its name inside of the layer around it, empty for a layer without one
	 * @param around full name of the layer around it, {@code null} if there is none
	 * @return its full name, or {@code null} if it is passed over
	 */
	@Nullable String add(List<CssToken> name, @Nullable String around) {
		String layer = name.isEmpty() ? ANONYMOUS + this.anonymous++ : CssTokens.text(name);
		String path = (around != null) ? around + "." + layer : layer;
		boolean known = this.names.contains(path);
		if (!known && path.length() <= MAX_LENGTH && this.names.size() < MAX_LAYERS) {
			known = this.names.add(path);
		}
		return known ? path : null;
	}

	/**
	 * All that were added.
	 * @return in the order in which they appear
	 */
	List<String> all() {
		return List.copyOf(this.names);
	}

}
