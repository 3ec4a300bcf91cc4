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

package dev.preloadhints.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.LinkPolicy;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.LinkHeader;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.web.LinkHeaderFields.Field;

/**
 * Writes the {@code Link} header of one page: the best links that fit, as long as nothing
 * has been sent. Where the response refuses it, the page goes on without.
 */
final class LinkHeaderWriter {

	private final LinkHeaderSettings settings;

	private final LinkHeaderFields fields;

	private final LinkCollector collector;

	private final LinkPolicy policy;

	private final PreloadEvents events;

	private final ResponseField linkField = new ResponseField(LinkHeader.NAME);

	private final @Nullable ResponseField timingField;

	private @Nullable Field field;

	/** Links that were added one by one since. */
	private List<Link> appended = List.of();

	/** Links that found no room, and which limit they are over. */
	private Map<Link, OmissionReason> unfit = Map.of();

	/** Links that do not belong into a header, and why. */
	private Map<Link, OmissionReason> refused = Map.of();

	/** Room for the links, known with the first of them. */
	private @Nullable LinkBudget budget;

	/** Bytes that other headers leave. */
	private int room;

	private int headerSize;

	private int otherLinks;

	/** Why a link that fits is not in the header. */
	private OmissionReason otherwise = OmissionReason.COMMITTED;

	LinkHeaderWriter(LinkHeaderSettings settings, LinkHeaderFields fields, LinkCollector collector, LinkPolicy policy,
			PreloadEvents events) {
		this.settings = settings;
		this.fields = fields;
		this.collector = collector;
		this.policy = policy;
		this.events = events;
		this.timingField = settings.serverTiming() ? new ResponseField(ServerTiming.HEADER) : null;
	}

	/**
	 * Write all links that were collected so far, in their order, instead of what was
	 * written before.
	 */
	void write(HttpServletResponse response) {
		try {
			if (!response.isCommitted()) {
				this.refused = Map.of();
				write(response, accepted(this.collector.links()));
			}
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	/** Nearly always all of them. */
	private List<Link> accepted(List<Link> links) {
		for (int i = 0; i < links.size(); i++) {
			if (isRefused(links.get(i))) {
				return links.stream().filter((link) -> !isRefused(link)).toList();
			}
		}
		return links;
	}

	private boolean isRefused(Link link) {
		OmissionReason reason = this.policy.check(this.collector.absolute(link));
		if (reason != null) {
			this.refused = this.refused.isEmpty() ? new HashMap<>() : this.refused;
			this.refused.put(link, reason);
		}
		return reason != null;
	}

	private void write(HttpServletResponse response, List<Link> links) {
		if (this.budget == null) {
			this.room = HeaderRoom.left(response, this.settings.maxResponseHeader());
			this.budget = this.settings.budget().withinBytes(this.room);
		}
		int size = 0;
		int count = 0;
		List<String> others = this.linkField.others(response);
		for (String value : others) {
			size += ((size > 0) ? 2 : 0) + value.length();
			count += LinkHeader.count(value);
		}
		Field written = this.fields.write(links, this.budget, size, count);
		if (written.value().isEmpty()) {
			this.linkField.clear(response);
		}
		else {
			this.linkField.replace(response, others, written.value());
		}
		this.field = written;
		this.appended = List.of();
		this.unfit = written.selection().omitted();
		this.headerSize = written.selection().bytes();
		this.otherLinks = count;
		if (this.timingField != null) {
			explain(response, this.timingField);
		}
	}

	/** As long as there is room for the links and for that. */
	private void explain(HttpServletResponse response, ResponseField field) {
		String entry = ServerTiming.entry(emitted(), omissions(), this.headerSize);
		if (this.headerSize + HeaderRoom.size(ServerTiming.HEADER, entry) <= this.room) {
			field.replace(response, field.others(response), entry);
		}
		else {
			field.clear(response);
		}
	}

	/** Add a link to what was written, if there is room and nothing has been sent. */
	void append(HttpServletResponse response, Link link) {
		LinkBudget room = this.budget;
		if (room == null) {
			return;
		}
		try {
			if (response.isCommitted() || isRefused(link)) {
				return;
			}
			OmissionReason reason = room.refuse(link, this.headerSize, this.otherLinks + emitted().size());
			if (reason != null) {
				this.unfit = new HashMap<>(this.unfit);
				this.unfit.put(link, reason);
				return;
			}
			this.linkField.add(response, link.fieldValue());
			this.headerSize += LinkHeader.size(link, this.headerSize == 0);
			this.appended = this.appended.isEmpty() ? new ArrayList<>(2) : this.appended;
			this.appended.add(link);
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	/** Take everything back, if nothing has been sent. */
	void clear(HttpServletResponse response) {
		if (!response.isCommitted()) {
			this.linkField.clear(response);
			if (this.timingField != null) {
				this.timingField.clear(response);
			}
		}
	}

	private List<Link> emitted() {
		List<Link> written = (this.field != null) ? this.field.selection().selected() : List.of();
		if (this.appended.isEmpty()) {
			return written;
		}
		List<Link> emitted = new ArrayList<>(written);
		emitted.addAll(this.appended);
		return emitted;
	}

	/**
	 * What became of the header.
	 * @param declared the links that are declared for the page
	 */
	PageReport report(@Nullable PageKey page, String contextPath, Set<Link> declared) {
		return new PageReport(page, contextPath, absolute(emitted()), declared, omissions(), this.headerSize);
	}

	/** Most pages have none but such links. */
	private List<Link> absolute(List<Link> links) {
		for (int i = 0; i < links.size(); i++) {
			if (!this.collector.absolute(links.get(i)).equals(links.get(i))) {
				return links.stream().map(this.collector::absolute).toList();
			}
		}
		return links;
	}

	private void fail(Throwable ex) {
		this.otherwise = OmissionReason.FAILED;
		this.budget = null;
		this.events.failed(PreloadStage.LINK_HEADER, ex);
	}

	private Omissions omissions() {
		Omissions omissions = this.collector.omissions();
		List<Link> emitted = emitted();
		List<Link> links = this.collector.links();
		if (emitted.equals(links)) {
			return omissions;
		}
		Set<Link> sent = new HashSet<>(emitted);
		for (Link link : links) {
			if (!sent.contains(link)) {
				OmissionReason reason = this.refused.get(link);
				omissions.add(this.collector.absolute(link).target(),
						(reason != null) ? reason : this.unfit.getOrDefault(link, this.otherwise));
			}
		}
		return omissions;
	}

}
