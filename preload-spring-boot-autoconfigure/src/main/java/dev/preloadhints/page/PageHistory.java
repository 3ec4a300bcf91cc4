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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.Link;

/**
 * What is known of a page. Immutable: each render makes a new one, or the same where
 * nothing changed, which is the rule once a page is settled.
 * <p>
 * A link is a hint while it was on nearly all renders since it was seen first, of which
 * the last {@value #WINDOW} are remembered: one in ten may lack it, so none of the first
 * nine, and one of a full window. A render that failed or redirected lacks all links. If
 * a quarter of the last {@value #WINDOW} Early Hints had a link that the page then did
 * not use, the page is silent for its next {@value Silence#LENGTH} renders.
 * <p>
 * Apart from that is known whether a container writes session ids into the page for
 * visitors without a session, so that nothing that was learned is what they need.
 */
public final class PageHistory {

	/** A page of which nothing is known. */
	public static final PageHistory UNKNOWN = new PageHistory(List.of(), 0, Silence.NONE, PageHistory.NEVER_SEEN);

	static final int WINDOW = LinkHistory.WINDOW;

	/** No visitor without a session came so far: one render will tell. */
	private static final int NEVER_SEEN = 1;

	/** A page with more resources than these gets no hints for the others. */
	private static final int MAX_LINKS = 48;

	/** No URL worth a hint is longer. */
	private static final int MAX_LENGTH = 512;

	private final List<LinkHistory> links;

	private final int renders;

	private final Silence silence;

	/**
	 * Renders without session ids that it takes until visitors without a session are
	 * trusted to get none.
	 */
	private final int sessionIds;

	/** Asked for with each request, and nearly always for the same. */
	private @Nullable Hints hints;

	private PageHistory(List<LinkHistory> links, int renders, Silence silence, int sessionIds) {
		this.links = links;
		this.renders = renders;
		this.silence = silence;
		this.sessionIds = sessionIds;
	}

	/**
	 * Whether a link can be learned at all.
	 * @param link a link
	 * @return {@code false} if it is too long
	 */
	public static boolean mayKnow(Link link) {
		return link.length() <= MAX_LENGTH;
	}

	/**
	 * Learn from a render.
	 * @param render the render
	 * @return what is known now
	 */
	public PageHistory after(Render render) {
		if (isSettledFor(render)) {
			return this;
		}
		Set<Link> seen = new HashSet<>(render.links());
		Map<Link, LinkHistory> hits = new HashMap<>();
		List<LinkHistory> misses = new ArrayList<>();
		for (LinkHistory known : this.links) {
			if (seen.contains(known.link())) {
				hits.put(known.link(), known.hit(render.client()));
			}
			else if (!known.miss().forgotten()) {
				misses.add(known.miss());
			}
		}
		int room = MAX_LINKS - hits.size() - misses.size();
		// In the order of this render: what was missing at first is not the last forever.
		List<LinkHistory> learned = new ArrayList<>(MAX_LINKS);
		for (Link link : render.links()) {
			LinkHistory known = hits.get(link);
			if (known == null && room > 0 && mayKnow(link)) {
				known = first(link, render);
				room--;
			}
			if (known != null && seen.remove(link)) {
				learned.add(known);
			}
		}
		learned.addAll(misses);
		learned.sort(Comparator.comparing((known) -> known.link().rank()));
		return next(learned, render.hinted());
	}

	private static LinkHistory first(Link link, Render render) {
		return new LinkHistory(link, 1, 1, render.doubtful().contains(link) ? DistinctClients.needed(render.client())
				: DistinctClients.NOT_NEEDED);
	}

	/**
	 * Learn from a render that ended in a redirect or an error.
	 * @param hinted whether there were Early Hints, all of them in vain
	 * @return what is known now
	 */
	public PageHistory afterFailure(boolean hinted) {
		List<LinkHistory> learned = new ArrayList<>(this.links.size());
		for (LinkHistory known : this.links) {
			LinkHistory next = known.miss();
			if (!next.forgotten()) {
				learned.add(next);
			}
		}
		return next(learned, hinted ? Render.Hinted.WASTED : Render.Hinted.NOT);
	}

	private PageHistory next(List<LinkHistory> learned, Render.Hinted hinted) {
		return new PageHistory(List.copyOf(learned), Math.min(this.renders + 1, WINDOW), this.silence.after(hinted),
				this.sessionIds);
	}

	/**
	 * Whether there is nothing to learn from a render, as from nearly all once a page is
	 * known.
	 * @param render the render
	 * @return {@code true} if the page is the same {@link #after after} it
	 */
	public boolean isSettledFor(Render render) {
		if (!this.silence.isSettledFor(render.hinted()) || this.links.size() != render.links().size()
				|| this.renders < WINDOW) {
			return false;
		}
		for (int i = 0; i < this.links.size(); i++) {
			LinkHistory known = this.links.get(i);
			if (!known.settled() || !known.link().equals(render.links().get(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The links that the page will need.
	 * @param minRenders renders that a link has to be on before
	 * @return best first; none if nothing is known
	 */
	public List<Link> hints(int minRenders) {
		Hints known = this.hints;
		if (known == null || known.minRenders() != minRenders) {
			known = new Hints(minRenders,
					this.links.stream()
						.filter((link) -> !link.isDoubtful() && link.isSteady(minRenders))
						.map(LinkHistory::link)
						.toList());
			this.hints = known;
		}
		return known.links();
	}

	/**
	 * Whether the page has been needing too little of what was hinted.
	 * @return {@code true} while it gets no Early Hints
	 */
	public boolean isSilent() {
		return this.silence.renders() > 0;
	}

	/**
	 * Learn that a visitor without a session was sent session ids: the URLs of that
	 * render say nothing of others.
	 * @return what is known now
	 */
	public PageHistory withSessionIds() {
		return (this.sessionIds == WINDOW) ? this : new PageHistory(this.links, this.renders, this.silence, WINDOW);
	}

	/**
	 * Learn that a visitor without a session was sent none.
	 * @return what is known now
	 */
	public PageHistory withoutSessionIds() {
		return (this.sessionIds == 0) ? this
				: new PageHistory(this.links, this.renders, this.silence, this.sessionIds - 1);
	}

	/**
	 * Whether visitors without a session are sent the same URLs as all others.
	 * @return {@code false} while that is not known
	 */
	public boolean isFreeOfSessionIds() {
		return this.sessionIds == 0;
	}

	/**
	 * Whether visitors without a session are sent session ids, as one of them was.
	 * @return {@code false} while that is not known
	 */
	public boolean hasSessionIds() {
		return this.sessionIds > NEVER_SEEN;
	}

	/**
	 * Number of links that are known, hints or not.
	 * @return number of links
	 */
	public int size() {
		return this.links.size();
	}

	/**
	 * The links that are known, hints or not.
	 * @return best first
	 */
	public List<LinkHistory> links() {
		return this.links;
	}

	/** Number of renders, of which no more are counted than are remembered. */
	int renders() {
		return this.renders;
	}

	/**
	 * Memory that the page takes.
	 * @return bytes, estimated
	 */
	public int weight() {
		int weight = 160;
		for (LinkHistory known : this.links) {
			weight += 200 + 2 * known.link().length();
		}
		return weight;
	}

	/**
	 * The links that the page will need, if so many renders are enough to know.
	 * Immutable, so that threads may see it as they like.
	 */
	private record Hints(int minRenders, List<Link> links) {
	}

}
