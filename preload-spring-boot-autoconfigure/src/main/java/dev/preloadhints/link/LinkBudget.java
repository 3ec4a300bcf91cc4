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
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How much room links may take: proxies and containers fail the whole response when its
 * headers outgrow their buffers, so that a limit on the number alone is not enough.
 *
 * @param maxBytes bytes of all values of the field together
 * @param maxLinks number of links
 */
public record LinkBudget(int maxBytes, int maxLinks) {

	/**
	 * Create a budget.
	 * @param maxBytes bytes of all values of the field together
	 * @param maxLinks number of links
	 * @throws IllegalArgumentException if a limit is negative
	 */
	public LinkBudget {
		if (maxBytes < 0 || maxLinks < 0) {
			throw new IllegalArgumentException("A limit must not be negative: " + maxBytes + ", " + maxLinks);
		}
	}

	/**
	 * The same budget in less room.
	 * @param bytes bytes that there are, at least zero
	 * @return a budget of no more than these
	 */
	public LinkBudget withinBytes(int bytes) {
		return (bytes >= this.maxBytes) ? this : new LinkBudget(Math.max(0, bytes), this.maxLinks);
	}

	/**
	 * Whether there is room for one more link.
	 * @param link the link
	 * @param usedBytes bytes of the values that the field has already
	 * @param usedLinks number of links that the field has already
	 * @return {@code null} if it fits, or the limit that it is over
	 */
	public @Nullable OmissionReason refuse(Link link, int usedBytes, int usedLinks) {
		if (usedLinks >= this.maxLinks) {
			return OmissionReason.MAX_LINKS;
		}
		return (usedBytes + LinkHeader.size(link, usedBytes == 0) > this.maxBytes) ? OmissionReason.MAX_SIZE : null;
	}

	/**
	 * Choose the best links that fit. One that is too long does not keep the shorter ones
	 * behind it out.
	 * @param links the links, best first
	 * @param usedBytes bytes of the values that the field has already
	 * @param usedLinks number of links that the field has already
	 * @return what fits, in the same order, and what does not
	 */
	public Selection select(List<Link> links, int usedBytes, int usedLinks) {
		List<Link> selected = new ArrayList<>(Math.min(links.size(), this.maxLinks));
		Map<Link, OmissionReason> omitted = Map.of();
		int bytes = usedBytes;
		for (Link link : links) {
			OmissionReason reason = refuse(link, bytes, usedLinks + selected.size());
			if (reason == null) {
				bytes += LinkHeader.size(link, bytes == 0);
				selected.add(link);
				continue;
			}
			if (omitted.isEmpty()) {
				omitted = new LinkedHashMap<>();
			}
			omitted.put(link, reason);
		}
		return new Selection(List.copyOf(selected), omitted, bytes);
	}

	/**
	 * What fits into a budget.
	 *
	 * @param selected the links that fit, best first
	 * @param omitted the links that do not, each with the limit that it is over
	 * @param bytes bytes of the whole field, including those that it had
	 */
	public record Selection(List<Link> selected, Map<Link, OmissionReason> omitted, int bytes) {
	}

}
