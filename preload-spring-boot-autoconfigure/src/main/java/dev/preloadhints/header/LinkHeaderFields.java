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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.preloadhints.collect.LinkListCache;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.LinkHeader;

/**
 * Chooses which of a page's links fit into the {@code Link} field, and writes it; once
 * for the same links in the same room. Safe for all threads.
 */
final class LinkHeaderFields {

	private final LinkListCache<List<Link>, Field> known = new LinkListCache<>(Function.identity());

	/**
	 * Write the best links that fit.
	 * @param links the links, best first
	 * @param budget room for all links of the field
	 * @param usedBytes bytes of the values that the field has already
	 * @param usedLinks number of links that the field has already
	 */
	Field write(List<Link> links, LinkBudget budget, int usedBytes, int usedLinks) {
		Field field = this.known.get(links);
		if (field == null || !field.isFor(budget, usedBytes, usedLinks)) {
			List<Link> all = List.copyOf(links);
			LinkBudget.Selection selection = budget.select(all, usedBytes, usedLinks);
			field = new Field(all, budget, usedBytes, usedLinks, selection,
					selection.selected().isEmpty() ? "" : LinkHeader.write(selection.selected()));
			this.known.put(new ArrayList<>(all), field);
		}
		return field;
	}

	/**
	 * A field.
	 *
	 * @param links the links that there were
	 * @param budget the room that there was
	 * @param usedBytes bytes that were not free
	 * @param usedLinks links that were not free
	 * @param selection what fits, and what does not
	 * @param value the field's value, empty if nothing fits
	 */
	record Field(List<Link> links, LinkBudget budget, int usedBytes, int usedLinks, LinkBudget.Selection selection,
			String value) {

		private boolean isFor(LinkBudget otherBudget, int otherBytes, int otherLinks) {
			return this.usedBytes == otherBytes && this.usedLinks == otherLinks && this.budget.equals(otherBudget);
		}

	}

}
