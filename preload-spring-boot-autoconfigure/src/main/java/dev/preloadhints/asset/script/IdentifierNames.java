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
 * Where the words of a script end (ECMA-262,
 * <a href="https://tc39.es/ecma262/#sec-names-and-keywords">section 12.7, names and
 * keywords</a>).
 */
final class IdentifierNames {

	private IdentifierNames() {
	}

	/**
	 * Find the end of an {@code IdentifierName}, or of the same characters in a number or
	 * after a regular expression.
	 * @param text the script
	 * @param start the index of its first character
	 * @return the index after its last one; the first if there is none
	 * @throws ParseException if an escape sequence is malformed
	 */
	static int end(String text, int start) throws ParseException {
		int end = start;
		while (end < text.length() && Characters.isWordPart(text.charAt(end))) {
			end = (text.charAt(end) == '\\') ? unicodeEscapeEnd(text, end + 1) : end + 1;
		}
		return end;
	}

	private static int unicodeEscapeEnd(String text, int start) throws ParseException {
		if (!text.startsWith("u", start)) {
			throw malformed(start);
		}
		boolean braces = text.startsWith("{", start + 1);
		int end = start + (braces ? 2 : 1);
		while (end < text.length() && Characters.isHexadecimal(text.charAt(end))) {
			end++;
		}
		if (braces && !text.startsWith("}", end)) {
			throw malformed(end);
		}
		return braces ? end + 1 : end;
	}

	private static ParseException malformed(int position) {
		return new ParseException("Malformed escape sequence", position);
	}

}
