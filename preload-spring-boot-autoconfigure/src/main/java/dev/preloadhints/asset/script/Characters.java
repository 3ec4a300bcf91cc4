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

/**
 * Kinds of characters in a script, as UTF-16 code units; -1 is of none.
 */
final class Characters {

	private static final int LAST_ASCII = 127;

	private Characters() {
	}

	/**
	 * Whether a word may hold the character: beyond ASCII, all that is no space, because
	 * only an invalid script could tell the difference.
	 */
	static boolean isWordPart(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '$' || c == '\\'
				|| (c > LAST_ASCII && !isWhiteSpace(c) && !isLineTerminator(c));
	}

	static boolean isDigit(int c) {
		return c >= '0' && c <= '9';
	}

	static boolean isHexadecimal(int c) {
		return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
	}

	/**
	 * ECMA-262, section 12.2.
	 */
	static boolean isWhiteSpace(int c) {
		return c == ' ' || c == '\t' || c == '\u000B' || c == '\f' || c == '\uFEFF'
				|| (c > LAST_ASCII && Character.getType(c) == Character.SPACE_SEPARATOR);
	}

	/**
	 * ECMA-262, section 12.3.
	 */
	static boolean isLineTerminator(int c) {
		return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
	}

}
