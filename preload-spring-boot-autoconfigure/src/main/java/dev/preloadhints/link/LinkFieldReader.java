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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a {@code Link} field (RFC 8288, section 3).
 */
final class LinkFieldReader {

	private final String value;

	private int position;

	private LinkFieldReader(String value) {
		this.value = value;
	}

	/**
	 * Read one field.
	 * @param malformed told of each link that is malformed, which is left out
	 */
	static List<ReceivedLink> read(String value, Consumer<IllegalArgumentException> malformed) {
		LinkFieldReader reader = new LinkFieldReader(value);
		List<ReceivedLink> links = new ArrayList<>();
		for (int start = start(value, 0); start < value.length(); start = start(value, reader.position)) {
			reader.position = start;
			try {
				ReceivedLink link = reader.link();
				if (reader.position < value.length()) {
					reader.expect(',');
				}
				links.add(link);
			}
			catch (IllegalArgumentException ex) {
				malformed.accept(ex);
				reader.position = end(value, start);
			}
		}
		return List.copyOf(links);
	}

	/**
	 * Find a link, well-formed or not.
	 * @return where the next one starts, the length of the value if there is none
	 */
	static int start(String value, int from) {
		int i = from;
		while (i < value.length() && ", \t".indexOf(value.charAt(i)) >= 0) {
			i++;
		}
		return i;
	}

	/**
	 * Find the end of a link, well-formed or not: commas inside of {@code <…>} and of
	 * quoted strings do not separate.
	 */
	static int end(String value, int start) {
		char closing = 0;
		for (int i = start; i < value.length(); i++) {
			char c = value.charAt(i);
			if (closing == 0) {
				if (c == ',') {
					return i;
				}
				closing = (c == '<') ? '>' : (c == '"') ? c : 0;
			}
			else if (c == closing) {
				closing = 0;
			}
			else if (c == '\\' && closing == '"') {
				i++;
			}
		}
		return value.length();
	}

	private ReceivedLink link() {
		expect('<');
		String target = until(">");
		expect('>');
		Map<String, String> parameters = new LinkedHashMap<>();
		skipSpace();
		while (at(';')) {
			expect(';');
			skipSpace();
			String name = until(";,=<\" \t").toLowerCase(Locale.ROOT);
			skipSpace();
			String parameter = "";
			if (at('=')) {
				expect('=');
				skipSpace();
				parameter = at('"') ? quoted() : until(";,<\" \t");
				skipSpace();
			}
			// A second rel or media does not count: RFC 8288, section 3.
			parameters.putIfAbsent(name, parameter);
		}
		return new ReceivedLink(target, parameters);
	}

	private String quoted() {
		StringBuilder text = new StringBuilder();
		expect('"');
		while (!at('"')) {
			if (at('\\')) {
				this.position++;
			}
			text.append(next());
		}
		expect('"');
		return text.toString();
	}

	private char next() {
		if (this.position >= this.value.length()) {
			throw malformed();
		}
		return this.value.charAt(this.position++);
	}

	private String until(String delimiters) {
		int start = this.position;
		while (this.position < this.value.length() && delimiters.indexOf(this.value.charAt(this.position)) < 0) {
			this.position++;
		}
		return this.value.substring(start, this.position);
	}

	private void skipSpace() {
		while (at(' ') || at('\t')) {
			this.position++;
		}
	}

	private boolean at(char c) {
		return this.position < this.value.length() && this.value.charAt(this.position) == c;
	}

	private void expect(char c) {
		if (!at(c)) {
			throw malformed();
		}
		this.position++;
	}

	private IllegalArgumentException malformed() {
		return new IllegalArgumentException("Malformed Link header at character " + this.position + ": " + this.value);
	}

}
