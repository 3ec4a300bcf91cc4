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
 * Reads the selectors of a style rule
 * (<a href= "https://www.w3.org/TR/selectors-4/">Selectors 4</a>).
 */
final class SelectorReader {

	/** Selectors of one rule; further ones are passed over. */
	private static final int MAX_SELECTORS = 256;

	/** Characters of a selector; longer ones are passed over. */
	private static final int MAX_LENGTH = 200;

	/** Functions inside one another. */
	private static final int MAX_DEPTH = 4;

	private static final int ELEMENT_SPECIFICITY = 1;

	private static final int CLASS_SPECIFICITY = 10;

	private static final Set<String> ROOTS = Set.of(":root", ":root:root", "html:root", ":scope");

	private static final Set<String> BODIES = Set.of("html body", "html>body", ":root body", ":root>body");

	private static final Set<String> BODIES_IN_ROOT = Set.of("body", ">body", "& body", "&>body");

	private final List<Selector> selectors = new ArrayList<>();

	private final @Nullable List<Selector> parents;

	private final String prefix;

	private final boolean inRoot;

	/** Whether what is inside of the parents may be of every page. */
	private final boolean inPage;

	private SelectorReader(@Nullable List<Selector> parents) {
		this.parents = parents;
		this.prefix = (parents != null) ? prefix(parents) : "";
		this.inRoot = parents != null && !parents.isEmpty()
				&& parents.stream().allMatch((parent) -> parent.text().equals(Selector.ROOT));
		this.inPage = parents == null || parents.stream().anyMatch(Selector::mayBeOfEveryPage);
	}

	/**
	 * Read the selectors of a rule.
	 * @param prelude what stands before the rule's block
	 * @param parents the selectors of the rule around it, {@code null} if there is none
	 * @return the selectors, none if they are malformed or select nothing in a page
	 */
	static List<Selector> read(List<CssToken> prelude, @Nullable List<Selector> parents) {
		SelectorReader reader = new SelectorReader(parents);
		boolean valid = reader.list(prelude, true, MAX_DEPTH);
		return valid ? List.copyOf(reader.selectors) : List.of();
	}

	/**
	 * Whether browsers differ in their opinion of a rule: one selector that a browser
	 * does not know makes all of the rule void there.
	 * @param prelude what stands before the rule's block
	 * @return {@code true} if there is a pseudo-class of one vendor
	 */
	static boolean isOfOneVendor(List<CssToken> prelude) {
		for (int i = 1; i < prelude.size(); i++) {
			boolean pseudo = prelude.get(i - 1).type() == CssToken.Type.COLON;
			String name = pseudo ? prelude.get(i).text() : "";
			if (name.startsWith("-") && !name.regionMatches(true, 0, "-webkit-", 0, 8)) {
				return true;
			}
		}
		return false;
	}

	private boolean list(List<CssToken> tokens, boolean specific, int depth) {
		for (List<CssToken> part : CssTokens.split(tokens)) {
			if (isMalformed(part)) {
				return false;
			}
			if (this.selectors.size() >= MAX_SELECTORS) {
				return true;
			}
			String function = functionAround(part);
			if (depth > 0 && function != null) {
				if (!list(CssTokens.inside(part, 1), specific && !function.equals("where"), depth - 1)) {
					return false;
				}
			}
			else if (this.parents != null && part.size() == 1 && part.get(0).is('&')) {
				int room = MAX_SELECTORS - this.selectors.size();
				this.selectors.addAll(this.parents.subList(0, Math.min(room, this.parents.size())));
			}
			else {
				add(part, specific);
			}
		}
		return true;
	}

	private void add(List<CssToken> tokens, boolean specific) {
		String text = text(tokens);
		String lowerCase = text.toLowerCase(Locale.ROOT);
		if (lowerCase.startsWith(":host") || this.prefix.length() + text.length() > MAX_LENGTH) {
			return;
		}
		Selector common = common(lowerCase, specific);
		if (common != null) {
			this.selectors.add(common);
			return;
		}
		List<CompoundSelector> compounds = CompoundSelector.split(tokens);
		CompoundSelector last = compounds.get(compounds.size() - 1);
		boolean page = compounds.size() <= 2 && compounds.stream().allMatch(CompoundSelector::mayBeOfEveryPage)
				&& this.inPage;
		this.selectors.add(new Selector(this.prefix + text, specific ? 1 : 0, last.element(), page));
	}

	private @Nullable Selector common(String text, boolean specific) {
		if (this.parents != null) {
			return (this.inRoot && BODIES_IN_ROOT.contains(text))
					? new Selector(Selector.BODY, CLASS_SPECIFICITY, Selector.BODY, true) : null;
		}
		if (text.equals(Selector.ROOT) || text.equals(Selector.BODY)) {
			return new Selector(text, specific ? ELEMENT_SPECIFICITY : 0, text, true);
		}
		if (ROOTS.contains(text)) {
			return new Selector(Selector.ROOT, specific ? CLASS_SPECIFICITY : 0, Selector.ROOT, true);
		}
		if (BODIES.contains(text)) {
			return new Selector(Selector.BODY, specific ? CLASS_SPECIFICITY : 0, Selector.BODY, true);
		}
		return text.equals(Selector.ANY) ? new Selector(text, 0, null, true) : null;
	}

	private static String prefix(List<Selector> parents) {
		StringBuilder prefix = new StringBuilder("(");
		for (Selector parent : parents) {
			if (prefix.length() > MAX_LENGTH) {
				break;
			}
			prefix.append((prefix.length() > 1) ? "," : "").append(parent.text());
		}
		return prefix.append(')').toString();
	}

	/** The name of the function if it is all of the selector: {@code :is(…)}. */
	private static @Nullable String functionAround(List<CssToken> tokens) {
		if (tokens.size() < 3 || tokens.get(0).type() != CssToken.Type.COLON
				|| tokens.get(1).type() != CssToken.Type.FUNCTION || CssTokens.next(tokens, 1) != tokens.size()) {
			return null;
		}
		String name = tokens.get(1).value();
		return (name.equals("is") || name.equals("where")) ? name : null;
	}

	private static String text(List<CssToken> tokens) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < tokens.size() && text.length() <= MAX_LENGTH; i++) {
			CssToken token = tokens.get(i);
			if (token.type() != CssToken.Type.SPACE) {
				text.append(token.text());
			}
			else if (!CompoundSelector.isCombinator(tokens.get(i - 1))
					&& !CompoundSelector.isCombinator(tokens.get(i + 1))) {
				text.append(' ');
			}
		}
		return text.toString();
	}

	/** Whether it cannot be a selector: a colon stands before a name, for example. */
	private static boolean isMalformed(List<CssToken> tokens) {
		for (int i = 0; i < tokens.size(); i = CssTokens.next(tokens, i)) {
			CssToken.Type type = tokens.get(i).type();
			boolean beforeName = i + 1 < tokens.size() && tokens.get(i + 1).type() != CssToken.Type.SPACE;
			switch (type) {
				case COLON -> {
					if (!beforeName) {
						return true;
					}
				}
				case SEMICOLON, CLOSING, AT_KEYWORD, BROKEN, IMPORTANT, URL, STRING, SLASH, COMMENT_MARK -> {
					return true;
				}
				default -> {
					// may be a part of a selector
				}
			}
		}
		return tokens.isEmpty();
	}

}
