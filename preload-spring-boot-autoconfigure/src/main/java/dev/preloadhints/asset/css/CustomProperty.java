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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the style sheets of a page declare for one custom property, and which of it some
 * text has.
 */
final class CustomProperty {

	private final Map<String, Cascaded> bySelector = new HashMap<>();

	/** For elements that not every page has. */
	private final Special special = new Special();

	/** Those of them that may be the root element or the body. */
	private final Special specialOfPage = new Special();

	/**
	 * Add a declaration, in the order of the page.
	 * @param declaration the declaration
	 * @param rank its rank by layer and importance
	 */
	void add(FontDeclaration declaration, int rank) {
		Selector selector = declaration.selector();
		this.bySelector.computeIfAbsent(selector.text(), (text) -> new Cascaded()).add(declaration, rank);
		if (!selector.isOfEveryPage()) {
			this.special.add(declaration);
			if (selector.mayBeOfEveryPage()) {
				this.specialOfPage.add(declaration);
			}
		}
	}

	/**
	 * Whether some declaration may be for a text.
	 * @param selector the text's selector
	 * @return {@code false} if the property is not set there in any page
	 */
	boolean mayApply(Selector selector) {
		return nearest(selector) != null || special(selector).first != null;
	}

	/**
	 * The declaration that is for a text in every page.
	 * @param selector the text's selector
	 * @return the declaration, or {@code null} if there is none or another one may be
	 * stronger
	 */
	@Nullable FontDeclaration find(Selector selector) {
		Cascaded nearest = nearest(selector);
		FontDeclaration found = (nearest != null && nearest.isSure()) ? nearest.winner() : null;
		if (found == null || !found.selector().isOfEveryPage()) {
			return found;
		}
		return special(selector).isNothingBut(found.value()) ? found : null;
	}

	/**
	 * The declaration that is for a text in some pages, when all that there are say the
	 * same.
	 * @param selector the text's selector
	 * @return the declaration, or {@code null} if they differ or one is for every page
	 */
	@Nullable FontDeclaration findSpecial(Selector selector) {
		FontDeclaration first = special(selector).first;
		boolean only = first != null && nearest(selector) == null && special(selector).isNothingBut(first.value());
		return only ? first : null;
	}

	private Special special(Selector selector) {
		return selector.isOfEveryPage() ? this.specialOfPage : this.special;
	}

	/** What is declared for the text itself, else for the text around it. */
	private @Nullable Cascaded nearest(Selector selector) {
		List<String> texts = selector.text().equals(Selector.ROOT) ? List.of(Selector.ROOT, Selector.ANY)
				: List.of(selector.text(), Selector.ANY, Selector.BODY, Selector.ROOT);
		for (String text : texts) {
			Cascaded cascaded = this.bySelector.get(text);
			if (cascaded != null) {
				return cascaded;
			}
		}
		return null;
	}

	private static final class Special {

		private final Set<FontValue> values = new HashSet<>();

		private @Nullable FontDeclaration first;

		void add(FontDeclaration declaration) {
			this.first = (this.first != null) ? this.first : declaration;
			this.values.add(declaration.value());
		}

		boolean isNothingBut(FontValue value) {
			return this.values.isEmpty() || (this.values.size() == 1 && this.values.contains(value));
		}

	}

}
