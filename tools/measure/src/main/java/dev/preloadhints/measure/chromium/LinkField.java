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

package dev.preloadhints.measure.chromium;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a {@code Link} field (RFC 8288, section 3) for what it makes a browser load.
 */
final class LinkField {

	private static final Set<String> LOADING = Set.of("preload", "modulepreload");

	private final String value;

	private int position;

	private LinkField(String value) {
		this.value = value;
	}

	/**
	 * The targets of the links that make a browser load something, each with those that
	 * it may choose instead.
	 */
	static List<List<String>> preloads(String value) {
		LinkField field = new LinkField(value);
		List<List<String>> result = new ArrayList<>();
		while (field.find('<')) {
			String target = field.until(">");
			field.position++;
			Map<String, String> parameters = field.parameters();
			String relations = parameters.getOrDefault("rel", "").toLowerCase(Locale.ROOT);
			if (LOADING.contains(relations)) {
				List<String> candidates = new ArrayList<>(List.of(target.strip()));
				candidates.addAll(sources(parameters.getOrDefault("imagesrcset", "")));
				result.add(candidates);
			}
		}
		return result;
	}

	private boolean find(char wanted) {
		this.position = this.value.indexOf(wanted, this.position) + 1;
		return this.position > 0;
	}

	/** What comes before the first of these characters. */
	private String until(String characters) {
		int begin = this.position;
		while (this.position < this.value.length() && characters.indexOf(this.value.charAt(this.position)) < 0) {
			this.position++;
		}
		return this.value.substring(begin, this.position);
	}

	private boolean skip(char wanted) {
		while (this.position < this.value.length() && Character.isWhitespace(this.value.charAt(this.position))) {
			this.position++;
		}
		if (this.position < this.value.length() && this.value.charAt(this.position) == wanted) {
			this.position++;
			return true;
		}
		return false;
	}

	private Map<String, String> parameters() {
		Map<String, String> result = new LinkedHashMap<>();
		while (skip(';')) {
			String name = until("=;,").strip().toLowerCase(Locale.ROOT);
			String content = "";
			if (skip('=')) {
				content = skip('"') ? quoted() : until(";,").strip();
			}
			// Of parameters with the same name, the first one counts.
			result.putIfAbsent(name, content);
		}
		return result;
	}

	/** The rest of a quoted string (RFC 9110, section 5.6.4). */
	private String quoted() {
		StringBuilder result = new StringBuilder();
		while (this.position < this.value.length()) {
			char next = this.value.charAt(this.position++);
			if (next == '"') {
				break;
			}
			boolean escape = next == '\\' && this.position < this.value.length();
			result.append(escape ? this.value.charAt(this.position++) : next);
		}
		return result.toString();
	}

	/** The URLs of a {@code srcset}. */
	private static List<String> sources(String srcset) {
		List<String> result = new ArrayList<>();
		for (String candidate : srcset.split(",\\s+|,$", -1)) {
			if (!candidate.isBlank()) {
				result.add(candidate.strip().split("\\s+", 2)[0]);
			}
		}
		return result;
	}

}
