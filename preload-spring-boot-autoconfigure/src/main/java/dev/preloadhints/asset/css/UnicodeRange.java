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

import java.util.List;

/**
 * Reads the {@code unicode-range} of a font face
 * (<a href= "https://www.w3.org/TR/css-fonts-4/#unicode-range-desc">CSS Fonts 4, section
 * 4.5</a>).
 */
final class UnicodeRange {

	private static final long LETTERS = bits('A', 'Z') | bits('a', 'z');

	private UnicodeRange() {
	}

	/**
	 * Whether the ranges have all of the letters a to z and A to Z.
	 * @param value the value of the descriptor
	 * @return {@code true} if none is missing
	 */
	static boolean coversLatin(List<CssToken> value) {
		long covered = 0;
		for (CssToken token : value) {
			if (token.type() == CssToken.Type.UNICODE_RANGE) {
				covered |= covered(token.text().substring(2));
			}
		}
		return (covered & LETTERS) == LETTERS;
	}

	private static long covered(String range) {
		int dash = range.indexOf('-');
		String first = (dash < 0) ? range : range.substring(0, dash);
		String last = (dash < 0) ? range : range.substring(dash + 1);
		int from = codePoint(first.replace('?', '0'));
		int to = codePoint(last.replace('?', 'f'));
		return bits(Math.max(from, 'A'), Math.min(to, 'z'));
	}

	/** The tokenizer lets hexadecimal digits through alone, six at most. */
	private static int codePoint(String digits) {
		return Integer.parseInt(digits, 16);
	}

	/** A bit for each character from A on; none if the first is behind the last. */
	private static long bits(int from, int to) {
		long bits = 0;
		for (int c = from; c <= to; c++) {
			bits |= 1L << (c - 'A');
		}
		return bits;
	}

}
