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
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.ContextPath;
import dev.preloadhints.page.PageForecast;
import dev.preloadhints.page.PageLearner;
import dev.preloadhints.page.RenderedPage;
import dev.preloadhints.request.DocumentRequests;

/**
 * What requests teach of pages: which page a request is for, what is known of it before
 * its handler runs, and what its end says.
 */
public final class PageLearning {

	private final ClientNumbers clients = new ClientNumbers();

	private final SessionIds sessionIds = new SessionIds();

	private final PageKeys keys;

	private final PageLearner learner;

	private final PreloadEvents events;

	/**
	 * Create learning.
	 * @param keys which page a request is for
	 * @param learner learns
	 * @param events told what failed
	 */
	public PageLearning(PageKeys keys, PageLearner learner, PreloadEvents events) {
		this.keys = keys;
		this.learner = learner;
		this.events = events;
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

	/** What is known of a page, or {@code null} if that cannot be told. */
	@Nullable PageForecast forecast(PageKey key, HttpServletRequest request) {
		try {
			return this.learner.forecast(key, request.getContextPath(), SessionIds.mayBeWritten(request));
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.LEARN, ex);
			return null;
		}
	}

	/**
	 * Learn from a page that ended.
	 * @param failure what its handler or its view failed with
	 */
	void learn(PageExchange page, HttpServletRequest request, HttpServletResponse response,
			@Nullable Exception failure) {
		PageForecast forecast = page.forecast();
		this.events.guard(PreloadStage.LEARN, () -> {
			PageRendering rendering = page.rendering();
			boolean withSessionIds = rendering.isHandlersView()
					&& this.sessionIds.areWritten(rendering.links(), page.key(), request);
			if (forecast != null && withSessionIds) {
				this.learner.learnSessionIds(forecast);
			}
			else if (forecast != null) {
				learn(page, forecast, request, response, failure);
			}
		});
	}

	private void learn(PageExchange page, PageForecast forecast, HttpServletRequest request,
			HttpServletResponse response, @Nullable Exception failure) {
		int status = response.getStatus();
		if (status == HttpServletResponse.SC_NOT_MODIFIED || (failure != null && isCut(response, failure))) {
			return;
		}
		PageRendering rendering = page.rendering();
		if (failure == null && rendering.isHandlersView() && status >= 200 && status < 300) {
			this.learner.learn(new RenderedPage(forecast, this.clients.number(request), request.getContextPath(),
					rendering.links().absolute(), rendering.declared(), page.hinted()));
		}
		else if (DocumentRequests.isNavigation(request) && ContextPath.isPath(request.getContextPath())) {
			// A crawler that asks for pages which are no more does not decide for
			// browsers, nor does whoever makes up what no URL begins with.
			this.learner.learnFailure(forecast, !page.hinted().isEmpty());
		}
	}

	/** Whether the page ended too soon to tell what it needs, as when its client left. */
	private static boolean isCut(HttpServletResponse response, Exception failure) {
		return response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure);
	}

}
