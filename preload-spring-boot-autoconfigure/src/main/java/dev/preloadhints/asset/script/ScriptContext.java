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

import java.util.ArrayDeque;
import java.util.Deque;

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

	private final Deque<Enclosure> open = new ArrayDeque<>();

	private Previous previous = Previous.STATEMENT;

	/** What came before {@code async}, if that is the previous token. */
	private @Nullable Previous beforeAsync;

	private boolean afterLineBreak;

	/**
	 * Begin with a token.
	 * @param afterLineBreak whether a line ended before it
	 */
	void beginToken(boolean afterLineBreak) {
		this.afterLineBreak = afterLineBreak;
		if (afterLineBreak && (this.previous == Previous.RETURN || this.previous == Previous.BREAK)) {
			this.previous = Previous.STATEMENT;
		}
	}

	boolean isAfterOperand() {
		return this.previous == Previous.OPERAND;
	}

	/**
	 * Whether the token is neither inside of brackets nor the name of a property.
	 */
	boolean isOutside() {
		return this.open.isEmpty() && this.previous != Previous.DOT;
	}

	/**
	 * Whether a statement may begin: after an operand, the end of the line ends the one
	 * before.
	 */
	boolean mayBeginStatement() {
		return this.previous == Previous.STATEMENT || (this.previous == Previous.OPERAND && this.afterLineBreak);
	}

	/**
	 * Whether the script may end.
	 */
	boolean mayEnd() {
		return this.open.isEmpty() && (this.previous == Previous.STATEMENT || this.previous == Previous.OPERAND);
	}

	/**
	 * Go past any token but a word.
	 * @param token what it is to the next one
	 */
	void pass(Previous token) {
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
		Previous before = this.previous;
		if (namesMember(word)) {
			pass(Previous.NAME);
		}
		else if (before == Previous.DOT || namesFunction()) {
			pass(Previous.OPERAND);
		}
		else {
			pass(keyword(word));
			this.beforeAsync = word.equals("async") ? before : null;
		}
	}

	private Previous keyword(String word) {
		if (this.previous == Previous.BREAK) {
			return Previous.STATEMENT;
		}
		return switch (word) {
			case "function" ->
				enter(declares() ? Enclosure.FUNCTION_DECLARATION_HEAD : Enclosure.FUNCTION_HEAD, Previous.OPERATOR);
			case "class" ->
				enter(declares() ? Enclosure.CLASS_DECLARATION_HEAD : Enclosure.CLASS_HEAD, Previous.OPERAND);
			case "await" -> (this.previous == Previous.FOR) ? Previous.FOR : Previous.OPERATOR;
			case "of" -> (isAfterOperand() && this.open.peek() == Enclosure.FOR) ? Previous.OPERATOR : Previous.OPERAND;
			default -> Previous.of(word);
		};
	}

	private Previous enter(Enclosure head, Previous keyword) {
		this.open.push(head);
		return keyword;
	}

	/**
	 * Whether even a keyword is the name of a property or of a member, or of none yet, as
	 * in {@code get if() {}}.
	 */
	private boolean namesMember(String word) {
		Enclosure around = this.open.peek();
		if (around == null || !around.holdsMembers()) {
			return false;
		}
		// After the value of a field, the end of the line ends the member.
		boolean next = this.previous == Previous.OPERAND && around.isClass() && this.afterLineBreak
				&& !word.equals("in") && !word.equals("instanceof");
		return next || this.previous == Previous.STATEMENT || this.previous == Previous.NAME;
	}

	private boolean namesFunction() {
		Enclosure around = this.open.peek();
		return around != null && around.isFunctionHead();
	}

	/**
	 * Whether {@code function} and {@code class} begin a statement: after an operand they
	 * can only be on a line of their own.
	 */
	private boolean declares() {
		return this.previous == Previous.STATEMENT || this.previous == Previous.OPERAND
				|| this.previous == Previous.EXPORT_DEFAULT;
	}

	/**
	 * Go past an opening bracket, or the {@code ?} of a conditional expression.
	 * @param enclosure what it opens
	 */
	void open(Enclosure enclosure) {
		this.open.push(enclosure);
		pass(enclosure.first());
	}

	/**
	 * Go past a closing bracket, or the colon of a conditional expression.
	 * @param end the character
	 * @return what it closes, or {@code null} if it does not match
	 */
	@Nullable Enclosure close(int end) {
		Enclosure closed = this.open.poll();
		if (closed == null || closed.end() != end) {
			return null;
		}
		pass(closed.after());
		return closed;
	}

	Enclosure parentheses() {
		return switch (this.previous) {
			case FOR -> Enclosure.FOR;
			case CONDITION -> Enclosure.CONDITION;
			default -> Enclosure.PARENTHESES;
		};
	}

	/**
	 * What a brace opens.
	 * @return {@code null} if there cannot be one
	 */
	@Nullable Enclosure braces() {
		Enclosure around = this.open.peek();
		Enclosure body = (around != null) ? around.body() : null;
		if (body != null && this.previous == Previous.OPERAND) {
			this.open.pop();
			return body;
		}
		return switch (this.previous) {
			case OPERATOR, RETURN, EXPORT_DEFAULT -> Enclosure.OBJECT;
			case ARROW -> Enclosure.BLOCK;
			case STATEMENT, CONDITION -> isAmongStatements() ? Enclosure.BLOCK : null;
			case OPERAND -> bracesAfterOperand(around);
			// A static block.
			case NAME -> (around != null && around.isClass()) ? Enclosure.BLOCK : null;
			case BREAK, DOT, FOR -> null;
		};
	}

	/**
	 * The body of a method, or a block on a line of its own.
	 */
	private @Nullable Enclosure bracesAfterOperand(@Nullable Enclosure around) {
		if (around == Enclosure.OBJECT) {
			return Enclosure.FUNCTION;
		}
		boolean block = (around != null && around.isClass()) || (isAmongStatements() && this.afterLineBreak);
		return block ? Enclosure.BLOCK : null;
	}

	private boolean isAmongStatements() {
		Enclosure around = this.open.peek();
		return around == null || around.holdsStatements();
	}

	/**
	 * What a semicolon is to the next token.
	 * @return {@code null} if there cannot be one
	 */
	@Nullable Previous semicolon() {
		Enclosure around = this.open.peek();
		if (around == Enclosure.FOR) {
			return Previous.OPERATOR;
		}
		return (isAmongStatements() || (around != null && around.isClass())) ? Previous.STATEMENT : null;
	}

	/**
	 * What the colon of a property, a label or {@code case} is to the next token.
	 * @return {@code null} if there cannot be one
	 */
	@Nullable Previous colon() {
		return isAmongStatements() ? Previous.STATEMENT
				: (this.open.peek() == Enclosure.OBJECT) ? Previous.OPERATOR : null;
	}

	boolean isInConditional() {
		return this.open.peek() == Enclosure.CONDITIONAL;
	}

	/**
	 * What a comma is to the next token.
	 */
	Previous comma() {
		return (this.open.peek() == Enclosure.OBJECT) ? Previous.STATEMENT : Previous.OPERATOR;
	}

	/**
	 * What {@code *} is to the next token: before the name of a generator it is no
	 * operator.
	 */
	Previous asterisk() {
		Enclosure around = this.open.peek();
		boolean first = this.previous == Previous.STATEMENT && around != null && around.holdsMembers();
		return (first || this.previous == Previous.NAME) ? Previous.STATEMENT : Previous.OPERATOR;
	}

	/**
	 * What {@code ++} and {@code --} are to the next token: on a line of their own, they
	 * belong to it.
	 */
	Previous increment() {
		return (this.previous == Previous.OPERAND && !this.afterLineBreak) ? Previous.OPERAND : Previous.OPERATOR;
	}

}
