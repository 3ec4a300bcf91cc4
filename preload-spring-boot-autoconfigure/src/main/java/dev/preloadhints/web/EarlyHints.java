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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.util.DisconnectedClientHelper;

import dev.preloadhints.PageKey;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.ContextPath;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.web.earlyhints.InterimResponse;

/**
 * The Early Hints of a page from its request to its end: what it has been needing is sent
 * before its controller runs, and what it needed is learned after it was rendered.
 */
public final class EarlyHints {

	private final EarlyHintsSettings settings;

	private final PageKeys keys;

	private final PreloadEvents events;

	private final EarlyHintsDelivery delivery;

	private final PageLearner learner;

	private final SessionIds sessionIds = new SessionIds();

	/**
	 * Create Early Hints.
	 * @param settings how they are sent
	 * @param store where is kept what is known of pages
	 * @param keys which page a request is for
	 * @param learning what may be sent to everyone
	 * @param policy what is hinted at all
	 * @param worker looks for resources
	 * @param interimResponse sends them
	 * @param events told of each decision
	 */
	public EarlyHints(EarlyHintsSettings settings, PageStore store, PageKeys keys, SharingPolicy learning,
			LinkRestrictions policy, AssetWorker worker, InterimResponse interimResponse, PreloadEvents events) {
		this.settings = settings;
		this.keys = keys;
		this.events = events;
		EarlyHintsSelection selection = new EarlyHintsSelection(learning, policy, settings, worker, events);
		this.delivery = new EarlyHintsDelivery(settings, selection, interimResponse, events);
		this.learner = new PageLearner(store, learning, worker, settings.minRenders(), events);
	}

	/** Know of a handler, or of a router, before its first request. */
	void add(Object handler) {
		if (handler instanceof RouterFunction<?> router) {
			this.keys.add(router);
		}
		else {
			this.keys.add(handler);
		}
	}

	/** Which page a request is for, or {@code null} if it cannot be told. */
	@Nullable PageKey key(HttpServletRequest request, Object handler) {
		try {
			return this.keys.key(request, handler);
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.LEARN, ex);
			return null;
		}
	}

	/**
	 * Before the controller: send what is declared and learned, unless the handler does
	 * so itself.
	 */
	void begin(PageRender page, HttpServletRequest request, HttpServletResponse response, boolean handlerSends) {
		if (!this.settings.enabled()) {
			return;
		}
		PageKey key = page.key();
		page.visit((key != null) ? this.learner.visit(key, request) : null);
		if (!handlerSends) {
			send(page, request, response);
		}
	}

	/**
	 * Send what is known by now, unless that was done before.
	 * @return whether Early Hints went out
	 */
	boolean send(PageRender page, HttpServletRequest request, HttpServletResponse response) {
		if (!this.settings.enabled() || !page.earlyHints().isEmpty()) {
			return false;
		}
		page.earlyHintsDecided(this.delivery.send(request, response, page));
		return !page.earlyHints().isEmpty();
	}

	/** Whether the page ended too soon to tell what it needs, as when its client left. */
	private static boolean isCut(HttpServletResponse response, Exception failure) {
		return response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure);
	}

	/** After the page: learn from it. */
	void end(PageRender page, HttpServletRequest request, HttpServletResponse response, @Nullable Exception failure) {
		PageForecast visit = page.visit();
		try {
			boolean withSessionIds = page.isRendered() && this.sessionIds.areWritten(page, request);
			if (visit != null && withSessionIds) {
				this.learner.learnSessionIds(visit);
			}
			else if (visit != null) {
				end(page, visit, request, response, failure);
			}
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.LEARN, ex);
		}
	}

	private void end(PageRender page, PageForecast visit, HttpServletRequest request, HttpServletResponse response,
			@Nullable Exception failure) {
		int status = response.getStatus();
		if (status == HttpServletResponse.SC_NOT_MODIFIED || (failure != null && isCut(response, failure))) {
			return;
		}
		if (failure == null && page.isRendered() && status >= 200 && status < 300) {
			this.learner.learn(visit, request, page.collector().absoluteLinks(), page.declared(), page.earlyHints());
		}
		else if (DocumentRequests.isNavigation(request) && ContextPath.isPath(request.getContextPath())) {
			// A crawler that asks for pages which are no more does not decide for
			// browsers, nor does whoever makes up what no URL begins with.
			this.learner.learnFailure(visit, !page.earlyHints().isEmpty());
		}
	}

}
