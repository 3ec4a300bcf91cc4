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

import java.util.ArrayList;
import java.util.List;

/**
 * What is done with lists of tokens.
 */
final class CssTokens {

	private CssTokens() {
	}

	/**
	 * The parts between the commas that are in no bracket, without white space around
	 * them.
	 * @param tokens any tokens
	 * @return one part more than there are commas
	 */
	static List<List<CssToken>> split(List<CssToken> tokens) {
		List<List<CssToken>> parts = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < tokens.size(); i = next(tokens, i)) {
			if (tokens.get(i).type() == CssToken.Type.COMMA) {
				parts.add(strip(tokens.subList(start, i)));
				start = i + 1;
			}
		}
		parts.add(strip(tokens.subList(start, tokens.size())));
		return parts;
	}

	/**
	 * Where the next token is that is in no bracket.
	 * @param tokens any tokens
	 * @param index index of a token
	 * @return index after it, or after the bracket that it opens
	 */
	static int next(List<CssToken> tokens, int index) {
		int depth = 0;
		for (int i = index; i < tokens.size(); i++) {
			CssToken token = tokens.get(i);
			if (token.type() == CssToken.Type.OPENING || token.type() == CssToken.Type.FUNCTION) {
				depth++;
			}
			else if (token.type() == CssToken.Type.CLOSING) {
				depth--;
			}
			if (depth <= 0) {
				return i + 1;
			}
		}
		return tokens.size();
	}

	/**
	 * What is inside a bracket.
	 * @param tokens any tokens
	 * @param index index of the token that opens it
	 * @return the tokens inside, without white space around them
	 */
	static List<CssToken> inside(List<CssToken> tokens, int index) {
		int end = next(tokens, index);
		boolean closed = tokens.get(end - 1).type() == CssToken.Type.CLOSING && end - 1 > index;
		return strip(tokens.subList(index + 1, closed ? end - 1 : end));
	}

	/**
	 * Leave out white space at both ends.
	 * @param tokens any tokens
	 * @return the tokens between
	 */
	static List<CssToken> strip(List<CssToken> tokens) {
		int start = 0;
		int end = tokens.size();
		while (start < end && tokens.get(start).type() == CssToken.Type.SPACE) {
			start++;
		}
		while (end > start && tokens.get(end - 1).type() == CssToken.Type.SPACE) {
			end--;
		}
		return tokens.subList(start, end);
	}

	/**
	 * The text of tokens, without comments and with one space for all white space.
	 * @param tokens any tokens
	 * @return the text
	 */
	static String text(List<CssToken> tokens) {
		StringBuilder text = new StringBuilder();
		for (CssToken token : tokens) {
			text.append((token.type() == CssToken.Type.SPACE) ? " " : token.text());
		}
		return text.toString();
	}

}
