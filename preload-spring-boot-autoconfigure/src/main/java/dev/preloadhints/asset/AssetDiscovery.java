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

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.Omissions;

/**
 * Knows what the application's own style sheets and modules pull in by themselves:
 * imports, fonts, imported modules. A page asks for what is known of its assets and never
 * waits: what is not known yet, or may have changed, is worked out in the background.
 */
public final class AssetDiscovery {

	/** Bytes of combinations of assets on a page, of which an application has few. */
	private static final int MAX_WEIGHT = 16 * 1024 * 1024;

	private static final int ENTRY_WEIGHT = 300;

	private final Cache<DiscoverySources, Dependencies> known = Caffeine.newBuilder()
		.maximumWeight(MAX_WEIGHT)
		.weigher((DiscoverySources sources, Dependencies pulledIn) -> ENTRY_WEIGHT + weight(sources.links())
				+ weight(pulledIn.imports()) + weight(pulledIn.fonts().stream().map(Dependencies.Font::link).toList()))
		.build();

	private final Set<DiscoverySources> waiting = ConcurrentHashMap.newKeySet();

	private final AssetCatalog assets;

	private final AssetWorker worker;

	private final DependencyReader reader;

	private final AssetAccess access;

	private final Clock clock;

	/**
	 * Create a discovery.
	 * @param assets the application's assets
	 * @param access tells who may have them
	 * @param worker has it worked out
	 * @param reader works it out
	 * @param clock the time
	 */
	public AssetDiscovery(AssetCatalog assets, AssetAccess access, AssetWorker worker, DependencyReader reader,
			Clock clock) {
		this.assets = assets;
		this.access = access;
		this.worker = worker;
		this.reader = reader;
		this.clock = clock;
	}

	private static int weight(List<Link> links) {
		return links.stream().mapToInt((link) -> ENTRY_WEIGHT + 2 * link.length()).sum();
	}

	/**
	 * What the assets of a page pull in, as far as it is known.
	 * @param sources style sheets and modules of the page in document order, no target
	 * relative to the page's path
	 * @param page links to what the page is known to request
	 * @param contextPath context path of the request, empty for the root
	 * @param omissions told what gets no link, and why
	 * @return links to what else the page will request
	 */
	public List<Link> pulledIn(List<Link> sources, List<Link> page, String contextPath, Omissions omissions) {
		DiscoverySources key = DiscoverySources.of(sources, this.reader.settings(), contextPath,
				this.assets.contextPath());
		if (key.links().isEmpty()) {
			return List.of();
		}
		Dependencies pulledIn = this.known.getIfPresent(key);
		if (pulledIn == null || pulledIn.dueAt() <= this.clock.millis()) {
			workOut(key.copy());
		}
		if (pulledIn == null || !pulledIn.restricted().stream().allMatch(this.access::isForVisitor)) {
			return List.of();
		}
		return pulledIn.links(page, contextPath, this.reader.settings().maxFonts(), this.assets, omissions);
	}

	private void workOut(DiscoverySources sources) {
		if (this.waiting.add(sources) && !this.worker.submit(() -> workOutNow(sources))) {
			this.waiting.remove(sources);
		}
	}

	private void workOutNow(DiscoverySources sources) {
		try {
			this.known.put(sources, this.reader.read(sources));
		}
		finally {
			this.waiting.remove(sources);
		}
	}

}
