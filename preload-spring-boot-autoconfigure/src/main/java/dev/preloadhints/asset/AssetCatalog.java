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
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * What is known of the application's static resources: from their handlers, and from the
 * responses that were really sent, which have the last word. Bounded, and safe for all
 * threads.
 */
public final class AssetCatalog implements AutoCloseable {

	/** A path that was no resource may become one while an application is developed. */
	private static final Duration RETRY = Duration.ofMinutes(1);

	/** Before all times at which something can have been looked for. */
	private static final long NEVER = Long.MIN_VALUE / 2;

	private final AssetEntries entries = new AssetEntries();

	private final AssetResponses responses = new AssetResponses();

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
		this(resourceUrls, contextPath, new MvcPaths(List::of), List::of, Instant.now(), clock);
	}

	/**
	 * Create a catalogue.
	 * @param resourceUrls gives Spring's knowledge of its resource handlers, if there is
	 * any; asked only when a page needs it
	 * @param contextPath context path of the application, empty for the root
	 * @param paths tells which paths are Spring MVC's
	 * @param corsFilters gives the filters for CORS
	 * @param started when the application started: what is written later did not come
	 * with it
	 * @param clock the time
	 */
	public AssetCatalog(Supplier<@Nullable ResourceUrlProvider> resourceUrls, String contextPath, MvcPaths paths,
			Supplier<List<MappedCorsFilter>> corsFilters, Instant started, Clock clock) {
		this.handlers = new ResourceHandlers(resourceUrls, contextPath, paths, corsFilters, new Provenance(started));
		this.clock = clock;
	}

	/**
	 * What is known, as a number: whatever was concluded from it holds while the number
	 * stays the same, and is to be looked at again now and then, once a minute.
	 * @return a number that means nothing else
	 */
	public long edition() {
		long minute = this.clock.millis() / RETRY.toMillis();
		return (minute << Integer.SIZE) + this.entries.changes();
	}

	/**
	 * Context path of the application, which it may be asked for under another.
	 * @return the context path that the container knows, empty for the root
	 */
	public String contextPath() {
		return this.handlers.contextPath();
	}

	/**
	 * What is known of a path, without looking for a resource.
	 * @param path path within the application, percent-encoded, without a query
	 * @return the resource, or what responses said where no resource handler serves the
	 * path, or {@code null} if nothing is known
	 */
	public @Nullable Asset known(String path) {
		AssetEntry entry = this.entries.find(path);
		if (entry == null) {
			return null;
		}
		AssetEntry.Observed observed = entry.observed();
		boolean answered = entry.served() == null && observed.freshness() != Freshness.UNKNOWN;
		return answered ? new Asset(false, -1, observed.freshness(), observed.vary()) : asset(path, entry);
	}

	/**
	 * Whether there are resources that a browser must not even keep.
	 * @return {@code false} if none is known of
	 */
	public boolean isAnyNotStored() {
		return this.entries.isAnyNotStored();
	}

	/**
	 * What responses for a path vary on, as far as that can be told without looking for a
	 * resource.
	 * @param path path within the application, percent-encoded, without a query
	 * @return what they said, or what is to be expected
	 */
	public Vary vary(String path) {
		Asset known = known(path);
		return (known != null) ? known.vary() : this.handlers.vary(path).and(this.responses.elsewhere());
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
		AssetEntry entry = this.entries.find(path);
		return (entry != null) ? isDecided(entry) : AssetPath.canonical(path) == null;
	}

	private boolean isDecided(AssetEntry entry) {
		return !entry.isUnmeasured() && ((entry.served() != null && !entry.doubted())
				|| this.clock.millis() - entry.lookedAt() <= RETRY.toMillis());
	}

	/**
	 * Find a resource. May read from the file system or an archive, once for each, so a
	 * request asks only for what {@linkplain #isDecided is decided}.
	 * @param path path within the application, percent-encoded, without a query
	 * @return the resource, or {@code null} if there is none
	 * @throws IOException if it is there but cannot be read
	 */
	public @Nullable Asset find(String path) throws IOException {
		AssetEntry entry = this.entries.find(path);
		if (entry == null || !isDecided(entry)) {
			look(path);
			entry = this.entries.find(path);
		}
		return (entry != null) ? asset(path, entry) : null;
	}

	/** What another spelling adds may be something of one user. */
	private @Nullable Asset asset(String path, AssetEntry entry) {
		Asset asset = entry.asset(this.responses.elsewhere());
		return (asset == null || AssetPath.isCanonical(path)) ? asset
				: new Asset(false, asset.size(), asset.freshness(), asset.vary());
	}

	/**
	 * Look for a resource, known or not: it may have changed.
	 * @param path path within the application, percent-encoded, without a query
	 * @return what is served, or {@code null} if there is nothing
	 * @throws IOException if it is there but cannot be read
	 */
	@Nullable ServedResource look(String path) throws IOException {
		String canonical = AssetPath.canonical(path);
		if (canonical == null) {
			return null;
		}
		ServedResource found = null;
		try {
			found = this.handlers.find(canonical);
			return found;
		}
		finally {
			// What failed is asked again in a minute, too, and not with each page.
			AssetEntry last = this.entries.get(canonical);
			this.entries.looked(canonical, (found != null) ? found.asset() : null, this.clock.millis());
			if (found != null && last != null && last.isToBeMeasured(found.asset())) {
				long compressedSize = found.compressedSize();
				this.entries.change(canonical, (told) -> (told != null) ? told.measured(compressedSize) : null);
			}
		}
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
		AssetEntry entry = this.entries.find(path);
		return entry != null && entry.wasRequested();
	}

	/** Tell that a shipped file names a resource: its path, with the query if any. */
	void named(String target) {
		this.entries.named(target);
	}

	/**
	 * Whether a shipped file names a resource, so that its name is nobody's own.
	 * @param target the path within the application, with the query if there is one
	 * @return {@code true} if one that was looked into does
	 */
	public boolean isNamed(String target) {
		return this.entries.isNamed(target);
	}

	/**
	 * Whether it is worth telling how a path was answered.
	 * @param path path within the application
	 * @return {@code true} if somebody looked for it
	 */
	public boolean isWatched(String path) {
		return AssetPath.isCanonical(path) && this.entries.get(path) != null;
	}

	/**
	 * Tell how a path was answered. A response that depends on the request says nothing,
	 * nor does one to another spelling of the path.
	 * @param path path within the application
	 * @param response the response
	 */
	public void observe(String path, AssetResponse response) {
		if (response.isInformative() && AssetPath.isCanonical(path)) {
			AssetEntry known = this.entries.get(path);
			AssetEntry.Observed observed = this.responses.read(response, known, this.clock.instant());
			if (known == null || !known.observed().equals(observed)) {
				this.entries.change(path,
						(told) -> (told != null) ? told.answered(observed) : new AssetEntry(null, observed, NEVER));
			}
		}
	}

	/**
	 * Tell that a path was not answered with what there is. What one visitor can bring
	 * about takes nothing away from the others: it counts only where nobody was sent
	 * anything better, and where a handler has the resource, several have to agree.
	 * @param path path within the application
	 * @param status the status code of the response
	 * @param client who asked: a number that differs from client to client
	 */
	public void refused(String path, int status, int client) {
		if (AssetResponse.isContent(status) || AssetResponse.isAboutTheRequest(status)
				|| !AssetPath.isCanonical(path)) {
			return;
		}
		AssetEntry known = this.entries.get(path);
		Freshness response = (status >= 300) ? Freshness.MISSING : Freshness.STALE;
		boolean missing = status == 404 || status == 410;
		if (known != null && !known.refused(client, response, missing).equals(known)) {
			this.entries.change(path, (told) -> (told != null) ? told.refused(client, response, missing) : null);
		}
	}

	/** Wait for no resource any more. */
	@Override
	public void close() {
		this.handlers.close();
	}

}
