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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;

/**
 * Keeps pages in memory: no more than so many and so large, those that are asked for
 * least go first, and those that nobody asks for go by themselves. A tenth of them at
 * most are variants of one page, and these make room for other pages, so that a page
 * whose variant is a visitor's to choose takes none away from the others.
 */
public final class InMemoryPageStore implements PageStore {

	/** Key, node and table entry of the cache. */
	private static final int ENTRY_WEIGHT = 300;

	private static final int SHARE_OF_A_PAGE = 10;

	private static final int MIN_VARIANTS = 10;

	private final int maxPages;

	private final long maxBytes;

	private final Duration timeToIdle;

	/** Made for the first page: a start does not wait for it. */
	private volatile @Nullable Cache<PageKey, PageHistory> pages;

	/**
	 * Create a store.
	 * @param maxPages number of pages, at least one
	 * @param maxBytes memory that they may take together, in bytes, as far as it can be
	 * estimated
	 * @param timeToIdle after this time a page is forgotten that nobody asked for
	 */
	public InMemoryPageStore(int maxPages, long maxBytes, Duration timeToIdle) {
		this.maxPages = maxPages;
		this.maxBytes = maxBytes;
		this.timeToIdle = timeToIdle;
	}

	private Cache<PageKey, PageHistory> cache() {
		Cache<PageKey, PageHistory> made = this.pages;
		return (made != null) ? made : makeCache();
	}

	private synchronized Cache<PageKey, PageHistory> makeCache() {
		Cache<PageKey, PageHistory> made = this.pages;
		if (made == null) {
			made = newCache();
			this.pages = made;
		}
		return made;
	}

	private Cache<PageKey, PageHistory> newCache() {
		// Each page weighs its share at least, so that the weight bounds the number too.
		long share = Math.max(1, this.maxBytes / this.maxPages);
		return Caffeine.newBuilder()
			// Its upkeep takes less time than to hand it to another thread.
			.executor(Runnable::run)
			.maximumWeight(this.maxBytes)
			.weigher((PageKey key,
					PageHistory page) -> (int) Math.max(share, ENTRY_WEIGHT + weight(key) + page.weight()))
			.expireAfterAccess(this.timeToIdle)
			.build();
	}

	private static int weight(PageKey key) {
		return 2 * (key.handler().length() + key.pattern().length() + key.variant().length());
	}

	@Override
	public @Nullable PageHistory find(PageKey key) {
		return cache().getIfPresent(key);
	}

	@Override
	public void update(PageKey key, UnaryOperator<PageHistory> change) {
		if (!cache().asMap().containsKey(key)) {
			makeRoom(key);
		}
		cache().asMap().compute(key, (same, known) -> change.apply((known != null) ? known : PageHistory.UNKNOWN));
	}

	/** Invented variants are rendered once or twice: those go. */
	private void makeRoom(PageKey key) {
		boolean full = cache().estimatedSize() >= this.maxPages;
		if (!full && key.variant().isEmpty()) {
			return;
		}
		Map<PageKey, List<PageKey>> variants = new HashMap<>();
		for (PageKey known : cache().asMap().keySet()) {
			if (!known.variant().isEmpty()) {
				variants.computeIfAbsent(page(known), (page) -> new ArrayList<>()).add(known);
			}
		}
		List<PageKey> own = key.variant().isEmpty() ? List.of() : variants.getOrDefault(page(key), List.of());
		if (own.size() >= Math.max(MIN_VARIANTS, this.maxPages / SHARE_OF_A_PAGE)) {
			forgetLeast(own);
		}
		else if (full) {
			variants.values().stream().max(Comparator.comparingInt(List::size)).ifPresent(this::forgetLeast);
		}
	}

	private static PageKey page(PageKey variant) {
		return new PageKey(variant.handler(), variant.pattern(), "");
	}

	private void forgetLeast(List<PageKey> variants) {
		variants.stream()
			.min(Comparator.comparingInt(this::renders).thenComparing(this::idle, Comparator.reverseOrder()))
			.ifPresent(cache()::invalidate);
	}

	private int renders(PageKey key) {
		// Not by asking for it, which would make it one that is asked for.
		PageHistory page = cache().policy().getIfPresentQuietly(key);
		return (page != null) ? page.renders() : 0;
	}

	private Duration idle(PageKey key) {
		return cache().policy().expireAfterAccess().flatMap((policy) -> policy.ageOf(key)).orElse(Duration.ZERO);
	}

	@Override
	public void forget(PageKey key) {
		cache().invalidate(key);
	}

	@Override
	public void forgetAll() {
		cache().invalidateAll();
	}

	@Override
	public Map<PageKey, PageHistory> pages() {
		Cache<PageKey, PageHistory> known = tidied();
		return (known != null) ? Map.copyOf(known.asMap()) : Map.of();
	}

	@Override
	public long size() {
		Cache<PageKey, PageHistory> known = tidied();
		return (known != null) ? known.estimatedSize() : 0;
	}

	/**
	 * Let go of what is too much or too old, which otherwise the next look-up does: where
	 * two pages are learned at once, or nobody asks for any.
	 */
	private @Nullable Cache<PageKey, PageHistory> tidied() {
		Cache<PageKey, PageHistory> known = this.pages;
		if (known != null) {
			known.cleanUp();
		}
		return known;
	}

}
