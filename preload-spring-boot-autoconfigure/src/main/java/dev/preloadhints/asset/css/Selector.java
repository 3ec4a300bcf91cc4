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

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A selector of a style rule, as far as it matters for fonts: whose elements every page
 * has, and whether two are the same. Nothing else is understood of it.
 *
 * @param text the selector; one of the constants if it stands for the same elements
 * @param specificity by which two of the same text are ordered; 0 in {@code :where()}
 * @param element name of the element that it selects, in lower case, or {@code null} if
 * that can be any
 * @param mayBeOfEveryPage whether it may select the root element or the body of a page;
 * {@code false} if it selects other elements alone
 */
record Selector(String text, int specificity, @Nullable String element, boolean mayBeOfEveryPage) {

	/** The root element. */
	static final String ROOT = "html";

	/** The element around all text. */
	static final String BODY = "body";

	/** Every element. */
	static final String ANY = "*";

	/** Elements with text of which nearly every page has one. */
	private static final Set<String> FREQUENT = Set.of("a", "footer", "h1", "h2", "h3", "header", "li", "main", "nav",
			"p");

	/**
	 * Whether nearly every page has text that the selector is for.
	 * @return {@code true} for the name of a frequent element and nothing else
	 */
	boolean isOfMostPages() {
		return FREQUENT.contains(this.text.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether every page has text that the selector is for.
	 * @return {@code true} for the root element, the body and every element
	 */
	boolean isOfEveryPage() {
		return this.text.equals(ROOT) || this.text.equals(BODY) || this.text.equals(ANY);
	}

}
