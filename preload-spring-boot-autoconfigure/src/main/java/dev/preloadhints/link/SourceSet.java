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
import java.util.List;

/**
 * The value of {@code srcset} or {@code imagesrcset} (<a href=
 * "https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute">HTML,
 * parsing a srcset attribute</a>).
 *
 * @param candidates the images to choose from, in their order
 */
public record SourceSet(List<Candidate> candidates) {

	/**
	 * Read an attribute's value.
	 * @param text the value, with character references replaced
	 * @return the candidates, none if it is empty
	 */
	public static SourceSet parse(String text) {
		List<Candidate> candidates = new ArrayList<>(4);
		int i = 0;
		while (true) {
			while (i < text.length() && (isSpace(text.charAt(i)) || text.charAt(i) == ',')) {
				i++;
			}
			if (i == text.length()) {
				return new SourceSet(List.copyOf(candidates));
			}
			int start = i;
			while (i < text.length() && !isSpace(text.charAt(i))) {
				i++;
			}
			int end = i;
			while (text.charAt(end - 1) == ',') {
				end--;
			}
			int descriptor = i;
			if (end == i) {
				boolean inParentheses = false;
				while (i < text.length() && (inParentheses || text.charAt(i) != ',')) {
					inParentheses = (text.charAt(i) == '(') || (inParentheses && text.charAt(i) != ')');
					i++;
				}
			}
			candidates.add(new Candidate(text.substring(start, end), text.substring(descriptor, i).strip()));
		}
	}

	private static boolean isSpace(char c) {
		return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
	}

	@Override
	public String toString() {
		StringBuilder value = new StringBuilder();
		for (Candidate candidate : this.candidates) {
			value.append(value.isEmpty() ? "" : ", ").append(candidate.url());
			value.append(candidate.descriptor().isEmpty() ? "" : " ").append(candidate.descriptor());
		}
		return value.toString();
	}

	/**
	 * One image.
	 *
	 * @param url its URL
	 * @param descriptor its width or density, such as {@code 800w}; may be empty
	 */
	public record Candidate(String url, String descriptor) {
	}

}
