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

import java.util.Locale;

import org.htmlunit.cssparser.parser.javacc.CSS3Parser;

/**
 * A token of a style sheet
 * (<a href="https://www.w3.org/TR/css-syntax-3/#tokenization">CSS Syntax 3, section
 * 4</a>).
 *
 * @param type what it is
 * @param css the text that it is a part of
 * @param start index of its first character
 * @param end index after its last character
 */
record CssToken(Type type, String css, int start, int end) {

	/** Has no state that its method for escapes would use. */
	private static final CSS3Parser ESCAPES = new CSS3Parser();

	/**
	 * The token as it is written.
	 * @return never empty
	 */
	String text() {
		return this.css.substring(this.start, this.end);
	}

	int length() {
		return this.end - this.start;
	}

	boolean is(char c) {
		return length() == 1 && this.css.charAt(this.start) == c;
	}

	/**
	 * What the token means: the content of a string, the address of a URL, the name of a
	 * function or an at-rule in lower case; without escapes.
	 * @return the value, possibly empty
	 */
	String value() {
		return switch (this.type) {
			case STRING -> unescape(this.css.substring(this.start + 1, this.end - 1));
			case URL -> address();
			case FUNCTION -> unescape(this.css.substring(this.start, this.end - 1)).toLowerCase(Locale.ROOT);
			case AT_KEYWORD -> unescape(this.css.substring(this.start + 1, this.end)).toLowerCase(Locale.ROOT);
			default -> unescape(text());
		};
	}

	private String address() {
		String address = this.css.substring(this.css.indexOf('(', this.start) + 1, this.end - 1).strip();
		boolean quoted = address.startsWith("\"") || address.startsWith("'");
		return unescape(quoted ? address.substring(1, address.length() - 1) : address);
	}

	private static String unescape(String text) {
		return (text.indexOf('\\') < 0) ? text : ESCAPES.unescape(text, true);
	}

	/**
	 * What a token can be.
	 */
	enum Type {

		/** White space. */
		SPACE,

		/** An identifier, the name of a custom property included. */
		WORD,

		/** The name of a function and its opening parenthesis. */
		FUNCTION,

		/** A whole {@code url(…)}. */
		URL,

		/** A string with its quotes. */
		STRING,

		/** A number with its unit. */
		NUMBER,

		/** Such as {@code U+26} or {@code U+0-7F}. */
		UNICODE_RANGE,

		/** The name of an at-rule. */
		AT_KEYWORD,

		/** {@code !important}. */
		IMPORTANT,

		/** {@code ,}. */
		COMMA,

		/** {@code :}. */
		COLON,

		/** {@code ;}. */
		SEMICOLON,

		/** {@code /}. */
		SLASH,

		/** One of <code>{ ( [</code>. */
		OPENING,

		/** One of <code>} ) ]</code>. */
		CLOSING,

		/** {@code <!--} or {@code -->}. */
		COMMENT_MARK,

		/** A string or a URL that is malformed. */
		BROKEN,

		/** Anything else. */
		OTHER,

		/** There are no more tokens. */
		END

	}

}
