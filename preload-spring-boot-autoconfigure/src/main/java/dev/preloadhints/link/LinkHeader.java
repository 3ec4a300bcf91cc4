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

import java.util.List;
import java.util.stream.Collectors;

/**
 * The {@code Link} header field: a list of links, separated by commas (RFC 8288, section
 * 3; RFC 9110, section 5.6.1).
 */
public final class LinkHeader {

	/** Name of the field. */
	public static final String NAME = "Link";

	private static final String SEPARATOR = ", ";

	private LinkHeader() {
	}

	/**
	 * Write links as one field value.
	 * @param links at least one link
	 * @return the value, ASCII
	 */
	public static String write(List<Link> links) {
		if (links.size() == 1) {
			return links.get(0).fieldValue();
		}
		StringBuilder value = new StringBuilder(links.size() * 80);
		for (Link link : links) {
			if (!value.isEmpty()) {
				value.append(SEPARATOR);
			}
			link.write(value);
		}
		return value.toString();
	}

	/**
	 * Write links as one field value of a {@code 103 Early Hints}.
	 * @param links links that have an {@linkplain Link#earlyFieldValue() early value}
	 * @return the value, ASCII, empty if there are no links
	 */
	public static String writeEarly(List<Link> links) {
		return links.stream().map(Link::earlyFieldValue).collect(Collectors.joining(SEPARATOR));
	}

	/**
	 * Read a field value that anybody wrote.
	 * @param value a field value
	 * @return its links, in their order
	 * @throws IllegalArgumentException if it is malformed, with the place where
	 */
	public static List<ReceivedLink> read(String value) {
		return LinkFieldReader.read(value, (malformed) -> {
			throw malformed;
		});
	}

	/**
	 * Read a field value that anybody wrote, as browsers do: a link that is malformed is
	 * left out, and the others count.
	 * @param value a field value
	 * @return its well-formed links, in their order
	 */
	public static List<ReceivedLink> readLeniently(String value) {
		return LinkFieldReader.read(value, (malformed) -> {
		});
	}

	/**
	 * Count the links in a field value that somebody else wrote.
	 * @param value a field value, well-formed or not
	 * @return number of links: commas inside of {@code <…>} and of quoted strings do not
	 * separate
	 */
	public static int count(String value) {
		int count = 0;
		int position = LinkFieldReader.start(value, 0);
		while (position < value.length()) {
			count++;
			position = LinkFieldReader.start(value, LinkFieldReader.end(value, position));
		}
		return count;
	}

	/**
	 * Bytes that a link adds to a field.
	 * @param link the link
	 * @param first whether the field has no others
	 * @return bytes of the link and what separates it
	 */
	public static int size(Link link, boolean first) {
		return link.length() + (first ? 0 : SEPARATOR.length());
	}

}
