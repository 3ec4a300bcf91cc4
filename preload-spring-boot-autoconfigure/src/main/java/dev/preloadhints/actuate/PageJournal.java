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

package dev.preloadhints.actuate;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.page.PageHistory;
import dev.preloadhints.page.PageStore;

/**
 * Keeps for the endpoint what became of the requests for each page. Of no more pages than
 * the store has, and of none that the store forgot.
 */
public final class PageJournal implements PreloadListener {

	private final Cache<PageKey, PageRecord> records;

	private final PageStore store;

	private final Clock clock;

	/**
	 * Create a journal.
	 * @param store the pages that are known
	 * @param maxPages number of pages, at least one
	 * @param timeToIdle after this time a page is forgotten that nobody asked for
	 * @param clock the time
	 */
	public PageJournal(PageStore store, int maxPages, Duration timeToIdle, Clock clock) {
		this.records = Caffeine.newBuilder()
			// Its upkeep takes less time than to hand it to another thread.
			.executor(Runnable::run)
			.maximumSize(maxPages)
			.expireAfterAccess(timeToIdle)
			.build();
		this.store = store;
		this.clock = clock;
	}

	@Override
	public void pageRendered(PageReport report) {
		PageKey key = report.page();
		if (key != null) {
			PageHistory page = this.store.find(key);
			record(key, page).rendered(report, page, this.clock.millis());
		}
	}

	@Override
	public void earlyHintsDecided(EarlyHintsReport report) {
		PageKey key = report.page();
		if (key != null) {
			PageHistory page = this.store.find(key);
			record(key, page).decided(report, page, this.clock.millis());
		}
	}

	@Override
	public void predictionChecked(PredictionReport report) {
		record(report.page(), this.store.find(report.page())).predicted(report, this.clock.millis());
	}

	private PageRecord record(PageKey key, @Nullable PageHistory page) {
		PageRecord record = this.records.get(key, (same) -> new PageRecord());
		if (page != null) {
			record.stored();
		}
		else if (isForgotten(key, record)) {
			PageRecord fresh = new PageRecord();
			return this.records.asMap().replace(key, record, fresh) ? fresh
					: this.records.get(key, (same) -> new PageRecord());
		}
		return record;
	}

	/** The page may have been learned after it was looked for, so look once more. */
	private boolean isForgotten(PageKey key, PageRecord record) {
		return record.wasStored() && this.store.find(key) == null;
	}

	/**
	 * The pages that were rendered, and those that the store knows from before.
	 * @return a snapshot
	 */
	Map<PageKey, PageRecord> records() {
		Map<PageKey, PageHistory> stored = this.store.pages();
		Map<PageKey, PageRecord> all = new HashMap<>();
		this.records.asMap().forEach((key, record) -> {
			boolean known = stored.containsKey(key);
			if (!known && isForgotten(key, record)) {
				this.records.asMap().remove(key, record);
			}
			else if (known || record.renders() > 0) {
				// Others render nothing: those of an API, for instance.
				all.put(key, record);
			}
		});
		stored.keySet().forEach((key) -> all.putIfAbsent(key, new PageRecord()));
		return all;
	}

	/** Forget a page, here and in the store. */
	void forget(PageKey key) {
		this.store.forget(key);
		this.records.invalidate(key);
	}

	/** Forget all pages, here and in the store. */
	void forgetAll() {
		this.store.forgetAll();
		this.records.invalidateAll();
	}

}
