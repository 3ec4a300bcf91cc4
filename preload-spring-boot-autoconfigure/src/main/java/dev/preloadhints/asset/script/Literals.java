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
 * Where the literals of a script end (ECMA-262,
 * <a href="https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar-literals">
 * section 12.9</a>).
 */
final class Literals {

	private Literals() {
	}

	/**
	 * Find the end of a string.
	 * @param text the script
	 * @param start the index of its first quote
	 * @return the index of its last quote
	 * @throws ParseException if it does not end, or not on its line
	 */
	static int stringEnd(String text, int start) throws ParseException {
		char quote = text.charAt(start);
		for (int i = start + 1; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == quote) {
				return i;
			}
			if (c == '\\') {
				// A line may go on after CR and LF as after each of them.
				i += text.startsWith("\r\n", i + 1) ? 2 : 1;
			}
			else if (c == '\n' || c == '\r') {
				break;
			}
		}
		throw new ParseException("String without end", start);
	}

	/**
	 * Find the end of a regular expression.
	 * @param text the script
	 * @param start the index of its first slash
	 * @return the index of its last slash
	 * @throws ParseException if it does not end, or not on its line
	 */
	static int regularExpressionEnd(String text, int start) throws ParseException {
		boolean inClass = false;
		boolean escaped = false;
		for (int i = start + 1; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Characters.isLineTerminator(c)) {
				break;
			}
			if (escaped) {
				escaped = false;
			}
			else if (c == '/' && !inClass) {
				return i;
			}
			else if (c == '\\') {
				escaped = true;
			}
			else if (c == '[' || c == ']') {
				inClass = c == '[';
			}
		}
		throw new ParseException("Regular expression without end", start);
	}

	/**
	 * Find the end of the characters of a template.
	 * @param text the script
	 * @param start the index of its first quote, or of the brace that closes a
	 * substitution
	 * @return the index of its last quote, or of the dollar sign of the next substitution
	 * @throws ParseException if it does not end
	 */
	static int templateCharactersEnd(String text, int start) throws ParseException {
		for (int i = start + 1; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '`' || (c == '$' && text.startsWith("{", i + 1))) {
				return i;
			}
			if (c == '\\') {
				i++;
			}
		}
		throw new ParseException("Template without end", start);
	}

}
