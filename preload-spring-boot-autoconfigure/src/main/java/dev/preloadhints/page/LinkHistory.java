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

import dev.preloadhints.link.Link;

/**
 * A link and on which of the last renders of its page it was. Immutable.
 */
public final class LinkHistory {

	/** Renders that are remembered. */
	static final int WINDOW = 16;

	/** Nearly all: one miss in ten renders. */
	private static final int RENDERS_PER_MISS = 10;

	private static final int ALL = (1 << WINDOW) - 1;

	private final Link link;

	/** One bit for each render, the last one lowest. */
	private final int seen;

	/** Renders since the link was seen first, at most {@link #WINDOW}. */
	private final int age;

	private final DistinctClients witnesses;

	LinkHistory(Link link, int seen, int age, DistinctClients witnesses) {
		this.link = link;
		this.seen = seen;
		this.age = age;
		this.witnesses = witnesses;
	}

	/**
	 * The link.
	 * @return the link, no target relative to a page's path
	 */
	public Link link() {
		return this.link;
	}

	/** After one more render that had the link. */
	LinkHistory hit(int client) {
		return new LinkHistory(this.link, (this.seen << 1 | 1) & ALL, Math.min(this.age + 1, WINDOW),
				this.witnesses.and(client));
	}

	/** After one more render that had not. */
	LinkHistory miss() {
		return new LinkHistory(this.link, this.seen << 1 & ALL, Math.min(this.age + 1, WINDOW), this.witnesses);
	}

	/** Whether one more render with the link would change nothing. */
	boolean settled() {
		return this.seen == ALL && this.witnesses.enough();
	}

	/** Whether the link was on none of the renders that are remembered. */
	boolean forgotten() {
		return this.seen == 0;
	}

	/**
	 * Number of renders since the link was seen first.
	 * @return at most those that are remembered, 16
	 */
	public int renders() {
		return this.age;
	}

	/**
	 * On how many of these renders the link was.
	 * @return number of renders
	 */
	public int hits() {
		return Integer.bitCount(this.seen);
	}

	/**
	 * Whether it takes more clients to be sure that the link is the same for everyone:
	 * until then, its URL is nobody else's business.
	 * @return {@code true} if the URL could be one user's own
	 */
	public boolean isDoubtful() {
		return !this.witnesses.enough();
	}

	/**
	 * Whether the link was on nearly all renders since it was seen first.
	 * @param minRenders renders that it has to be on at least
	 * @return whether it is expected on the next one
	 */
	public boolean isSteady(int minRenders) {
		int hits = hits();
		return hits >= Math.min(minRenders, WINDOW) && (this.age - hits) * RENDERS_PER_MISS <= this.age;
	}

}
