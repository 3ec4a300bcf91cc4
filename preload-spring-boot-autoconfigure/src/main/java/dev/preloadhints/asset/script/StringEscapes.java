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
 * The escape sequences of a string (ECMA-262,
 * <a href="https://tc39.es/ecma262/#sec-literals-string-literals">section 12.9.4, string
 * literals</a>) as a module may have them, so no octal ones.
 */
final class StringEscapes {

	private static final int HEXADECIMAL = 16;

	private final String text;

	private int position;

	private StringEscapes(String text) {
		this.text = text;
	}

	/**
	 * Replace the escape sequences.
	 * @param text what is between the quotes
	 * @return the string that is meant
	 * @throws ParseException if an escape sequence is malformed
	 */
	static String decode(String text) throws ParseException {
		return (text.indexOf('\\') < 0) ? text : new StringEscapes(text).decode();
	}

	private String decode() throws ParseException {
		StringBuilder value = new StringBuilder(this.text.length());
		while (this.position < this.text.length()) {
			char c = this.text.charAt(this.position++);
			if (c == '\\') {
				escape(value);
			}
			else {
				value.append(c);
			}
		}
		return value.toString();
	}

	private void escape(StringBuilder value) throws ParseException {
		char c = this.text.charAt(this.position++);
		switch (c) {
			case 'b' -> value.append('\b');
			case 'f' -> value.append('\f');
			case 'n' -> value.append('\n');
			case 'r' -> value.append('\r');
			case 't' -> value.append('\t');
			case 'v' -> value.append('\u000B');
			case 'x' -> value.append((char) hexadecimal(2));
			case 'u' -> value.appendCodePoint(take('{') ? codePoint() : hexadecimal(4));
			case '\r' -> take('\n');
			case '\n', '\u2028', '\u2029' -> {
				// The line goes on.
			}
			case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
				if (c != '0' || Characters.isDigit(peek())) {
					throw malformed();
				}
				value.append('\0');
			}
			default -> value.append(c);
		}
	}

	private int hexadecimal(int digits) throws ParseException {
		int number = 0;
		for (int i = 0; i < digits; i++) {
			number = number * HEXADECIMAL + digit();
		}
		return number;
	}

	private int codePoint() throws ParseException {
		int number = digit();
		while (!take('}')) {
			number = number * HEXADECIMAL + digit();
			if (number > Character.MAX_CODE_POINT) {
				throw malformed();
			}
		}
		return number;
	}

	private int digit() throws ParseException {
		if (!Characters.isHexadecimal(peek())) {
			throw malformed();
		}
		return Character.digit(this.text.charAt(this.position++), HEXADECIMAL);
	}

	private boolean take(char c) {
		boolean there = peek() == c;
		this.position += there ? 1 : 0;
		return there;
	}

	private int peek() {
		return (this.position < this.text.length()) ? this.text.charAt(this.position) : -1;
	}

	private ParseException malformed() {
		return new ParseException("Malformed escape sequence", this.position);
	}

}
