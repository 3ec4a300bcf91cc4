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
 * The custom properties of a page's style sheets, and what {@code var()} makes of them
 * (<a href="https://www.w3.org/TR/css-variables-1/">CSS Custom Properties 1</a>).
 */
final class CustomProperties {

	/** References to references. Deeper ones, and with them circles, have no value. */
	private static final int MAX_DEPTH = 16;

	/** References in one value, all in all. */
	private static final int MAX_REFERENCES = 64;

	/** Parts of one value, all in all. */
	private static final int MAX_PARTS = 128;

	private final Map<String, CustomProperty> properties = new HashMap<>();

	private final List<StyleSheet> sheets;

	private final Effort effort;

	/**
	 * Gather the custom properties.
	 * @param sheets the style sheets of the page, in their order
	 * @param layers the cascade layers of the page
	 * @param effort spent on references
	 */
	CustomProperties(List<StyleSheet> sheets, CascadeLayers layers, Effort effort) {
		for (int sheet = 0; sheet < sheets.size(); sheet++) {
			for (FontDeclaration declaration : sheets.get(sheet).properties()) {
				this.properties.computeIfAbsent(declaration.property(), (name) -> new CustomProperty())
					.add(declaration, layers.rank(sheet, declaration.origin()));
			}
		}
		this.sheets = sheets;
		this.effort = effort;
	}

	/**
	 * Replace references by what they stand for.
	 * @param value a value
	 * @param selector whose text the value is for
	 * @return the value without references, or {@code null} if there is none or it is not
	 * sure
	 */
	@Nullable Substituted substitute(FontValue value, Selector selector) {
		Substitution substitution = new Substitution();
		boolean sure = substitution.addAll(value.parts(), selector, 0);
		return sure ? new Substituted(new FontValue(List.copyOf(substitution.parts)), substitution.certain) : null;
	}

	private boolean isNowhereSet(String name) {
		this.effort.spend(this.sheets.size());
		return this.sheets.stream().noneMatch((sheet) -> sheet.maySet(name));
	}

	/**
	 * A value without references.
	 *
	 * @param value the value
	 * @param certain whether every page has it
	 */
	record Substituted(FontValue value, boolean certain) {

	}

	/** Its methods answer {@code false} if there is no value or it is not sure. */
	private final class Substitution {

		private final List<FontValue.Part> parts = new ArrayList<>(8);

		private boolean certain = true;

		private int references;

		boolean addAll(List<FontValue.Part> added, Selector selector, int depth) {
			CustomProperties.this.effort.spend(added.size());
			for (FontValue.Part part : added) {
				boolean sure = (part.type() == FontValue.Type.VARIABLE) ? addReference(part, selector, depth)
						: this.parts.size() < MAX_PARTS && this.parts.add(part);
				if (!sure) {
					return false;
				}
			}
			return true;
		}

		private boolean addReference(FontValue.Part reference, Selector selector, int depth) {
			if (depth == MAX_DEPTH || this.references++ == MAX_REFERENCES) {
				return false;
			}
			CustomProperty property = CustomProperties.this.properties.get(reference.text());
			List<FontValue.Part> fallback = reference.fallback();
			if (property == null || !property.mayApply(selector)) {
				return fallback != null && isNowhereSet(reference.text()) && addAll(fallback, selector, depth + 1);
			}
			FontDeclaration declaration = property.find(selector);
			if (declaration == null && fallback == null) {
				this.certain = false;
				declaration = property.findSpecial(selector);
			}
			return declaration != null && addAll(declaration.value().parts(), declaration.selector(), depth + 1);
		}

	}

}
