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

import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;

/**
 * Stores what is known about pages. All threads use it at once. What it throws is counted
 * and logged, and the page goes out without hints.
 */
public interface PageStore {

	/**
	 * Find a page. Called on each request for a page, so it must not wait for anything.
	 * @param key the page
	 * @return what is known, or {@code null} if nothing is known
	 */
	@Nullable PageHistory find(PageKey key);

	/**
	 * Change what is known of a page, in one atomic step. Called after the page was
	 * rendered, and only if something changes.
	 * @param key the page
	 * @param change takes what is known, {@link PageHistory#UNKNOWN} at first, and gives
	 * what is known from now on; may be called more than once
	 */
	void update(PageKey key, UnaryOperator<PageHistory> change);

	/**
	 * Forget a page.
	 * @param key the page
	 */
	void forget(PageKey key);

	/** Forget all pages. */
	void forgetAll();

	/**
	 * All pages that are known.
	 * @return a snapshot
	 */
	Map<PageKey, PageHistory> pages();

	/**
	 * Number of pages that are known.
	 * @return number of pages, about right while others are learned
	 */
	long size();

}
