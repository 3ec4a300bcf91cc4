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

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * Explains a page's header in the developer tools of a browser, as an entry of
 * <a href="https://www.w3.org/TR/server-timing/">Server-Timing</a>.
 */
final class ServerTiming {

	private static final String HEADER = "Server-Timing";

	private final ResponseField field = new ResponseField(HEADER);

	/** As long as there is room for the links and for that. */
	void explain(HttpServletResponse response, List<Link> links, Omissions omissions, LinkField header) {
		String entry = entry(links, omissions, header.size());
		if (header.size() + HeaderRoom.size(HEADER, entry) <= header.room()) {
			this.field.replace(response, this.field.others(response), entry);
		}
		else {
			clear(response);
		}
	}

	void clear(HttpServletResponse response) {
		this.field.clear(response);
	}

	/**
	 * For instance
	 * {@code preload;desc="5 links, 412 bytes; left out: 2 lazy, 1 max_size"}.
	 */
	private static String entry(List<Link> links, Omissions omissions, int bytes) {
		StringBuilder entry = new StringBuilder("preload;desc=\"").append(links.size())
			.append((links.size() == 1) ? " link, " : " links, ")
			.append(bytes)
			.append(" bytes");
		String separator = "; left out: ";
		for (OmissionReason reason : OmissionReason.values()) {
			int count = omissions.count(reason);
			if (count > 0) {
				entry.append(separator).append(count).append(' ').append(reason.value());
				separator = ", ";
			}
		}
		return entry.append('"').toString();
	}

}
