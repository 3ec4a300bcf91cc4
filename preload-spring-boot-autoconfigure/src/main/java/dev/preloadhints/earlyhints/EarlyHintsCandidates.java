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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.page.PageForecast;
import dev.preloadhints.page.PageHistory;

/**
 * What Early Hints may be made of.
 *
 * @param key the page, if it can be told
 * @param declared the links that are declared for it until now, which need no learning
 * @param configured those of them that an annotation or a property declares
 * @param forecast what was known of the page, if anything can be
 */
public record EarlyHintsCandidates(@Nullable PageKey key, List<Link> declared, Set<Link> configured,
		@Nullable PageForecast forecast) {

	/** Whether nothing that was learned is sent, as it was wrong too often. */
	boolean silent() {
		return this.forecast != null && this.forecast.page().isSilent();
	}

	/** What is declared and expected, best first. */
	List<Link> all() {
		List<Link> expected = (this.forecast != null && !silent()) ? this.forecast.expected() : List.of();
		if (this.declared.isEmpty()) {
			return expected;
		}
		List<Link> union = new ArrayList<>(this.declared);
		for (Link link : expected) {
			if (union.stream().noneMatch(link::isSameRequest)) {
				union.add(link);
			}
		}
		union.sort(Comparator.comparing(Link::rank));
		return union;
	}

	/**
	 * What the page will write for this visitor as it did for others: no URL of its own
	 * origin, if it writes a session id into them. As long as nobody knows, what was
	 * learned from others waits, and what is declared does not.
	 * @param all the candidates
	 */
	List<Link> spelledTheSame(List<Link> all) {
		if (all.isEmpty() || this.forecast == null || !this.forecast.newcomer()) {
			return all;
		}
		PageHistory page = this.forecast.page();
		if (page.isFreeOfSessionIds()) {
			return all;
		}
		return all.stream()
			.filter((link) -> !LinkAssets.isOwn(link) || (!page.hasSessionIds() && this.declared.contains(link)))
			.toList();
	}

	/** Those that the page will write with a session id, beside what else is left out. */
	static Omissions withSessionIds(List<Link> all, List<Link> same, Omissions others) {
		if (all == same) {
			return others;
		}
		Omissions omissions = new Omissions();
		omissions.addAll(others);
		all.stream()
			.filter((link) -> !same.contains(link))
			.forEach((link) -> omissions.add(link.target(), OmissionReason.SESSION_ID));
		return omissions;
	}

}
