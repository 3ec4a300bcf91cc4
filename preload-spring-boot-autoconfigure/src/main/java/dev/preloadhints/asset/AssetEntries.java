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

package dev.preloadhints.asset;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * What is known of paths, one entry for all spellings of each, in bounded memory. Safe
 * for all threads.
 */
final class AssetEntries {

	private static final int MAX_ENTRIES = 10_000;

	/**
	 * Resources that are found under their own names, of which there are as many as
	 * files. Apart from all other paths, of which there are as many as visitors like.
	 */
	private final Cache<String, AssetEntry> resources = cache();

	private final Cache<String, AssetEntry> others = cache();

	/** Paths, some with a query, that are written in shipped files. */
	private final Cache<String, Boolean> named = cache();

	private final AtomicInteger changes = new AtomicInteger();

	/** Pages need not ask of each link where there is none. */
	private volatile boolean anyNotStored;

	private static <T> Cache<String, T> cache() {
		return Caffeine.newBuilder().executor(Runnable::run).maximumSize(MAX_ENTRIES).build();
	}

	/** How often something became known that was not known before. */
	int changes() {
		return this.changes.get();
	}

	/** What is known of a path, however it is spelled. */
	@Nullable AssetEntry find(String path) {
		String canonical = AssetPath.canonical(path);
		return (canonical != null) ? get(canonical) : null;
	}

	/** What is known of a path in its one spelling. */
	@Nullable AssetEntry get(String canonical) {
		AssetEntry entry = this.resources.getIfPresent(canonical);
		return (entry != null) ? entry : this.others.getIfPresent(canonical);
	}

	/**
	 * Change what is known, as one step.
	 * @param canonical the path in its one spelling
	 * @param change takes what is known, and gives what is known from now on, or
	 * {@code null} to leave it as it is
	 */
	void change(String canonical, UnaryOperator<@Nullable AssetEntry> change) {
		synchronized (this.changes) {
			AssetEntry told = get(canonical);
			AssetEntry entry = change.apply(told);
			if (entry == null) {
				return;
			}
			boolean own = entry.served() != null && entry.served().shipped();
			(own ? this.resources : this.others).put(canonical, entry);
			(own ? this.others : this.resources).invalidate(canonical);
			this.anyNotStored |= entry.isNotStored();
			if (!entry.saysTheSame(told)) {
				this.changes.incrementAndGet();
			}
		}
	}

	/** Whether a browser must not even keep some of them. */
	boolean isAnyNotStored() {
		return this.anyNotStored;
	}

	/** Remember what a handler serves, or that it serves nothing. */
	void looked(String canonical, @Nullable Asset served, long now) {
		// Somebody may have told how it was answered in the meantime.
		change(canonical, (told) -> (told != null) ? told.after(served, now)
				: new AssetEntry(served, AssetEntry.Observed.NOTHING, now));
	}

	/** Remember that a shipped file names a resource. */
	void named(String target) {
		if (this.named.asMap().putIfAbsent(target, true) == null) {
			this.changes.incrementAndGet();
		}
	}

	boolean isNamed(String target) {
		return this.named.getIfPresent(target) != null;
	}

}
