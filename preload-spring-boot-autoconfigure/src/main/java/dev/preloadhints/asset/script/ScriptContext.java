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

package dev.preloadhints.asset.script;

import org.jspecify.annotations.Nullable;

/**
 * Where in the grammar a token stands, told by what came before and what is open. It is
 * as much of the grammar as decides whether a slash divides (ECMA-262,
 * <a href="https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar">section 12,
 * {@code InputElementDiv} and {@code InputElementRegExp}</a>), and where a line break
 * ends a statement
 * (<a href="https://tc39.es/ecma262/#sec-automatic-semicolon-insertion">section
 * 12.10</a>). Takes for granted that the script is valid otherwise.
 */
final class ScriptContext {

	private final OpenBrackets open;

	private PreviousToken previous = PreviousToken.STATEMENT;

	/** What came before {@code async}, if that is the previous token. */
	private @Nullable PreviousToken beforeAsync;

	private boolean afterLineBreak;

	/**
	 * Begin a script.
	 * @param open what is open, kept up from here on
	 */
	ScriptContext(OpenBrackets open) {
		this.open = open;
	}

	/**
	 * Begin with a token.
	 * @param afterLineBreak whether a line ended before it
	 */
	void beginToken(boolean afterLineBreak) {
		this.afterLineBreak = afterLineBreak;
		if (afterLineBreak && (this.previous == PreviousToken.RETURN || this.previous == PreviousToken.BREAK)) {
			this.previous = PreviousToken.STATEMENT;
		}
	}

	boolean isAfterOperand() {
		return this.previous == PreviousToken.OPERAND;
	}

	/**
	 * Whether the token is neither inside of brackets nor the name of a property.
	 */
	boolean isOutside() {
		return this.open.isEmpty() && this.previous != PreviousToken.DOT;
	}

	/**
	 * Whether a statement may begin: after an operand, the end of the line ends the one
	 * before.
	 */
	boolean mayBeginStatement() {
		return this.previous == PreviousToken.STATEMENT
				|| (this.previous == PreviousToken.OPERAND && this.afterLineBreak);
	}

	/**
	 * Whether the script may end.
	 */
	boolean mayEnd() {
		return this.open.isEmpty()
				&& (this.previous == PreviousToken.STATEMENT || this.previous == PreviousToken.OPERAND);
	}

	/**
	 * Go past any token but a word.
	 * @param token what it is to the next one
	 */
	void pass(PreviousToken token) {
		this.previous = token;
		this.beforeAsync = null;
	}

	/**
	 * Go past a word.
	 */
	void passWord(String word) {
		if (word.equals("function") && this.beforeAsync != null && !this.afterLineBreak) {
			this.previous = this.beforeAsync;
		}
		PreviousToken before = this.previous;
		if (namesMember(word)) {
			pass(PreviousToken.NAME);
		}
		else if (before == PreviousToken.DOT || this.open.isFunctionHead()) {
			pass(PreviousToken.OPERAND);
		}
		else {
			pass(keyword(word));
			this.beforeAsync = word.equals("async") ? before : null;
		}
	}

	private PreviousToken keyword(String word) {
		if (this.previous == PreviousToken.BREAK) {
			return PreviousToken.STATEMENT;
		}
		return switch (word) {
			case "function" -> enter(declares() ? OpenBracket.FUNCTION_DECLARATION_HEAD : OpenBracket.FUNCTION_HEAD,
					PreviousToken.OPERATOR);
			case "class" ->
				enter(declares() ? OpenBracket.CLASS_DECLARATION_HEAD : OpenBracket.CLASS_HEAD, PreviousToken.OPERAND);
			case "await" -> (this.previous == PreviousToken.FOR) ? PreviousToken.FOR : PreviousToken.OPERATOR;
			case "of" -> (isAfterOperand() && this.open.innermost() == OpenBracket.FOR) ? PreviousToken.OPERATOR
					: PreviousToken.OPERAND;
			default -> PreviousToken.of(word);
		};
	}

