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

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.Set;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * What is known of the application's static resources: from their handlers, and from the
 * responses that were really sent, which have the last word. Bounded, and safe for all
 * threads.
 */
public final class AssetCatalog implements AutoCloseable {

	private static final int MAX_ASSETS = 10_000;

	/** No URL worth a hint is longer. */
	private static final int MAX_LENGTH = 512;

	/** A path that was no resource may become one while an application is developed. */
	private static final Duration RETRY = Duration.ofMinutes(1);

	/**
	 * Status codes that say what is wrong with the request: its syntax, its conditions,
	 * its range, its length.
	 */
	private static final Set<Integer> OF_THE_REQUEST = Set.of(400, 405, 406, 408, 411, 412, 413, 414, 415, 416, 417,
			421, 428, 429, 431);

	/** Before all times at which something can have been looked for. */
	private static final long NEVER = Long.MIN_VALUE / 2;

	private final Cache<String, AssetEntry> entries = Caffeine.newBuilder().maximumSize(MAX_ASSETS).build();

	private final Lifetimes lifetimes = new Lifetimes();

	private final Cache<String, Boolean> namedTargets = Caffeine.newBuilder().maximumSize(MAX_ASSETS).build();

	/**
	 * What a response for any resource varied on. A filter for CORS is one for all, so
	 * those that nobody asked for yet may be served likewise.
	 */
	private volatile Vary elsewhere = Vary.NOTHING;

	private final AtomicInteger changes = new AtomicInteger();

	private final ResourceHandlers handlers;

	private final Clock clock;

	/**
	 * Create a catalogue.
	 * @param resourceUrls gives Spring's knowledge of its resource handlers, if there is
	 * any; asked only when a page needs it
	 * @param contextPath context path of the application, empty for the root
	 * @param clock the time
	 */
	public AssetCatalog(Supplier<@Nullable ResourceUrlProvider> resourceUrls, String contextPath, Clock clock) {
		this.handlers = new ResourceHandlers(resourceUrls, contextPath);
		this.clock = clock;
	}

	/**
	 * What is known, as a number: whatever was concluded from it holds while the number
	 * stays the same, and is to be looked at again now and then, once a minute.
	 * @return a number that means nothing else
	 */
	public long edition() {
		long minute = this.clock.millis() / RETRY.toMillis();
		return (minute << Integer.SIZE) + this.changes.get();
	}

	/** Context path of the application, which it may be asked for by another. */
	String contextPath() {
		return this.handlers.contextPath();
	}

	/**
	 * What is known of a path, without looking for a resource.
	 * @param path path within the application, percent-encoded, without a query
	 * @return the resource, or what responses said where no resource handler serves the
	 * path, or {@code null} if nothing is known
	 */
	public @Nullable Asset known(String path) {
		AssetEntry entry = this.entries.getIfPresent(path);
		if (entry == null) {
			return null;
		}
		AssetEntry.Observed observed = entry.observed();
		boolean answered = entry.served() == null && observed.freshness() != Freshness.UNKNOWN;
		return answered ? new Asset(false, -1, observed.freshness(), observed.vary()) : entry.asset(this.elsewhere);
	}

	/**
	 * What responses for a path vary on, as far as that can be told without looking for a
	 * resource.
	 * @param path path within the application, percent-encoded, without a query
	 * @return what they said, or what is to be expected
	 */
	public Vary vary(String path) {
		Asset known = known(path);
		return (known != null) ? known.vary() : this.handlers.vary(path).and(this.elsewhere);
	}

	/**
	 * Whether there are resources that a browser would fetch twice if an Early Hint named
	 * them, in CORS mode at least.
	 * @return {@code true} if responses of a resource handler will say so
	 */
	public boolean varies() {
		return this.handlers.vary() != Vary.NOTHING;
	}

	/**
	 * Whether it is known if there is a resource, so that to {@linkplain #find find} it
	 * takes no time.
	 * @param path path within the application, percent-encoded, without a query
	 * @return {@code false} if nobody looked for it, or found nothing some time ago
	 */
	public boolean isDecided(String path) {
		AssetEntry entry = this.entries.getIfPresent(path);
		return (entry != null) ? isDecided(entry) : path.length() > MAX_LENGTH;
	}

	private boolean isDecided(AssetEntry entry) {
		return entry.served() != null || this.clock.millis() - entry.lookedAt() <= RETRY.toMillis();
	}

	/**
	 * Find a resource. May read from the file system or an archive, once for each, so a
	 * request asks only for what {@linkplain #isDecided is decided}.
	 * @param path path within the application, percent-encoded, without a query
	 * @return the resource, or {@code null} if there is none
	 * @throws IOException if it is there but cannot be read
	 */
	public @Nullable Asset find(String path) throws IOException {
		AssetEntry entry = this.entries.getIfPresent(path);
		if (entry == null || !isDecided(entry)) {
			look(path);
			entry = this.entries.getIfPresent(path);
		}
		return (entry != null) ? entry.asset(this.elsewhere) : null;
	}

