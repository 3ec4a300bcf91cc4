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

import java.util.ArrayList;
import java.util.List;

import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.Omissions;

/**
 * Asks what the style sheets and modules of one page pull in: once for all of its head,
 * and once more if others follow.
 */
final class DependencyLinks {

	/** More are not asked about, whether they got links or not. */
	private static final int MAX_SOURCES = 256;

	private final LinkDiscovery discovery;

	/** Style sheets and modules in document order. */
	private final List<Link> sources = new ArrayList<>(8);

	private final Omissions omissions = new Omissions();

	private int asked;

	DependencyLinks(LinkDiscovery discovery) {
		this.discovery = discovery;
	}

	/** The page references a resource, its target not relative to the page's path. */
	void of(Link link) {
		boolean source = link.destination() == Destination.STYLE || link.relation() == LinkRelation.MODULEPRELOAD;
		if (source && this.sources.size() < MAX_SOURCES) {
			this.sources.add(link);
		}
	}

	/** What is pulled in, nothing if that was asked before. */
	List<Link> links(List<Link> known) {
		if (this.asked == this.sources.size()) {
			return List.of();
		}
		this.asked = this.sources.size();
		this.omissions.clear();
		return this.discovery.pulledIn(this.sources, known, this.omissions);
	}

	/** What of it gets no link. */
	Omissions omissions() {
		return this.omissions;
	}

	void clear() {
		this.sources.clear();
		this.omissions.clear();
		this.asked = 0;
	}

}
