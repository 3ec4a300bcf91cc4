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

import java.text.ParseException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Goes through a script from one import or export to the next. These stand outside of all
 * brackets, so of everything else it has to know no more than where it ends.
 */
final class ScriptLexer {

	private static final Set<String> DECLARATIONS = Set.of("async", "class", "const", "function", "let", "var");

	private static final String OPERATORS = "+-%=<>!&|^~";

	private final ScriptText text;

	private final OpenBrackets open = new OpenBrackets();

	private final ScriptContext context = new ScriptContext(this.open);

	ScriptLexer(ScriptText text) {
		this.text = text;
	}

	/**
	 * Go on to the next declaration that may name a module, to the token after its
	 * keyword. Whoever reads the declaration leaves the text after its end.
	 * @return {@code import} or {@code export}, or {@code null} at the end of the text
	 */
	@Nullable String next() throws ParseException {
		while (!this.text.isAtEnd()) {
			this.context.beginToken(this.text.isAfterLineBreak());
			if (!this.text.isAtWord()) {
				token();
				continue;
			}
			String word = this.text.word();
			if (namesModule(word)) {
				this.context.pass(PreviousToken.STATEMENT);
				return word;
			}
		}
		if (!this.context.mayEnd()) {
			throw this.text.unexpected();
		}
		return null;
	}

	private boolean namesModule(String word) throws ParseException {
		int next = this.text.peek();
		boolean importing = word.equals("import") && next != '(' && next != '.';
		boolean exporting = word.equals("export");
		if (!this.context.isOutside() || (!importing && !exporting)) {
			this.context.passWord(word);
			return false;
		}
		if (!this.context.mayBeginStatement()) {
			throw this.text.unexpected();
		}
		if (importing || next == '*' || next == '{') {
			return true;
		}
		exported(this.text.word());
		return false;
	}

	private void exported(String word) throws ParseException {
		if (word.equals("default")) {
			this.context.pass(PreviousToken.EXPORT_DEFAULT);
		}
		else if (DECLARATIONS.contains(word)) {
			this.context.pass(PreviousToken.STATEMENT);
			this.context.passWord(word);
		}
		else {
			throw this.text.unexpected();
		}
	}

	private void token() throws ParseException {
		int c = this.text.peek();
		if (this.text.isAtString()) {
			this.text.skipString();
			this.context.pass(PreviousToken.OPERAND);
		}
		else if (this.text.isAtNumber()) {
			this.text.skipNumber();
			this.context.pass(PreviousToken.OPERAND);
		}
		else if (c == '/' && !this.context.isAfterOperand()) {
			this.text.skipRegularExpression();
			this.context.pass(PreviousToken.OPERAND);
		}
		else if (c == '`') {
			templateCharacters();
		}
		else {
			punctuator(c);
		}
	}

	private void templateCharacters() throws ParseException {
		if (this.text.skipTemplateCharacters()) {
			this.context.open(OpenBracket.SUBSTITUTION);
		}
		else {
			this.context.pass(PreviousToken.OPERAND);
		}
	}

	private void punctuator(int c) throws ParseException {
		switch (c) {
			case '(' -> open(this.context.parentheses());
			case '[' -> open(OpenBracket.SQUARE_BRACKETS);
			case '{' -> open(this.context.braces());
			case ')', ']', '}' -> close(c);
			case ':' -> {
				if (this.open.isConditional()) {
					close(c);
				}
				else {
					pass(this.open.colon());
				}
			}
			case '?' -> questionMark();
			case ';' -> pass(this.open.semicolon());
			case ',' -> pass(this.open.comma());
			case '.' -> this.context.pass(this.text.take("...") ? PreviousToken.OPERATOR : dot());
			case '#' -> privateName();
			case '*' -> pass(this.context.asterisk());
			default -> operator(c);
		}
	}

	private void open(@Nullable OpenBracket enclosure) throws ParseException {
		if (enclosure == null) {
			throw this.text.unexpected();
		}
		this.text.skipPunctuator();
		this.context.open(enclosure);
	}

	private void close(int end) throws ParseException {
		OpenBracket closed = this.context.close(end);
		if (closed == null) {
			throw this.text.unexpected();
		}
		if (closed == OpenBracket.SUBSTITUTION) {
			templateCharacters();
		}
		else {
			this.text.skipPunctuator();
		}
	}

	private void pass(@Nullable PreviousToken punctuator) throws ParseException {
		if (punctuator == null) {
			throw this.text.unexpected();
		}
		this.text.skipPunctuator();
		this.context.pass(punctuator);
	}

	private void privateName() throws ParseException {
		pass(PreviousToken.DOT);
		if (!this.text.isAtWord()) {
			throw this.text.unexpected();
		}
	}

	private PreviousToken dot() throws ParseException {
		this.text.skipPunctuator();
		return PreviousToken.DOT;
	}

	/**
	 * Of {@code ??}, of {@code ?.}, or of a conditional expression, as in {@code a?.5:1}.
	 */
	private void questionMark() throws ParseException {
		if (this.text.take("??")) {
			this.context.pass(PreviousToken.OPERATOR);
			return;
		}
		this.text.skipPunctuator();
		if (this.text.peek() == '.' && !this.text.isAtNumber()) {
			this.context.pass(dot());
		}
		else {
			this.context.open(OpenBracket.CONDITIONAL);
		}
	}

	private void operator(int c) throws ParseException {
		if (this.text.take("=>")) {
			this.context.pass(PreviousToken.ARROW);
		}
		else if (this.text.take("++") || this.text.take("--")) {
			this.context.pass(this.context.increment());
		}
		else {
			pass((c == '/' || OPERATORS.indexOf(c) >= 0) ? PreviousToken.OPERATOR : null);
		}
	}

}
