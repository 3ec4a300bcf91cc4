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

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.declare.HandlerDeclarations;
import dev.preloadhints.earlyhints.EarlyHints;
import dev.preloadhints.earlyhints.EarlyHintsCandidates;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.link.Link;
import dev.preloadhints.page.PageForecast;

/**
 * What belongs to one request for a page, from its interceptor to its end, and is handed
 * from step to step.
 */
final class PageExchange {

	private static final String ATTRIBUTE = PageExchange.class.getName();

	private final PageRendering rendering;

	private final PageLease lease;

	private final @Nullable PageKey key;

	private @Nullable PageForecast forecast;

	private @Nullable EarlyHintsReport earlyHints;

	/** The one that the request came to, whatever it is forwarded to then. */
	private @Nullable HandlerDeclarations handler;

	private boolean handlerSendsEarly;

	private PageExchange(PageRendering rendering, PageLease lease, @Nullable PageKey key) {
		this.rendering = rendering;
		this.lease = lease;
		this.key = key;
	}

	/** Begin with a page, which is found at the request until it ends. */
	static PageExchange begin(HttpServletRequest request, HttpServletResponse response, PageRenderings renderings,
			@Nullable PageKey key) {
		PageLease lease = new PageLease();
		PageRendering rendering = renderings.begin(request, new PageOutput(request, response), lease);
		PageExchange page = new PageExchange(rendering, lease, key);
		request.setAttribute(ATTRIBUTE, page);
		request.setAttribute(LinkCollector.ATTRIBUTE, rendering.collector());
		return page;
	}

	/** The page that is on its way out, if the request is for one. */
	static @Nullable PageExchange of(HttpServletRequest request) {
		return (PageExchange) request.getAttribute(ATTRIBUTE);
	}

	/** Nothing may be done with the page any more. */
	void end(HttpServletRequest request) {
		this.lease.end();
		request.removeAttribute(LinkCollector.ATTRIBUTE);
		request.removeAttribute(ATTRIBUTE);
	}

	PageRendering rendering() {
		return this.rendering;
	}

	/** Who may change the page. */
	PageLease lease() {
		return this.lease;
	}

	/** Which page it is, if that can be told. */
	@Nullable PageKey key() {
		return this.key;
	}

	/** What was known of the page, if anything can be. */
	@Nullable PageForecast forecast() {
		return this.forecast;
	}

	void forecast(@Nullable PageForecast known) {
		this.forecast = known;
	}

	/** The decision about the page's Early Hints, if there was one. */
	@Nullable EarlyHintsReport earlyHints() {
		return this.earlyHints;
	}

	/** The links of the page's Early Hints, none if there were none. */
	List<Link> hinted() {
		return (this.earlyHints != null) ? this.earlyHints.links() : List.of();
	}

	void handler(HandlerDeclarations first) {
		this.handler = first;
	}

	/**
	 * Remember of the page's handler whether it sent the Early Hints itself, or tried to.
	 */
	void rememberHandler() {
		if (this.handler != null) {
			this.handler.sendsEarly(this.handlerSendsEarly);
		}
	}

	/** The handler sends what is known by now. */
	boolean sendAsHandler(@Nullable EarlyHints sender, HttpServletRequest request, HttpServletResponse response) {
		this.handlerSendsEarly = true;
		return send(sender, request, response);
	}

	/**
	 * Send what is known by now, unless that was done before: browsers act on the first
	 * {@code 103} alone.
	 * @return whether Early Hints went out
	 */
	boolean send(@Nullable EarlyHints sender, HttpServletRequest request, HttpServletResponse response) {
		if (sender == null || !hinted().isEmpty()) {
			return false;
		}
		this.earlyHints = sender.send(request, response, new EarlyHintsCandidates(this.key,
				this.rendering.links().absolute(), this.rendering.configured(), this.forecast));
		return !hinted().isEmpty();
	}

}
