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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The order of the cascade layers of a page
 * (<a href= "https://www.w3.org/TR/css-cascade-5/#layer-ordering">CSS Cascade 5, section
 * 6.4.3</a>): by first appearance, what is inside a layer before the layer's own rules.
 * Layers that an {@code @import} puts a style sheet into are not known.
 */
final class CascadeLayers {

	/** Above layers without a parent. */
	private static final String TOP = "";

	/** What is inside of each layer, in the order of first appearance. */
	private final Map<String, List<String>> inner = new HashMap<>(Map.of(TOP, new ArrayList<>()));

	private final Map<String, Integer> ranks = new HashMap<>();

	/**
	 * Order the layers.
	 * @param sheets the style sheets of the page, in their order
	 */
	CascadeLayers(List<StyleSheet> sheets) {
		for (int sheet = 0; sheet < sheets.size(); sheet++) {
			for (String layer : sheets.get(sheet).layers()) {
				insert(name(sheet, layer));
			}
		}
		rank(TOP);
	}

	/**
	 * The rank of a declaration by its layer and importance alone.
	 * @param sheet index of its style sheet
	 * @param origin where it stands there
	 * @return the higher, the stronger
	 */
	int rank(int sheet, FontDeclaration.Origin origin) {
		int layer = layer(sheet, origin.layer());
		return origin.important() ? 2 * this.ranks.size() + 1 - layer : layer;
	}

	private int layer(int sheet, @Nullable String layer) {
		int last = this.ranks.size();
		return (layer != null) ? this.ranks.getOrDefault(name(sheet, layer), last) : last;
	}

	private void insert(String layer) {
		if (this.inner.putIfAbsent(layer, new ArrayList<>(0)) != null) {
			return;
		}
		int dot = layer.lastIndexOf('.');
		String parent = (dot < 0) ? TOP : layer.substring(0, dot);
		insert(parent);
		this.inner.getOrDefault(parent, List.of()).add(layer);
	}

	/** What is inside of a layer, then the layer itself. */
	private void rank(String layer) {
		this.inner.getOrDefault(layer, List.of()).forEach(this::rank);
		if (!layer.equals(TOP)) {
			this.ranks.put(layer, this.ranks.size());
		}
	}

	/** A layer without a name is another one in each style sheet. */
	private static String name(int sheet, String layer) {
		return layer.contains(LayerNames.ANONYMOUS) ? sheet + layer : layer;
	}

}
