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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The <a href="https://url.spec.whatwg.org/#percent-encoded-bytes">URL standard's</a>
 * percent-encode sets: what a browser encodes before it requests a URL. A {@code %} that
 * is there stays.
 */
enum PercentEncoding {

	/** Path percent-encode set. */
	PATH("\"<>^`{}"),

	/** Query percent-encode set of special schemes. */
	QUERY("\"<>'");

	private final String delimiters;

	PercentEncoding(String delimiters) {
		this.delimiters = delimiters;
	}

	/**
	 * Encode what a browser encodes.
	 * @param text any text
	 * @return printable ASCII without spaces
	 */
	String encode(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (needsEncoding(text.charAt(i))) {
				return encode(text, i);
			}
		}
		return text;
	}

	private String encode(String text, int from) {
		StringBuilder encoded = new StringBuilder(text.length() + 24).append(text, 0, from);
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (!needsEncoding(c)) {
				encoded.append(c);
				continue;
			}
			// Half a surrogate pair becomes U+FFFD, as in a browser.
			int codePoint = text.codePointAt(i);
			boolean broken = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
			ByteBuffer bytes = StandardCharsets.UTF_8.encode(broken ? "\uFFFD" : Character.toString(codePoint));
			while (bytes.hasRemaining()) {
				int octet = bytes.get() & 0xff;
				encoded.append('%')
					.append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
					.append(Character.toUpperCase(Character.forDigit(octet & 0xf, 16)));
			}
			i += Character.charCount(codePoint) - 1;
		}
		return encoded.toString();
	}

	/**
	 * Decode what is ASCII.
	 * @param text any text
	 * @return the text; what is no ASCII stays as it is
	 */
	static String decode(String text) {
		int percent = text.indexOf('%');
		if (percent < 0) {
			return text;
		}
		StringBuilder decoded = new StringBuilder(text.length()).append(text, 0, percent);
		for (int i = percent; i < text.length(); i++) {
			int high = (text.charAt(i) == '%' && i + 2 < text.length()) ? Character.digit(text.charAt(i + 1), 16) : -1;
			int low = (high >= 0 && high < 8) ? Character.digit(text.charAt(i + 2), 16) : -1;
			decoded.append((low >= 0) ? (char) (high << 4 | low) : text.charAt(i));
			i += (low >= 0) ? 2 : 0;
		}
		return decoded.toString();
	}

	private boolean needsEncoding(char c) {
		return c <= ' ' || c > '~' || this.delimiters.indexOf(c) >= 0;
	}

}
