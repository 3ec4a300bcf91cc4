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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.LinkDiscovery;
import dev.preloadhints.collect.LinkPolicy;
import dev.preloadhints.collect.LinkRules;
import dev.preloadhints.collect.PageObserver;
import dev.preloadhints.collect.PageUrls;
import dev.preloadhints.collect.TemplateExecution;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;

/**
 * One page on its way out, from its request to its end: has its header written as far as
 * the links are known.
 * <p>
 * The links of the head go out together, in their order. What comes later is appended as
 * long as nothing has been sent, and put into its place if nothing has been sent by the
 * end. Nothing is held back for it, but for the response buffer.
 */
final class PageRender implements PageObserver {

	private final PageUrls urls;

	private final LinkCollector collector;

	private final LinkHeaderSettings settings;

	private final LinkHeaderWriter header;

	private final PreloadEvents events;

	private final PageLease lease = new PageLease(this);

	private PageOutput output;

	/** Declared by annotation or property, the same for everyone. */
	private Set<Link> configured = Set.of();

	/** Known before the template, from a controller too. */
	private Set<Link> declared = Set.of();

	private @Nullable EarlyHintsReport earlyHints;

	private @Nullable PageKey key;

	private @Nullable PageForecast visit;

	private boolean rendered;

	private boolean late;

	private boolean exceptionHandled;

	private boolean handlerSendsEarly;

	/** The one that the request came to, whatever it is forwarded to then. */
	private @Nullable HandlerDeclarations handler;

	PageRender(HttpServletRequest request, HttpServletResponse response, LinkRules rules, LinkRestrictions policy,
			LinkDiscovery discovery, LinkPolicy headerPolicy, LinkHeaderSettings settings, LinkHeaderFields fields,
			PreloadEvents events) {
		this.output = new PageOutput(request, response);
		this.settings = settings;
		this.events = events;
		this.urls = DocumentRequests.urls(request);
		this.collector = new LinkCollector(this.urls, rules, (link) -> policy.check(link, request), discovery, this);
		this.header = new LinkHeaderWriter(settings, fields, this.collector, headerPolicy, events);
		request.setAttribute(LinkCollector.ATTRIBUTE, this.collector);
	}

	/** The page that is on its way out, if the request is for one. */
	static @Nullable PageRender of(HttpServletRequest request) {
		Object collector = request.getAttribute(LinkCollector.ATTRIBUTE);
		return (collector instanceof LinkCollector own && own.observer() instanceof PageRender page) ? page : null;
	}

	/** Who may change the page. */
	PageLease lease() {
		return this.lease;
	}

	void resume(HttpServletRequest request, HttpServletResponse response) {
		this.output = new PageOutput(request, response);
	}

	/**
	 * End the page: tell of it, or take its links back if it failed before it was sent.
	 */
	void close(HttpServletRequest request, boolean failed) {
		this.lease.end();
		request.removeAttribute(LinkCollector.ATTRIBUTE);
		if (failed) {
			this.header.clear(this.output.response());
		}
		else if (this.rendered) {
			PageReport report = null;
			if (this.settings.enabled()) {
				report = this.header.report(this.key, request.getContextPath(), configured());
				this.events.pageRendered(report);
			}
			PageLog.rendered(this.key, report, this.earlyHints);
		}
	}

	LinkCollector collector() {
		return this.collector;
	}

	/** Whether the view of the handler is the answer, and not that of its failure. */
	boolean isRendered() {
		return this.rendered && !this.exceptionHandled;
	}

	/**
	 * Forget what was declared for the page, which failed: that of the failure is
	 * rendered instead.
	 */
	void handlerFailed() {
		this.lease.endTurn();
		this.exceptionHandled = true;
		this.configured = Set.of();
		forget();
	}

	/**
	 * The handler returned, and its view is next. What it rendered itself was not the
	 * page, or not to the end.
	 */
	void viewFollows() {
		this.lease.endTurn();
		boolean direct = this.output.viewFollows();
		if (direct || this.collector.execution().isOpen()) {
			forget();
			this.declared.forEach(this.collector::add);
		}
	}

	private void forget() {
		this.collector.reset();
		if (this.rendered) {
			this.header.clear(this.output.response());
		}
		this.rendered = false;
		this.late = false;
	}

	/** Add a link that is declared for the page by annotation or property. */
	void declare(LinkBuilder declared) {
		Link link = this.collector.add(declared);
		if (link != null) {
			if (this.configured.isEmpty()) {
				this.configured = new LinkedHashSet<>();
			}
			this.configured.add(link);
		}
	}

	/** The links that are declared for the page by annotation or property. */
	Set<Link> configured() {
		return Set.copyOf(this.configured);
	}

	/** The links that did not come from the markup. */
	Set<Link> declared() {
		return this.declared;
	}

	/** The links of the Early Hints, none if there were none. */
	List<Link> earlyHints() {
		return (this.earlyHints != null) ? this.earlyHints.links() : List.of();
	}

	void earlyHintsDecided(EarlyHintsReport decision) {
		this.earlyHints = decision;
	}

	/**
	 * Remember of the page's handler whether it sent the Early Hints itself, or tried to.
	 */
	void rememberHandler() {
		if (this.handler != null) {
			this.handler.sendsEarly(this.handlerSendsEarly);
		}
	}

	void handler(HandlerDeclarations handler) {
		this.handler = handler;
	}

	void handlerSendsEarly() {
		this.handlerSendsEarly = true;
	}

	/** Which page it is, if that can be told. */
	@Nullable PageKey key() {
		return this.key;
	}

	void key(@Nullable PageKey key) {
		this.key = key;
	}

	/** What was known of the page, if anything can be. */
	@Nullable PageForecast visit() {
		return this.visit;
	}

	void visit(@Nullable PageForecast visit) {
		this.visit = visit;
	}

	@Override
	public boolean renderingStarted(TemplateExecution execution) {
		if (this.lease.isOver() || !this.output.isWrittenBy(execution)
				|| (this.output.response().isCommitted() && !this.rendered)) {
			return false;
		}
		if (!this.rendered) {
			this.lease.endTurn();
			holdBack();
			this.urls.encoding(this.output.response().getCharacterEncoding());
			// What is there before the template was declared.
			List<Link> known = this.collector.absoluteLinks();
			this.declared = known.isEmpty() ? Set.of() : new LinkedHashSet<>(known);
			this.rendered = true;
		}
		return true;
	}

	private void holdBack() {
		try {
			if (this.settings.enabled()) {
				this.output.holdBack(this.settings.bufferSize());
			}
		}
		catch (Throwable ex) {
			// Somebody wrote before the view did: the container's buffer has to do.
			this.events.failed(PreloadStage.LINK_HEADER, ex);
		}
	}

	@Override
	public void headComplete() {
		if (this.settings.enabled()) {
			this.lease.whileOpen(() -> this.header.write(this.output.response()));
		}
	}

	@Override
	public void linkAdded(Link link) {
		this.late = true;
		this.lease.whileOpen(() -> this.header.append(this.output.response(), link));
	}

	@Override
	public void renderingComplete() {
		if (this.late) {
			headComplete();
		}
	}

	@Override
	public void failed(Throwable failure) {
		this.events.failed(PreloadStage.COLLECT, failure);
	}

}
