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

/**
 * The text of a script and a position in it, always at the beginning of a token: whatever
 * reads a token goes past the white space and the comments after it, too (ECMA-262,
 * <a href="https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar">section 12,
 * lexical grammar</a>). Comments are those of a module, in which {@code <!--} is none.
 */
final class ScriptText {

	private final String text;

	private int position;

	private boolean afterLineBreak;

	/**
	 * Begin with the first token.
	 * @param text the text, with or without a byte order mark
	 */
	ScriptText(String text) throws ParseException {
		this.text = text;
		this.position = text.startsWith("\uFEFF") ? 1 : 0;
		if (text.startsWith("#!", this.position)) {
			skipLine();
		}
		skipSpace();
	}

	/**
	 * The first character of the token.
	 * @return a UTF-16 code unit, or -1 at the end
	 */
	int peek() {
		return at(this.position);
	}

	boolean isAtEnd() {
		return this.position == this.text.length();
	}

	/**
	 * Whether a line ends between this token and the one before.
	 */
	boolean isAfterLineBreak() {
		return this.afterLineBreak;
	}

	boolean isAtString() {
		return peek() == '"' || peek() == '\'';
	}

	boolean isAtWord() {
		return Characters.isWordPart(peek()) && !Characters.isDigit(peek());
	}

	/**
	 * Whether the token is this word.
	 */
	boolean isAtWord(String word) {
		return this.text.startsWith(word, this.position) && !Characters.isWordPart(at(this.position + word.length()));
	}

	/**
	 * Whether the token is a number, which may begin with a dot.
	 */
	boolean isAtNumber() {
		return Characters.isDigit(peek()) || (peek() == '.' && Characters.isDigit(at(this.position + 1)));
	}

	/**
	 * Go past a punctuator, if it is there.
	 * @return whether it is
	 */
	boolean take(String punctuator) throws ParseException {
		if (!this.text.startsWith(punctuator, this.position)) {
			return false;
		}
		goTo(this.position + punctuator.length());
		return true;
	}

	/**
	 * Go past a punctuator of one character.
	 */
	void skipPunctuator() throws ParseException {
		goTo(this.position + 1);
	}

	/**
	 * Read an {@code IdentifierName}.
	 * @return as it stands there, so that one with an escape sequence is no keyword;
	 * empty if the token is no word
	 */
	String word() throws ParseException {
		if (!isAtWord()) {
			return "";
		}
		int start = this.position;
		int end = IdentifierNames.end(this.text, start);
		String word = this.text.substring(start, end);
		goTo(end);
		return word;
	}

	/**
	 * Read a {@code StringLiteral}.
	 * @return its value
	 */
	String string() throws ParseException {
		int start = this.position + 1;
		int end = stringEnd();
		String value = StringEscapes.decode(this.text.substring(start, end));
		goTo(end + 1);
		return value;
	}

	/**
	 * Go past a {@code StringLiteral} without a look at its escape sequences.
	 */
	void skipString() throws ParseException {
		goTo(stringEnd() + 1);
	}

	private int stringEnd() throws ParseException {
		if (!isAtString()) {
			throw unexpected();
		}
		return Literals.stringEnd(this.text, this.position);
	}

	/**
	 * Go past a {@code NumericLiteral}. An exponent with a sign is left, and reads as a
	 * sum.
	 */
	void skipNumber() throws ParseException {
		int end = IdentifierNames.end(this.text, this.position);
		goTo((at(end) == '.') ? IdentifierNames.end(this.text, end + 1) : end);
	}

	/**
	 * Go past a {@code RegularExpressionLiteral}.
	 */
	void skipRegularExpression() throws ParseException {
		int end = Literals.regularExpressionEnd(this.text, this.position);
		goTo(IdentifierNames.end(this.text, end + 1));
	}

	/**
	 * Go past the characters of a template, from its first quote or the brace that closes
	 * a substitution.
	 * @return {@code true} in a substitution, {@code false} past the template
	 */
	boolean skipTemplateCharacters() throws ParseException {
		int end = Literals.templateCharactersEnd(this.text, this.position);
		boolean substitution = at(end) == '$';
		goTo(end + (substitution ? 2 : 1));
		return substitution;
	}

	/**
	 * The failure to read on from here.
	 */
	ParseException unexpected() {
		return new ParseException("Unexpected " + (isAtEnd() ? "end" : "'" + (char) peek() + "'"), this.position);
	}

	private void goTo(int next) throws ParseException {
		this.position = next;
		skipSpace();
	}

	private void skipSpace() throws ParseException {
		this.afterLineBreak = false;
		while (true) {
			int c = peek();
			if (Characters.isLineTerminator(c)) {
				this.afterLineBreak = true;
				this.position++;
			}
			else if (Characters.isWhiteSpace(c)) {
				this.position++;
			}
			else if (c == '/' && at(this.position + 1) == '/') {
				skipLine();
			}
			else if (c == '/' && at(this.position + 1) == '*') {
				skipComment();
			}
			else {
				return;
			}
		}
	}

	private void skipLine() {
		while (!isAtEnd() && !Characters.isLineTerminator(peek())) {
			this.position++;
		}
	}

	private void skipComment() throws ParseException {
		int end = this.text.indexOf("*/", this.position + 2);
		if (end < 0) {
			throw unexpected();
		}
		for (int i = this.position; i < end && !this.afterLineBreak; i++) {
			this.afterLineBreak = Characters.isLineTerminator(at(i));
		}
		this.position = end + 2;
	}

	private int at(int i) {
		return (i < this.text.length()) ? this.text.charAt(i) : -1;
	}

}