	private PreviousToken enter(OpenBracket head, PreviousToken keyword) {
		this.open.push(head);
		return keyword;
	}

	/**
	 * Whether even a keyword is the name of a property or of a member, or of none yet, as
	 * in {@code get if() {}}.
	 */
	private boolean namesMember(String word) {
		OpenBracket around = this.open.innermost();
		if (around == null || !around.holdsMembers()) {
			return false;
		}
		// After the value of a field, the end of the line ends the member.
		boolean next = this.previous == PreviousToken.OPERAND && around.isClass() && this.afterLineBreak
				&& !word.equals("in") && !word.equals("instanceof");
		return next || this.previous == PreviousToken.STATEMENT || this.previous == PreviousToken.NAME;
	}

	/**
	 * Whether {@code function} and {@code class} begin a statement: after an operand they
	 * can only be on a line of their own.
	 */
	private boolean declares() {
		return this.previous == PreviousToken.STATEMENT || this.previous == PreviousToken.OPERAND
				|| this.previous == PreviousToken.EXPORT_DEFAULT;
	}

	/**
	 * Go past an opening bracket, or the {@code ?} of a conditional expression.
	 * @param enclosure what it opens
	 */
	void open(OpenBracket enclosure) {
		this.open.push(enclosure);
		pass(enclosure.first());
	}

	/**
	 * Go past a closing bracket, or the colon of a conditional expression.
	 * @param end the character
	 * @return what it closes, or {@code null} if it does not match
	 */
	@Nullable OpenBracket close(int end) {
		OpenBracket closed = this.open.pop();
		if (closed == null || closed.end() != end) {
			return null;
		}
		pass(closed.after());
		return closed;
	}

	OpenBracket parentheses() {
		return switch (this.previous) {
			case FOR -> OpenBracket.FOR;
			case CONDITION -> OpenBracket.CONDITION;
			default -> OpenBracket.PARENTHESES;
		};
	}

	/**
	 * What a brace opens.
	 * @return {@code null} if there cannot be one
	 */
	@Nullable OpenBracket braces() {
		OpenBracket around = this.open.innermost();
		OpenBracket body = (around != null) ? around.body() : null;
		if (body != null && this.previous == PreviousToken.OPERAND) {
			this.open.pop();
			return body;
		}
		return switch (this.previous) {
			case OPERATOR, RETURN, EXPORT_DEFAULT -> OpenBracket.OBJECT;
			case ARROW -> OpenBracket.BLOCK;
			case STATEMENT, CONDITION -> this.open.holdStatements() ? OpenBracket.BLOCK : null;
			case OPERAND -> bracesAfterOperand(around);
			// A static block.
			case NAME -> (around != null && around.isClass()) ? OpenBracket.BLOCK : null;
			case BREAK, DOT, FOR -> null;
		};
	}

	/**
	 * The body of a method, or a block on a line of its own.
	 */
	private @Nullable OpenBracket bracesAfterOperand(@Nullable OpenBracket around) {
		if (around == OpenBracket.OBJECT) {
			return OpenBracket.FUNCTION;
		}
		boolean block = (around != null && around.isClass()) || (this.open.holdStatements() && this.afterLineBreak);
		return block ? OpenBracket.BLOCK : null;
	}

	/**
	 * What {@code *} is to the next token: before the name of a generator it is no
	 * operator.
	 */
	PreviousToken asterisk() {
		OpenBracket around = this.open.innermost();
		boolean first = this.previous == PreviousToken.STATEMENT && around != null && around.holdsMembers();
		return (first || this.previous == PreviousToken.NAME) ? PreviousToken.STATEMENT : PreviousToken.OPERATOR;
	}

	/**
	 * What {@code ++} and {@code --} are to the next token: on a line of their own, they
	 * belong to it.
	 */
	PreviousToken increment() {
		return (this.previous == PreviousToken.OPERAND && !this.afterLineBreak) ? PreviousToken.OPERAND
				: PreviousToken.OPERATOR;
	}

}
