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

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.LinkHeader;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.page.PageKey;

/**
 * Writes the {@code Link} header of one page: the best links that fit, as long as nothing
 * has been sent. Where the response refuses it, the page goes on without.
 */
final class LinkHeaderWriter {

	private final LinkHeaderSettings settings;

	private final LinkCollector collector;

	private final PreloadEvents events;

	private final ResponseField linkField = new ResponseField(LinkHeader.NAME);

	private final ResponseField timingField = new ResponseField(ServerTiming.HEADER);

	private List<Link> emitted = List.of();

	private Map<Link, OmissionReason> omitted = Map.of();

	/** Room for the links, known with the first of them. */
	private @Nullable LinkBudget budget;

	/** Bytes that other headers leave. */
	private int room;

	private int headerSize;

	private int otherLinks;

	/** Why a link that fits is not in the header. */
	private OmissionReason otherwise = OmissionReason.COMMITTED;

	LinkHeaderWriter(LinkHeaderSettings settings, LinkCollector collector, PreloadEvents events) {
		this.settings = settings;
		this.collector = collector;
		this.events = events;
	}

	/**
	 * Write all links that were collected so far, in their order, instead of what was
	 * written before.
	 */
	void write(HttpServletResponse response) {
		try {
			if (!response.isCommitted()) {
				write(response, this.collector.links());
			}
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	private void write(HttpServletResponse response, List<Link> links) {
		if (this.budget == null) {
			this.room = HeaderRoom.left(response, this.settings.maxResponseHeader());
			this.budget = this.settings.budget().withinBytes(this.room);
		}
		int size = 0;
		int count = 0;
		for (String value : this.linkField.others(response)) {
			size += ((size > 0) ? 2 : 0) + value.length();
			count += LinkHeader.count(value);
		}
		LinkBudget.Selection selection = this.budget.select(links, size, count);
		if (selection.selected().isEmpty()) {
			this.linkField.clear(response);
		}
		else {
			this.linkField.replace(response, LinkHeader.write(selection.selected()));
		}
		this.emitted = selection.selected();
		this.omitted = selection.omitted();
		this.headerSize = selection.bytes();
		this.otherLinks = count;
		if (this.settings.serverTiming()) {
			explain(response);
		}
	}

	/** As long as there is room for the links and for that. */
	private void explain(HttpServletResponse response) {
		String entry = ServerTiming.entry(this.emitted, omissions(), this.headerSize);
		if (this.headerSize + HeaderRoom.size(ServerTiming.HEADER, entry) <= this.room) {
			this.timingField.replace(response, entry);
		}
		else {
			this.timingField.clear(response);
		}
	}

	/** Add a link to what was written, if there is room and nothing has been sent. */
	void append(HttpServletResponse response, Link link) {
		LinkBudget room = this.budget;
		if (room == null) {
			return;
		}
		LinkBudget.Selection selection = room.select(List.of(link), this.headerSize,
				this.otherLinks + this.emitted.size());
		try {
			if (!selection.selected().isEmpty() && !response.isCommitted()) {
				this.linkField.add(response, link.fieldValue());
				this.emitted.add(link);
				this.headerSize = selection.bytes();
			}
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	/** Take everything back, if nothing has been sent. */
	void clear(HttpServletResponse response) {
		if (!response.isCommitted()) {
			this.linkField.clear(response);
			this.timingField.clear(response);
		}
	}

	/**
	 * What became of the header.
	 * @param declared the links that are declared for the page
	 */
	PageReport report(@Nullable PageKey page, String contextPath, Set<Link> declared) {
		return new PageReport(page, contextPath, this.emitted.stream().map(this.collector::absolute).toList(), declared,
				omissions(), this.headerSize);
	}

	private void fail(Throwable ex) {
		this.otherwise = OmissionReason.FAILED;
		this.budget = null;
		this.events.failed(PreloadStage.LINK_HEADER, ex);
	}

	private Omissions omissions() {
		Omissions omissions = this.collector.omissions();
		Set<Link> sent = new HashSet<>(this.emitted);
		for (Link link : this.collector.links()) {
			if (!sent.contains(link)) {
				omissions.add(this.collector.absolute(link).target(), this.omitted.getOrDefault(link, this.otherwise));
			}
		}
		return omissions;
	}

}
