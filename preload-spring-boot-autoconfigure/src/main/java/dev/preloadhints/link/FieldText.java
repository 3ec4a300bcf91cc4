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

package dev.preloadhints.link;

import org.jspecify.annotations.Nullable;

/**
 * Text in a header field: the printable characters of ASCII (RFC 9110, section 5.5), and
 * how a parameter's value is written with them (RFC 8288, section 3; RFC 9110, section
 * 5.6.4).
 */
public final class FieldText {

	private static final boolean[] TOKEN = new boolean[128];

	static {
		for (char c = '0'; c <= 'z'; c++) {
			TOKEN[c] = Character.isLetterOrDigit(c);
		}
		// An apostrophe is one as well, but some readers take it for a quote.
		for (char c : "!#$%&*+-.^_`|~".toCharArray()) {
			TOKEN[c] = true;
		}
	}

	private FieldText() {
	}

	/**
	 * Bring an attribute's value into a form that a header field can carry.
	 * @param value any text
	 * @return the text with each run of white space folded into one space, or
	 * {@code null} if it is empty or has a character that a field must not contain
	 */
	public static @Nullable String normalize(String value) {
		StringBuilder folded = null;
		String text = value.strip();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
			if (!space && (c < 0x20 || c > 0x7e)) {
				return null;
			}
			boolean fold = space && (c != ' ' || text.charAt(i - 1) <= ' ');
			if (fold && folded == null) {
				folded = new StringBuilder(text.length()).append(text, 0, i);
			}
			if (folded != null && !(space && folded.charAt(folded.length() - 1) == ' ')) {
				folded.append(space ? ' ' : c);
			}
		}
		return text.isEmpty() ? null : (folded != null) ? folded.toString() : text;
	}

	/**
	 * Bring an attribute's value into a form that a header field can carry.
	 * @return {@code null} if it is empty
	 * @throws InvalidLinkException if it has a character that a field must not contain
	 */
	static @Nullable String attribute(String name, @Nullable String value) {
		if (value == null || value.isBlank()) {
			return null;
		}
		String normalized = normalize(value);
		if (normalized == null) {
			throw new InvalidLinkException(name,
					"The value of " + name + " has characters that a header cannot carry: '" + value + "'");
		}
		return normalized;
	}

	static boolean isPrintable(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c < 0x20 || c > 0x7e) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Append {@code ; name=value}, the value as a token where it is one and quoted
	 * otherwise.
	 */
	static void appendParameter(StringBuilder field, String name, @Nullable String value) {
		if (value == null) {
			return;
		}
		field.append("; ").append(name).append('=');
		if (isToken(value)) {
			field.append(value);
			return;
		}
		field.append('"');
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '"' || c == '\\') {
				field.append('\\');
			}
			field.append(c);
		}
		field.append('"');
	}

	private static boolean isToken(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (!TOKEN[value.charAt(i)]) {
				return false;
			}
		}
		return !value.isEmpty();
	}

}
