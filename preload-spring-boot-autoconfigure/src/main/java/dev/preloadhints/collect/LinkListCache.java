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
package dev.preloadhints.collect;

import java.util.List;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.Link;

/**
 * Keeps what was concluded from links, in bounded memory: the next request for a page has
 * the same links as the last, nearly always. Safe for all threads.
 *
 * @param <K> what it was concluded from
 * @param <V> the conclusion, which is about as large
 */
public final class LinkListCache<K, V> {

	/** Bytes of all that is kept, estimated. */
	private static final long MAX_BYTES = 4 * 1024 * 1024;

	/** Node and table entry of the cache, key and conclusion. */
	private static final int ENTRY_BYTES = 500;

	/**
	 * The links of a page and of what is chosen of it are the same, their texts may be.
	 */
	private static final int BYTES_PER_CHARACTER = 3;

	private final Cache<K, V> known;

	/**
	 * Create conclusions.
	 * @param links the links of a key
	 */
	public LinkListCache(Function<K, List<Link>> links) {
		this.known = Caffeine.newBuilder()
			.maximumWeight(MAX_BYTES)
			.weigher((K key, V value) -> weight(links.apply(key)))
			.build();
	}

	private static int weight(List<Link> links) {
		long weight = ENTRY_BYTES;
		for (Link link : links) {
			weight += (long) BYTES_PER_CHARACTER * link.length();
		}
		return (int) Math.min(weight, Integer.MAX_VALUE);
	}

	/**
	 * What was concluded from the same links.
	 * @param key what it was concluded from
	 * @return the conclusion, or {@code null} if there is none
	 */
	public @Nullable V get(K key) {
		return this.known.getIfPresent(key);
	}

	/**
	 * Keep a conclusion.
	 * @param key a key of its own, its lists array lists: those are compared without more
	 * @param value the conclusion
	 */
	public void put(K key, V value) {
		this.known.put(key, value);
	}

}
