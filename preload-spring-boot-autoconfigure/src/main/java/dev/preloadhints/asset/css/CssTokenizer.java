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

import org.htmlunit.cssparser.parser.javacc.CSS3ParserConstants;
import org.htmlunit.cssparser.parser.javacc.CSS3ParserTokenManager;
import org.htmlunit.cssparser.parser.javacc.TokenMgrException;

/**
 * The tokens of a style sheet, as the tokenizer of the CSS parser finds them. The parser
 * itself knows the rules of CSS 3 alone: it hands on {@code @layer} as text without
 * quotes, and drops nested rules.
 * <p>
 * What a token is, is read from its text: the parser's numbers for it differ between its
 * versions, of which an application may have another one.
 */
final class CssTokenizer {

	private final String css;

	private final CssText text;

	private final CSS3ParserTokenManager tokens;

	private boolean cutOff;

	CssTokenizer(String css) {
		this.css = css;
		this.text = new CssText(css);
		this.tokens = new CSS3ParserTokenManager(this.text);
	}

	/**
	 * Whether the text ended in a comment.
	 * @return {@code true} if the end is reached and was inside a comment
	 */
	boolean isCutOff() {
		return this.cutOff;
	}

	/**
	 * The next token. Comments are left out.
	 * @return a token, of type {@code END} after the last one
	 */
	CssToken next() {
		try {
			if (this.tokens.getNextToken().kind == CSS3ParserConstants.EOF) {
				return end();
			}
		}
		catch (TokenMgrException ex) {
			// the one text that is no token: a comment without its end
			this.cutOff = true;
			return end();
		}
		CssToken.Type type = type(this.text.begin(), this.text.position());
		if (type == CssToken.Type.OTHER && isQuote(this.css.charAt(this.text.begin()))) {
			this.text.skipLine();
			type = CssToken.Type.BROKEN;
		}
		else if (type == CssToken.Type.FUNCTION && isUrl() && !this.text.isBeforeString()) {
			this.text.skipUrl();
			type = CssToken.Type.BROKEN;
		}
		return new CssToken(type, this.css, this.text.begin(), this.text.position());
	}

	private CssToken end() {
		return new CssToken(CssToken.Type.END, this.css, this.css.length(), this.css.length());
	}

	private CssToken.Type type(int start, int end) {
		char first = this.css.charAt(start);
		if (end - start == 1) {
			return typeOfCharacter(first);
		}
		char second = this.css.charAt(start + 1);
		char last = this.css.charAt(end - 1);
		return switch (first) {
			case ' ', '\t', '\n', '\r', '\f' -> CssToken.Type.SPACE;
			case '"', '\'' -> CssToken.Type.STRING;
			case '@' -> CssToken.Type.AT_KEYWORD;
			case '!' -> CssToken.Type.IMPORTANT;
			case '.' -> CssToken.Type.NUMBER;
			case '<' -> CssToken.Type.COMMENT_MARK;
			case '#', '~', '|', '^', '$', '*' -> CssToken.Type.OTHER;
			default -> {
				if (isDigit(first)) {
					yield CssToken.Type.NUMBER;
				}
				if (second == '+' && (first == 'u' || first == 'U')) {
					yield CssToken.Type.UNICODE_RANGE;
				}
				if (last == '(' && !isEscaped(end - 1)) {
					yield CssToken.Type.FUNCTION;
				}
				if (last == ')' && !isEscaped(end - 1)) {
					yield CssToken.Type.URL;
				}
				yield this.css.startsWith("-->", start) ? CssToken.Type.COMMENT_MARK : CssToken.Type.WORD;
			}
		};
	}

	private static CssToken.Type typeOfCharacter(char c) {
		return switch (c) {
			case ' ', '\t', '\n', '\r', '\f' -> CssToken.Type.SPACE;
			case '{', '(', '[' -> CssToken.Type.OPENING;
			case '}', ')', ']' -> CssToken.Type.CLOSING;
			case ',' -> CssToken.Type.COMMA;
			case ':' -> CssToken.Type.COLON;
			case ';' -> CssToken.Type.SEMICOLON;
			case '/' -> CssToken.Type.SLASH;
			default -> {
				if (isDigit(c)) {
					yield CssToken.Type.NUMBER;
				}
				boolean name = Character.isLetter(c) || c == '_' || c >= '\u0080';
				yield name ? CssToken.Type.WORD : CssToken.Type.OTHER;
			}
		};
	}

	private boolean isEscaped(int index) {
		int first = index;
		while (first > 0 && this.css.charAt(first - 1) == '\\') {
			first--;
		}
		return (index - first) % 2 == 1;
	}

	private boolean isUrl() {
		return this.css.regionMatches(true, this.text.begin(), "url(", 0, 4);
	}

	private static boolean isQuote(char c) {
		return c == '"' || c == '\'';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
