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

package dev.preloadhints.header;

import jakarta.servlet.http.HttpServletResponse;

import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.LinkHeader;

/**
 * How much room the other headers of a response leave: one that outgrows the buffer of a
 * container or a proxy fails as a whole.
 */
public final class HeaderRoom {

	/**
	 * Bytes that stay free for what others add later: the container's own fields,
	 * cookies, Spring Security's.
	 */
	private static final int RESERVE = 1024;

	/**
	 * What HTTP/2 counts for each field beside its name and value (RFC 9113, section
	 * 6.5.2): more than the colon, the space and the line's end of HTTP/1.1.
	 */
	private static final int FIELD_OVERHEAD = 32;

	private HeaderRoom() {
	}

	/**
	 * Bytes that there are for the values of the {@code Link} field, those of the
	 * application included, and for whatever else is ours.
	 * @param maxResponseHeader bytes that all headers of a response may have
	 * @return less than zero if there is no room any more
	 */
	static int left(HttpServletResponse response, int maxResponseHeader) {
		int used = RESERVE + size(LinkHeader.NAME, "");
		for (String name : response.getHeaderNames()) {
			boolean link = name.equalsIgnoreCase(LinkHeader.NAME);
			for (String value : response.getHeaders(name)) {
				used += size(name, link ? "" : value);
			}
		}
		return maxResponseHeader - used;
	}

	static int size(String name, String value) {
		return name.length() + value.length() + FIELD_OVERHEAD;
	}

	/**
	 * The budget, less where other headers leave no room for it.
	 * @param budget room for links
	 * @param response the response with the other headers
	 * @param maxResponseHeader bytes that all headers of a response may have
	 * @return the smaller budget
	 */
	public static LinkBudget within(LinkBudget budget, HttpServletResponse response, int maxResponseHeader) {
		return budget.withinBytes(left(response, maxResponseHeader));
	}

}