	/**
	 * Look for a resource, known or not: it may have changed.
	 * @param path path within the application, percent-encoded, without a query
	 * @return what is served, or {@code null} if there is nothing
	 * @throws IOException if it is there but cannot be read
	 */
	@Nullable ServedResource look(String path) throws IOException {
		if (path.length() > MAX_LENGTH) {
			return null;
		}
		ServedResource found = null;
		try {
			found = this.handlers.find(path);
			return found;
		}
		finally {
			// What failed is asked again in a minute, too, and not with each page.
			remember(path, (found != null) ? found.asset() : null);
		}
	}

	private void remember(String path, @Nullable Asset served) {
		// Somebody may have told how it was answered in the meantime.
		this.entries.asMap().compute(path, (same, told) -> {
			AssetEntry.Observed observed = (told != null) ? told.observed() : AssetEntry.Observed.NOTHING;
			if (told == null || !Objects.equals(served, told.served())) {
				this.changes.incrementAndGet();
			}
			return new AssetEntry(served, observed, this.clock.millis());
		});
	}

	/**
	 * The text of a resource, as it is served.
	 * @param path path within the application, percent-encoded, without a query
	 * @param resource what is served there
	 * @param maxBytes size from which on it is not read
	 * @throws IOException if it is larger or cannot be read
	 */
	String text(String path, ServedResource resource, int maxBytes) throws IOException {
		return resource.text(this.handlers.request(path), maxBytes);
	}

	/**
	 * Whether somebody asked for a path, and got it.
	 * @param path path within the application, percent-encoded, without a query
	 * @return {@code true} if it was seen since the application started
	 */
	public boolean wasRequested(String path) {
		AssetEntry entry = this.entries.getIfPresent(path);
		return entry != null && entry.wasRequested();
	}

	/**
	 * Tell that a shipped file names a resource.
	 * @param target the path within the application, with the query if there is one
	 */
	void named(String target) {
		if (this.namedTargets.asMap().putIfAbsent(target, true) == null) {
			this.changes.incrementAndGet();
		}
	}

	/**
	 * Whether a shipped file names a resource, so that its name is nobody's own.
	 * @param target the path within the application, with the query if there is one
	 * @return {@code true} if one that was looked into does
	 */
	public boolean isNamed(String target) {
		return this.namedTargets.getIfPresent(target) != null;
	}

	/**
	 * Whether it is worth telling how a path was answered.
	 * @param path path within the application
	 * @return {@code true} if somebody looked for it
	 */
	public boolean isWatched(String path) {
		return this.entries.getIfPresent(path) != null;
	}

	/**
	 * Tell how a path was answered. What one visitor can bring about takes nothing away
	 * from the others: a response that depends on the request says nothing, and one that
	 * may depend on who asks counts no more than a good one that was seen before.
	 * @param path path within the application
	 * @param response the response
	 */
	public void observe(String path, AssetResponse response) {
		int status = response.status();
		if (path.length() > MAX_LENGTH || OF_THE_REQUEST.contains(status)
				|| (status == 304 && response.cacheControl() == null && response.expires() == null)) {
			// A 304 keeps the lifetime that the stored response has: RFC 9111, section
			// 4.3.4.
			return;
		}
		boolean content = status == 200 || status == 206 || status == 304;
		AssetEntry known = this.entries.getIfPresent(path);
		AssetEntry.Observed observed = content ? content(response, known)
				: new AssetEntry.Observed((status >= 300) ? Freshness.MISSING : Freshness.STALE, Vary.NOTHING);
		boolean forAll = content || status == 404 || status == 410;
		if (known != null && known.isKnown(observed, forAll)) {
			return;
		}
		this.entries.asMap()
			.compute(path, (same, entry) -> (entry != null) ? entry.with(observed, forAll)
					: new AssetEntry(null, observed, NEVER));
		this.changes.incrementAndGet();
	}

	/** Wait for no resource any more. */
	@Override
	public void close() {
		this.handlers.close();
	}

	private AssetEntry.Observed content(AssetResponse response, @Nullable AssetEntry known) {
		Freshness freshness = this.lifetimes.freshness(response, this.clock.instant());
		if (response.status() == 304 && response.vary().isEmpty() && known != null && known.wasRequested()) {
			return new AssetEntry.Observed(freshness, known.observed().vary());
		}
		Vary vary = Vary.of(response.vary());
		if (vary == Vary.ORIGIN) {
			this.elsewhere = vary;
		}
		return new AssetEntry.Observed(freshness, vary);
	}

}
