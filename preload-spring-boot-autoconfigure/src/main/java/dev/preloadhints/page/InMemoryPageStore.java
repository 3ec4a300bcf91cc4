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

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages in memory: no more than so many and so large, those that are asked for
 * least go first, and those that nobody asks for go by themselves.
 */
public final class InMemoryPageStore implements PageStore {

	/** Key, node and table entry of the cache. */
	private static final int ENTRY_WEIGHT = 300;

	private final Cache<PageKey, Page> pages;

	/**
	 * Create a store.
	 * @param maxPages number of pages, at least one
	 * @param maxBytes memory that they may take together, in bytes, as far as it can be
	 * estimated
	 * @param timeToIdle after this time a page is forgotten that nobody asked for
	 */
	public InMemoryPageStore(int maxPages, long maxBytes, Duration timeToIdle) {
		// Each page weighs its share at least, so that the weight bounds the number too.
		long share = Math.max(1, maxBytes / maxPages);
		this.pages = Caffeine.newBuilder()
			// Its upkeep takes less time than to hand it to another thread.
			.executor(Runnable::run)
			.maximumWeight(maxBytes)
			.weigher((PageKey key, Page page) -> (int) Math.max(share, ENTRY_WEIGHT + weight(key) + page.weight()))
			.expireAfterAccess(timeToIdle)
			.build();
	}

	private static int weight(PageKey key) {
		return 2 * (key.handler().length() + key.pattern().length() + key.variant().length());
	}

	@Override
	public @Nullable Page find(PageKey key) {
		return this.pages.getIfPresent(key);
	}

	@Override
	public void update(PageKey key, UnaryOperator<Page> change) {
		this.pages.asMap().compute(key, (same, known) -> change.apply((known != null) ? known : Page.UNKNOWN));
	}

	@Override
	public void forget(PageKey key) {
		this.pages.invalidate(key);
	}

	@Override
	public void forgetAll() {
		this.pages.invalidateAll();
	}

	@Override
	public Map<PageKey, Page> pages() {
		tidy();
		return Map.copyOf(this.pages.asMap());
	}

	@Override
	public long size() {
		tidy();
		return this.pages.estimatedSize();
	}

	/**
	 * Let go of what is too much or too old, which otherwise the next look-up does: where
	 * two pages are learned at once, or nobody asks for any.
	 */
	private void tidy() {
		this.pages.cleanUp();
	}

}
