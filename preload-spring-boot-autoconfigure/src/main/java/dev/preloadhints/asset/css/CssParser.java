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

/**
 * Finds the rules and declarations of a style sheet, nested ones included
 * (<a href= "https://drafts.csswg.org/css-syntax/#parsing">CSS Syntax 3, section 5</a>),
 * in one pass, without recursion. What is malformed is passed over as browsers do.
 */
final class CssParser {

	/** Blocks inside one another; what is deeper is passed over. */
	private static final int MAX_DEPTH = 32;

	/** Tokens of one declaration or prelude; longer ones are passed over. */
	private static final int MAX_TOKENS = 4096;

	private final CssTokenizer tokens;

	private final Rules rules;

	private final List<CssToken> item = new ArrayList<>();

	/** The brackets that are open within the item, each as what closes it. */
	private final StringBuilder brackets = new StringBuilder();

	private int depth;

	private CssParser(CssTokenizer tokens, Rules rules) {
		this.tokens = tokens;
		this.rules = rules;
	}

	/**
	 * Parse a style sheet.
	 * @param css its text
	 * @param rules is told what is in it
	 * @return whether the text is complete; {@code false} if it ends inside a block, a
	 * bracket or a comment
	 */
	static boolean parse(String css, Rules rules) {
		CssTokenizer tokens = new CssTokenizer(css);
		boolean closed = new CssParser(tokens, rules).parse();
		return closed && !tokens.isCutOff();
	}

	private boolean parse() {
		for (CssToken token = this.tokens.next(); token.type() != CssToken.Type.END; token = this.tokens.next()) {
			if (!this.brackets.isEmpty()) {
				track(token);
				add(token);
			}
			else {
				handle(token);
			}
		}
		boolean closed = this.depth == 0 && this.brackets.isEmpty();
		endItem();
		for (; this.depth > 0; this.depth--) {
			this.rules.close();
		}
		return closed;
	}

	private void handle(CssToken token) {
		switch (token.type()) {
			case SPACE -> {
				if (!this.item.isEmpty()) {
					add(token);
				}
			}
			case SEMICOLON -> {
				if (this.depth == 0 && !isAtRule()) {
					add(token);
				}
				else {
					endItem();
				}
			}
			case OPENING, FUNCTION -> {
				if (token.is('{') && !isCustomProperty()) {
					open();
				}
				else {
					track(token);
					add(token);
				}
			}
			case CLOSING -> {
				if (token.is('}') && this.depth > 0) {
					endItem();
					this.rules.close();
					this.depth--;
				}
				else {
					add(token);
				}
			}
			case COMMENT_MARK -> {
				if (this.depth > 0 || !this.item.isEmpty()) {
					add(token);
				}
			}
			default -> add(token);
		}
	}

	private void open() {
		boolean wanted = this.depth < MAX_DEPTH && this.item.size() < MAX_TOKENS && this.rules.open(this.item);
		this.item.clear();
		if (wanted) {
			this.depth++;
			return;
		}
		this.brackets.append('}');
		while (!this.brackets.isEmpty()) {
			CssToken token = this.tokens.next();
			if (token.type() == CssToken.Type.END) {
				return;
			}
			track(token);
		}
	}

	private void endItem() {
		if (!this.item.isEmpty() && this.item.size() < MAX_TOKENS) {
			if (isAtRule()) {
				this.rules.statement(this.item);
			}
			else if (this.item.get(0).type() == CssToken.Type.WORD) {
				this.rules.declaration(this.item);
			}
		}
		this.item.clear();
	}

	private void add(CssToken token) {
		if (this.item.size() < MAX_TOKENS) {
			this.item.add(token);
		}
	}

	private void track(CssToken token) {
		if (token.type() == CssToken.Type.FUNCTION || token.is('(')) {
			this.brackets.append(')');
		}
		else if (token.is('{')) {
			this.brackets.append('}');
		}
		else if (token.is('[')) {
			this.brackets.append(']');
		}
		else if (token.type() == CssToken.Type.CLOSING) {
			int last = this.brackets.length() - 1;
			if (token.is(this.brackets.charAt(last))) {
				this.brackets.setLength(last);
			}
		}
	}

	private boolean isAtRule() {
		return !this.item.isEmpty() && this.item.get(0).type() == CssToken.Type.AT_KEYWORD;
	}

	/**
	 * Whether the item is the beginning of a custom property, whose value may hold
	 * braces.
	 */
	private boolean isCustomProperty() {
		if (this.depth == 0 || this.item.isEmpty() || !this.item.get(0).text().startsWith("--")) {
			return false;
		}
		int colon = (this.item.size() > 1 && this.item.get(1).type() == CssToken.Type.SPACE) ? 2 : 1;
		return this.item.size() > colon && this.item.get(colon).type() == CssToken.Type.COLON;
	}

	/**
	 * Is told what a style sheet holds. The lists are valid during the call alone; none
	 * begins with white space.
	 */
	interface Rules {

		/**
		 * A block begins.
		 * @param prelude what stands before the opening brace: the selectors of a style
		 * rule, or an at-rule; may be empty
		 * @return whether its content is of interest; if not, it is passed over, and
		 * there is no call for its end
		 */
		boolean open(List<CssToken> prelude);

		/**
		 * The block that was opened last ends.
		 */
		void close();

		/**
		 * An at-rule without a block, such as {@code @import}.
		 * @param rule its tokens, without the semicolon
		 */
		void statement(List<CssToken> rule);

		/**
		 * Something that begins like a declaration.
		 * @param declaration its tokens, without the semicolon
		 */
		void declaration(List<CssToken> declaration);

	}

}
