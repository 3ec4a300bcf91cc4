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
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.PageObserver;
import dev.preloadhints.collect.PageUrls;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.LinkHeader;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * One page on its way out: writes the header as far as the links are known, while it can
 * still be written.
 * <p>
 * The links of the head go out together, in their order. What comes later is appended as
 * long as nothing has been sent, and put into its place if nothing has been sent by the
 * end. Nothing is held back for it, but for the response buffer.
 */
final class PageRender implements PageObserver {

	private static final String ATTRIBUTE = PageRender.class.getName();

	private final LinkCollector collector;

	private final LinkHeaderSettings settings;

	private final PreloadEvents events;

	private final ResponseField linkField = new ResponseField(LinkHeader.NAME);

	private final ResponseField timingField = new ResponseField(ServerTiming.HEADER);

	private HttpServletResponse response;

	private List<Link> emitted = List.of();

	private Map<Link, OmissionReason> omitted = Map.of();

	private @Nullable LinkBudget budget;

	private int headerSize;

	private int otherLinks;

	private OmissionReason failure = OmissionReason.COMMITTED;

	private boolean rendered;

	private boolean late;

	private PageRender(HttpServletRequest request, HttpServletResponse response, LinkPolicy policy,
			LinkHeaderSettings settings, PreloadEvents events) {
		this.response = response;
		this.settings = settings;
		this.events = events;
		PageUrls urls = new PageUrls(path(request), sessionParameter(request));
		this.collector = new LinkCollector(urls, (link) -> policy.check(link, request), this);
	}

	/** The path that the browser asked for, which an error page does not have. */
	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (failed instanceof String path) ? path : request.getRequestURI();
	}

	private static String sessionParameter(HttpServletRequest request) {
		String name = request.getServletContext().getSessionCookieConfig().getName();
		return (name != null) ? name.toLowerCase(Locale.ROOT) : "jsessionid";
	}

	/** Begin a page; it and its collector can be found at the request from now on. */
	static PageRender open(HttpServletRequest request, HttpServletResponse response, LinkPolicy policy,
			LinkHeaderSettings settings, PreloadEvents events) {
		PageRender page = new PageRender(request, response, policy, settings, events);
		request.setAttribute(ATTRIBUTE, page);
		request.setAttribute(LinkCollector.ATTRIBUTE, page.collector);
		return page;
	}

	/** The page that is on its way out, if the request is for one. */
	static @Nullable PageRender of(HttpServletRequest request) {
		return (PageRender) request.getAttribute(ATTRIBUTE);
	}

	/** Go on with another dispatch of the same request. */
	void resume(HttpServletResponse dispatched) {
		this.response = dispatched;
	}

	/**
	 * End the page: tell of it, or take its links back if it failed before it was sent.
	 */
	void close(HttpServletRequest request, boolean failed) {
		request.removeAttribute(ATTRIBUTE);
		request.removeAttribute(LinkCollector.ATTRIBUTE);
		if (failed && !this.response.isCommitted()) {
			this.linkField.clear(this.response);
			this.timingField.clear(this.response);
		}
		else if (this.rendered) {
			this.events.pageRendered(new PageReport(this.emitted, omissions(), this.headerSize));
		}
	}

	LinkCollector collector() {
		return this.collector;
	}

	@Override
	public boolean renderingStarted() {
		String contentType = this.response.getContentType();
		if (contentType == null || this.response.isCommitted()
				|| !(contentType.startsWith("text/html") || contentType.startsWith("application/xhtml+xml"))) {
			return false;
		}
		if (this.settings.bufferSize() > this.response.getBufferSize()) {
			try {
				this.response.setBufferSize(this.settings.bufferSize());
			}
			catch (IllegalStateException ex) {
				// Somebody wrote before the view did: the container's buffer has to do.
				this.events.failed(PreloadStage.LINK_HEADER, ex);
			}
		}
		this.rendered = true;
		return true;
	}

	@Override
	public void headComplete() {
		emit();
	}

	@Override
	public void linkAdded(Link link) {
		LinkBudget room = this.budget;
		if (room == null || this.response.isCommitted()) {
			return;
		}
		this.late = true;
		LinkBudget.Selection selection = room.select(List.of(link), this.headerSize,
				this.otherLinks + this.emitted.size());
		if (!selection.selected().isEmpty()) {
			this.linkField.add(this.response, link.fieldValue());
			this.emitted.add(link);
			this.headerSize = selection.bytes();
		}
	}

	@Override
	public void renderingComplete() {
		if (this.late) {
			emit();
		}
	}

	@Override
	public void failed(Exception failure) {
		this.events.failed(PreloadStage.COLLECT, failure);
	}

	private void emit() {
		if (!this.settings.enabled() || this.response.isCommitted()) {
			return;
		}
		try {
			write(this.collector.links());
		}
		catch (RuntimeException ex) {
			this.failure = OmissionReason.FAILED;
			this.budget = null;
			this.events.failed(PreloadStage.LINK_HEADER, ex);
		}
	}

	private void write(List<Link> links) {
		if (this.budget == null) {
			this.budget = this.settings.budgetFor(this.response);
		}
		int size = 0;
		int count = 0;
		for (String value : this.linkField.others(this.response)) {
			size += value.length() + 2;
			count += LinkHeader.count(value);
		}
		LinkBudget.Selection selection = this.budget.select(links, size, count);
		if (selection.selected().isEmpty()) {
			this.linkField.clear(this.response);
		}
		else {
			this.linkField.replace(this.response, LinkHeader.write(selection.selected()));
		}
		this.emitted = selection.selected();
		this.omitted = selection.omitted();
		this.headerSize = selection.bytes();
		this.otherLinks = count;
		if (this.settings.serverTiming()) {
			this.timingField.replace(this.response, ServerTiming.entry(this.emitted, omissions(), this.headerSize));
		}
	}

	private Omissions omissions() {
		Omissions omissions = this.collector.omissions();
		if (!this.settings.enabled()) {
			return omissions;
		}
		Set<Link> sent = new HashSet<>(this.emitted);
		for (Link link : this.collector.links()) {
			if (!sent.contains(link)) {
				omissions.add(link.target(), this.omitted.getOrDefault(link, this.failure));
			}
		}
		return omissions;
	}

}
