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

import java.io.EOFException;

import org.htmlunit.cssparser.parser.javacc.CharStream;

/**
 * The text of a style sheet, as the tokenizer of the CSS parser takes it. The parser's
 * own stream copies a token again for every 2 KB of it, which a long {@code data:} URL
 * makes quadratic; this one copies nothing and knows no lines.
 */
final class CssText implements CharStream {

	private final String text;

	private int begin;

	private int position;

	CssText(String text) {
		this.text = text;
	}

	/**
	 * Where the last token begins.
	 * @return index of its first character
	 */
	int begin() {
		return this.begin;
	}

	/**
	 * Where the last token ends.
	 * @return index after its last character
	 */
	int position() {
		return this.position;
	}

	/**
	 * Continue at the end of the line, which is where a string without its second quote
	 * ends.
	 */
	void skipLine() {
		while (this.position < this.text.length() && !isLineBreak(this.text.charAt(this.position))) {
			this.position++;
		}
	}

	/**
	 * Continue after the next closing parenthesis, which is where a malformed URL ends.
	 */
	void skipUrl() {
		while (this.position < this.text.length()) {
			char c = this.text.charAt(this.position++);
			if (c == ')') {
				return;
			}
			if (c == '\\' && this.position < this.text.length()) {
				this.position++;
			}
		}
	}

	/**
	 * Whether a quote follows, after white space if there is any.
	 * @return {@code true} if the next that has a meaning is a string
	 */
	boolean isBeforeString() {
		int i = this.position;
		while (i < this.text.length() && Character.isWhitespace(this.text.charAt(i))) {
			i++;
		}
		return i < this.text.length() && (this.text.charAt(i) == '"' || this.text.charAt(i) == '\'');
	}

	private static boolean isLineBreak(char c) {
		return c == '\n' || c == '\r' || c == '\f';
	}

	@Override
	public char beginToken() throws EOFException {
		this.begin = this.position;
		return readChar();
	}

	@Override
	public char readChar() throws EOFException {
		if (this.position == this.text.length()) {
			throw new EOFException();
		}
		return this.text.charAt(this.position++);
	}

	@Override
	public void backup(int amount) {
		this.position -= amount;
	}

	@Override
	public String getImage() {
		return this.text.substring(this.begin, this.position);
	}

	@Override
	public char[] getSuffix(int len) {
		return this.text.substring(this.position - len, this.position).toCharArray();
	}

	@Override
	public void done() {
		// there is nothing to close
	}

	@Override
	public int getBeginColumn() {
		return 0;
	}

	@Override
	public int getBeginLine() {
		return 0;
	}

	@Override
	public int getEndColumn() {
		return 0;
	}

	@Override
	public int getEndLine() {
		return 0;
	}

	@Override
	public int getTabSize() {
		return 1;
	}

	@Override
	public void setTabSize(int size) {
		// columns are not counted
	}

	@Override
	public boolean isTrackLineColumn() {
		return false;
	}

	@Override
	public void setTrackLineColumn(boolean trackLineColumn) {
		// lines and columns are not counted
	}

}
