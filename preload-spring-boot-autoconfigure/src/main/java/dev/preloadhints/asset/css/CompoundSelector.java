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
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A part of a selector that is about one element
 * (<a href= "https://www.w3.org/TR/selectors-4/#compound">Selectors 4, section 3.1</a>).
 *
 * @param tokens the part, none if a combinator has nothing after it
 */
record CompoundSelector(List<CssToken> tokens) {

	private static final Set<String> PSEUDO_ELEMENTS = Set.of("before", "after", "first-line", "first-letter");

	/**
	 * The parts between the combinators.
	 * @param selector the tokens of a selector
	 * @return one at least
	 */
	static List<CompoundSelector> split(List<CssToken> selector) {
		List<CompoundSelector> compounds = new ArrayList<>(2);
		int start = 0;
		for (int i = 0; i < selector.size(); i = CssTokens.next(selector, i)) {
			if (selector.get(i).type() == CssToken.Type.SPACE || isCombinator(selector.get(i))) {
				if (i > start) {
					compounds.add(new CompoundSelector(selector.subList(start, i)));
				}
				start = i + 1;
			}
		}
		int last = Math.min(start, selector.size());
		compounds.add(new CompoundSelector(selector.subList(last, selector.size())));
		return compounds;
	}

	/**
	 * Whether it is a combinator, other than white space.
	 */
	static boolean isCombinator(CssToken token) {
		return token.is('>') || token.is('+') || token.is('~');
	}

	/**
	 * The name of the element.
	 * @return in lower case, or {@code null} if it can be any
	 */
	@Nullable String element() {
		boolean named = !this.tokens.isEmpty() && this.tokens.get(0).type() == CssToken.Type.WORD;
		return named ? this.tokens.get(0).value().toLowerCase(Locale.ROOT) : null;
	}

	/**
	 * Whether it may stand for the root element or the body of a page.
	 */
	boolean mayBeOfEveryPage() {
		String element = element();
		boolean other = element != null && !element.equals(Selector.ROOT) && !element.equals(Selector.BODY);
		return !other && !hasPseudoElement();
	}

	private boolean hasPseudoElement() {
		for (int i = 1; i < this.tokens.size(); i++) {
			boolean pseudo = this.tokens.get(i - 1).type() == CssToken.Type.COLON;
			CssToken token = this.tokens.get(i);
			if (pseudo && (token.type() == CssToken.Type.COLON
					|| PSEUDO_ELEMENTS.contains(token.text().toLowerCase(Locale.ROOT)))) {
				return true;
			}
		}
		return false;
	}

}
