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

package dev.preloadhints.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.collect.LinkPolicy;
import dev.preloadhints.collect.PageLinks;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * Writes the {@code Link} header of one page: the best links that fit, as long as nothing
 * has been sent. Where the response refuses it, the page goes on without.
 */
public final class LinkHeaderWriter {

	private final LinkHeaderSettings settings;

	private final PageLinks links;

	private final LinkPolicy policy;

	private final PreloadEvents events;

	private final LinkField field;

	private final @Nullable ServerTiming timing;

	/** Links that are in the header, but for those that were appended. */
	private List<Link> written = List.of();

	/** Links that were added one by one since. */
	private List<Link> appended = List.of();

	/** Links that found no room, and which limit they are over. */
	private Map<Link, OmissionReason> unfit = Map.of();

	/** Links that do not belong into a header, and why. */
	private Map<Link, OmissionReason> refused = Map.of();

	/** Why a link that fits is not in the header. */
	private OmissionReason otherwise = OmissionReason.COMMITTED;

	LinkHeaderWriter(LinkHeaderSettings settings, LinkHeaderFields fields, PageLinks links, LinkPolicy policy,
			PreloadEvents events) {
		this.settings = settings;
		this.links = links;
		this.policy = policy;
		this.events = events;
		this.field = new LinkField(settings, fields);
		this.timing = settings.serverTiming() ? new ServerTiming() : null;
	}

	/**
	 * Whether pages have the header at all.
	 * @return whether anything is written
	 */
	public boolean isEnabled() {
		return this.settings.enabled();
	}

	/**
	 * Bytes of the response to hold back until the head is known.
	 * @return the size, zero for what the container has
	 */
	public int bufferSize() {
		return this.settings.enabled() ? this.settings.bufferSize() : 0;
	}

	/**
	 * Write all links that were collected so far, in their order, instead of what was
	 * written before.
	 * @param response the response
	 */
	public void write(HttpServletResponse response) {
		if (!this.settings.enabled()) {
			return;
		}
		try {
			if (!response.isCommitted()) {
				this.refused = Map.of();
				LinkBudget.Selection selection = this.field.write(response, accepted(this.links.written()));
				this.written = selection.selected();
				this.appended = List.of();
				this.unfit = selection.omitted();
				if (this.timing != null) {
					this.timing.explain(response, emitted(), omissions(), this.field);
				}
			}
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	/** Nearly always all of them. */
	private List<Link> accepted(List<Link> all) {
		for (int i = 0; i < all.size(); i++) {
			if (isRefused(all.get(i))) {
				return all.stream().filter((link) -> !isRefused(link)).toList();
			}
		}
		return all;
	}

	private boolean isRefused(Link link) {
		OmissionReason reason = this.policy.check(this.links.absolute(link));
		if (reason != null) {
			this.refused = this.refused.isEmpty() ? new HashMap<>() : this.refused;
			this.refused.put(link, reason);
		}
		return reason != null;
	}

	/**
	 * Add a link to what was written, if there is room and nothing has been sent.
	 * @param response the response
	 * @param link a link of the page
	 */
	public void append(HttpServletResponse response, Link link) {
		if (!this.field.isWritten()) {
			return;
		}
		try {
			if (response.isCommitted() || isRefused(link)) {
				return;
			}
			OmissionReason reason = this.field.add(response, link);
			if (reason != null) {
				this.unfit = new HashMap<>(this.unfit);
				this.unfit.put(link, reason);
				return;
			}
			this.appended = this.appended.isEmpty() ? new ArrayList<>(2) : this.appended;
			this.appended.add(link);
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	/**
	 * Take everything back, if nothing has been sent.
	 * @param response the response
	 */
	public void clear(HttpServletResponse response) {
		if (!response.isCommitted()) {
			this.field.clear(response);
			if (this.timing != null) {
				this.timing.clear(response);
			}
		}
	}

	private void fail(Throwable ex) {
		this.otherwise = OmissionReason.FAILED;
		this.field.failed();
		this.events.failed(PreloadStage.LINK_HEADER, ex);
	}

	private List<Link> emitted() {
		if (this.appended.isEmpty()) {
			return this.written;
		}
		List<Link> emitted = new ArrayList<>(this.written);
		emitted.addAll(this.appended);
		return emitted;
	}

	/**
	 * The links of the header, none relative to the page's path, as for most pages.
	 * @return the links, best first
	 */
	public List<Link> links() {
		List<Link> emitted = emitted();
		for (int i = 0; i < emitted.size(); i++) {
			if (!this.links.absolute(emitted.get(i)).equals(emitted.get(i))) {
				return emitted.stream().map(this.links::absolute).toList();
			}
		}
		return emitted;
	}

	/**
	 * Bytes of the header's values, the application's own included.
	 * @return the size of the field
	 */
	public int size() {
		return this.field.size();
	}

	/**
	 * What of the page is not in the header, and why.
	 * @return the omissions, those of the page included
	 */
	public Omissions omissions() {
		Omissions omissions = this.links.omissions();
		List<Link> emitted = emitted();
		List<Link> all = this.links.written();
		if (emitted.equals(all)) {
			return omissions;
		}
		Set<Link> sent = new HashSet<>(emitted);
		for (Link link : all) {
			if (!sent.contains(link)) {
				OmissionReason reason = this.refused.get(link);
				omissions.add(this.links.absolute(link).target(),
						(reason != null) ? reason : this.unfit.getOrDefault(link, this.otherwise));
			}
		}
		return omissions;
	}

}
