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

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the style sheets of a page demand of fonts, all of them together. What depends on
 * a condition, or on which elements a page has, is left out.
 */
final class FontUses {

	/** Where the text of every page has its font from, the nearest first. */
	private static final List<String> COMMON = List.of(Selector.ANY, Selector.BODY, Selector.ROOT);

	private final Map<String, Texts> bySelector = new LinkedHashMap<>();

	private final CustomProperties properties;

	/**
	 * Gather what is demanded.
	 * @param sheets the style sheets of the page, in their order
	 * @param effort spent on what each declares
	 */
	FontUses(List<StyleSheet> sheets, Effort effort) {
		CascadeLayers layers = new CascadeLayers(sheets);
		this.properties = new CustomProperties(sheets, layers, effort);
		for (int sheet = 0; sheet < sheets.size(); sheet++) {
			effort.spend(sheets.get(sheet).fonts().size());
			for (FontDeclaration declaration : sheets.get(sheet).fonts()) {
				Selector selector = declaration.selector();
				this.bySelector.computeIfAbsent(selector.text(), (text) -> new Texts(selector, new HashMap<>()))
					.font()
					.computeIfAbsent(declaration.property(), (property) -> new Cascaded())
					.add(declaration, layers.rank(sheet, declaration.origin()));
			}
		}
	}

	/**
	 * The fonts that are demanded.
	 * @return without repetitions; that of every page first, then in the order of the
	 * style sheets
	 */
	Set<FontUse> all() {
		Set<FontUse> uses = new LinkedHashSet<>();
		TextFont common = TextFont.compute(this::common, null, TextFont.INITIAL);
		add(uses, common.use(FontLikelihood.CERTAIN));
		for (Texts texts : this.bySelector.values()) {
			if (!texts.selector().isOfEveryPage()) {
				TextFont font = TextFont.compute((property) -> compute(texts, property), texts.selector().element(),
						common);
				add(uses, font.use(texts.selector().isOfMostPages() ? FontLikelihood.LIKELY : FontLikelihood.POSSIBLE));
			}
		}
		return uses;
	}

	private static void add(Set<FontUse> uses, @Nullable FontUse use) {
		if (use != null) {
			uses.add(use);
		}
	}

	private ComputedValue common(String property) {
		for (String selector : COMMON) {
			Texts texts = this.bySelector.get(selector);
			ComputedValue value = (texts != null) ? compute(texts, property) : ComputedValue.NOT_SET;
			boolean inherited = value.known() && (value.value() == null || value.value().isInherited());
			if (!inherited) {
				return value;
			}
		}
		return ComputedValue.NOT_SET;
	}

	private ComputedValue compute(Texts texts, String property) {
		return ComputedValue.of(texts.font().get(property), this.properties);
	}

	/**
	 * The texts of one selector.
	 *
	 * @param selector the selector
	 * @param font what is declared for each property of the font
	 */
	private record Texts(Selector selector, Map<String, Cascaded> font) {

	}

}
