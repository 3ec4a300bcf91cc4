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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * The links of a page, at most one for each request: best first, in document order where
 * they are equally good. Keeps each as it is written and as it means the same on every
 * path, which for most pages is one list.
 */
final class CollectedLinks {

	/** Up to so many are found faster by looking at all of them. */
	private static final int FEW = 16;

	private final List<Link> absolute = new ArrayList<>(FEW);

	private final List<Link> absoluteView = Collections.unmodifiableList(this.absolute);

	private List<Link> written = this.absolute;

	private List<Link> writtenView = this.absoluteView;

	private @Nullable Map<String, List<Link>> byTarget;

	private boolean importMap;

	/**
	 * The link for the same request as another one, neither's target relative to the
	 * page's path.
	 */
	@Nullable Link find(Link other) {
		List<Link> links = (this.byTarget != null) ? this.byTarget.getOrDefault(other.target(), List.of())
				: this.absolute;
		for (int i = 0; i < links.size(); i++) {
			if (links.get(i).isSameRequest(other)) {
				return links.get(i);
			}
		}
		return null;
	}

	/** Add a link for a request that has none. */
	void add(Link link, Link absoluteLink) {
		if (!link.equals(absoluteLink) && this.written == this.absolute) {
			this.written = new ArrayList<>(this.absolute);
			this.writtenView = Collections.unmodifiableList(this.written);
		}
		int place = this.absolute.size();
		while (place > 0 && this.absolute.get(place - 1).rank().compareTo(link.rank()) > 0) {
			place--;
		}
		this.absolute.add(place, absoluteLink);
		if (this.written != this.absolute) {
			this.written.add(place, link);
		}
		if (this.byTarget != null) {
			index(this.byTarget, absoluteLink);
		}
		else if (this.absolute.size() > FEW) {
			this.byTarget = new HashMap<>();
			for (Link other : this.absolute) {
				index(this.byTarget, other);
			}
		}
	}

	private static void index(Map<String, List<Link>> byTarget, Link link) {
		byTarget.computeIfAbsent(link.target(), (target) -> new ArrayList<>(1)).add(link);
	}

	int size() {
		return this.absolute.size();
	}

	/**
	 * The page has an import map.
	 * @return whether that was not known
	 */
	boolean importMapSeen() {
		boolean first = !this.importMap;
		this.importMap = true;
		return first;
	}

	/** A module that is fetched before the import map is known shuts the map out. */
	boolean isWanted(Link link) {
		return !this.importMap || link.relation() != LinkRelation.MODULEPRELOAD;
	}

	/** As they are written; a view. */
	List<Link> written() {
		return wanted(this.writtenView);
	}

	/** With targets that mean the same on every path; a view. */
	List<Link> absolute() {
		return wanted(this.absoluteView);
	}

	private List<Link> wanted(List<Link> all) {
		return this.importMap ? all.stream().filter(this::isWanted).toList() : all;
	}

	/** Add those that an import map forbids. */
	void addUnwanted(Omissions omissions) {
		for (Link link : this.written) {
			if (!isWanted(link)) {
				omissions.add(link.target(), OmissionReason.IMPORT_MAP);
			}
		}
	}

	void clear() {
		this.absolute.clear();
		this.written.clear();
		this.byTarget = null;
		this.importMap = false;
	}

}
