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

package dev.preloadhints.earlyhints;

import java.util.Comparator;
import java.util.List;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRank;

/**
 * A link with the weight of its resource.
 *
 * @param link the link
 * @param size how many bytes are transferred for it, 0 if that is not known
 */
record Weighed(Link link, long size) {

	/** What a page is not painted without, unlike fonts and images; the best last. */
	private static final List<LinkRank> BLOCKING = List.of(LinkRank.BLOCKING_SCRIPT, LinkRank.BLOCKING_STYLE);

	/**
	 * The one to do without: first what alone is too much, then of the least important
	 * kind the heaviest. What a page is not painted without goes last, and of that the
	 * lightest first: the heaviest style sheet is mostly the page's main one.
	 * @param links at least one of them with a size
	 * @param maxWeight bytes that are not too many
	 */
	static Weighed mostDispensable(List<Weighed> links, long maxWeight) {
		Comparator<Weighed> order = Comparator.comparing((Weighed weighed) -> weighed.size() <= maxWeight)
			.thenComparing((weighed) -> BLOCKING.indexOf(weighed.link().rank()))
			.thenComparing((weighed) -> weighed.link().rank(), Comparator.reverseOrder())
			.thenComparing((weighed) -> weighed.isBlocking() ? weighed.size() : -weighed.size());
		// Something that weighs nothing cannot be the answer to too much weight.
		return links.stream().filter((weighed) -> weighed.size() > 0).min(order).orElseThrow();
	}

	private boolean isBlocking() {
		return BLOCKING.contains(this.link.rank());
	}

}
