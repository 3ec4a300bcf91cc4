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

package dev.preloadhints.page;

import java.util.List;
import java.util.function.UnaryOperator;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.preloadhints.PageKey;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Link;

/**
 * What is remembered of pages.
 */
final class PageMemory {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	private final PageStore store;

	private final int minRenders;

	PageMemory(PageStore store, int minRenders) {
		this.store = store;
		this.minRenders = minRenders;
	}

	/** What is known of the page that a request is for. */
	PageForecast forecast(PageKey key, String contextPath, boolean newcomer) {
		PageHistory page = find(key);
		List<Link> expected = (page != PageHistory.UNKNOWN)
				? ContextPath.outward(page.hints(this.minRenders), contextPath) : List.of();
		return new PageForecast(key, page, expected, newcomer);
	}

	/** What is known by now. */
	PageHistory find(PageKey key) {
		PageHistory page = this.store.find(key);
		return (page != null) ? page : PageHistory.UNKNOWN;
	}

	/**
	 * Change what is known, and say if the page falls silent or speaks again.
	 * @param known what it was
	 * @param change what becomes of it, and of what others make of it meanwhile
	 */
	void update(PageKey key, PageHistory known, UnaryOperator<PageHistory> change) {
		PageHistory next = change.apply(known);
		if (next == known) {
			return;
		}
		this.store.update(key, change);
		if (next.isSilent() != known.isSilent()) {
			logger.info(next.isSilent()
					? "No Early Hints for a while for the page " + key + ": too often, it did not use what it was sent"
					: "Early Hints again for the page " + key);
		}
	}

}
