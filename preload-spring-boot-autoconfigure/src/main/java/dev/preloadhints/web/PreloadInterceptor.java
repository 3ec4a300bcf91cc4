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

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import dev.preloadhints.PageKey;
import dev.preloadhints.declare.Declarations;
import dev.preloadhints.declare.HandlerDeclarations;
import dev.preloadhints.earlyhints.EarlyHints;
import dev.preloadhints.event.PageLog;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.request.DocumentRequests;
import dev.preloadhints.request.RequestPaths;

/**
 * Begins a page before its controller runs and ends it after its view was rendered.
 */
public final class PreloadInterceptor implements AsyncHandlerInterceptor {

	private final Declarations declarations;

	private final PageRenderings renderings;

	private final @Nullable EarlyHints earlyHints;

	private final PageLearning learning;

	private final PreloadEvents events;

	/**
	 * Create an interceptor.
	 * @param declarations what is declared for pages
	 * @param renderings follow a page while it is rendered
	 * @param earlyHints what is sent ahead of the page, {@code null} for nothing
	 * @param learning knows of pages, and learns from them
	 * @param events told of each page
	 */
	public PreloadInterceptor(Declarations declarations, PageRenderings renderings, @Nullable EarlyHints earlyHints,
			PageLearning learning, PreloadEvents events) {
		this.declarations = declarations;
		this.renderings = renderings;
		this.earlyHints = earlyHints;
		this.learning = learning;
		this.events = events;
	}

	/**
	 * Know of a handler before its first request.
	 * @param handler a handler method, a router with its functions, or any other handler
	 */
	public void add(Object handler) {
		this.learning.add(handler);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof ResourceHttpRequestHandler) && !isIncluded(request)) {
			this.events.guard(PreloadStage.REQUEST, () -> {
				if (DocumentRequests.isDocument(request)) {
					begin(request, response, handler);
				}
			});
		}
		return true;
	}

	private static boolean isIncluded(HttpServletRequest request) {
		return request.getDispatcherType() == DispatcherType.INCLUDE;
	}

	private void begin(HttpServletRequest request, HttpServletResponse response, Object handler) {
		HandlerDeclarations declared = this.declarations.of(handler);
		boolean excluded = this.declarations.isExcluded(declared, request);
		PageExchange page = PageExchange.of(request);
		if (page != null && (excluded || request.getDispatcherType() == DispatcherType.ERROR)) {
			end(page, request, true);
			page = null;
		}
		if (excluded) {
			return;
		}
		if (page == null) {
			open(request, response, handler, declared);
		}
		else {
			resume(page, request, response, declared);
		}
	}

	private void open(HttpServletRequest request, HttpServletResponse response, Object handler,
			HandlerDeclarations declared) {
		RequestPaths.forwardedByFilter(request);
		PageKey key = this.learning.key(request, handler);
		PageExchange page = PageExchange.begin(request, response, this.renderings, key);
		declare(page.rendering(), declared, request);
		if (RequestPaths.isBrowsers(request)) {
			page.handler(declared);
			if (key != null && this.earlyHints != null) {
				page.forecast(this.learning.forecast(key, request));
			}
			if (!declared.sendsEarly()) {
				page.send(this.earlyHints, request, response);
			}
		}
	}

	private void declare(PageRendering page, HandlerDeclarations declared, HttpServletRequest request) {
		this.declarations.forEachLink(declared, request, page::declare, page::leaveOut);
	}

	private void resume(PageExchange page, HttpServletRequest request, HttpServletResponse response,
			HandlerDeclarations declared) {
		page.rendering().resume(new PageOutput(request, response));
		switch (request.getDispatcherType()) {
			// Whatever its thread still does: the handler has returned.
			case ASYNC -> page.lease().endTurn();
			// Begun before: the interceptor may be in a mapping's chain twice.
			case REQUEST -> {
			}
			default -> declare(page.rendering(), declared, request);
		}
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView modelAndView) {
		this.events.guard(PreloadStage.REQUEST, () -> {
			PageExchange page = PageExchange.of(request);
			if (page != null && modelAndView != null && !modelAndView.wasCleared() && !isIncluded(request)) {
				page.rendering().viewFollows();
			}
		});
	}

	/**
	 * A handler failed, or none was found. If that is answered with a page, it is another
	 * one than that of the handler.
	 * @param request the request
	 * @param response the response
	 * @param handler the handler, if there is one
	 */
	public void handlerFailed(HttpServletRequest request, HttpServletResponse response, @Nullable Object handler) {
		if (isIncluded(request)) {
			return;
		}
		this.events.guard(PreloadStage.REQUEST, () -> {
			PageExchange page = PageExchange.of(request);
			if (page != null) {
				page.rendering().handlerFailed();
			}
			else if (DocumentRequests.isDocument(request)) {
				beginUnhandled(request, response, this.declarations.of(handler));
			}
		});
	}

	/**
	 * Begin a page for a request that did not come past this interceptor, and will not on
	 * its way back: it ends with the dispatch.
	 */
	private void beginUnhandled(HttpServletRequest request, HttpServletResponse response,
			HandlerDeclarations declared) {
		RequestAttributes dispatch = RequestContextHolder.getRequestAttributes();
		if (dispatch != null && !this.declarations.isExcluded(declared, request)) {
			PageExchange page = PageExchange.begin(request, response, this.renderings, null);
			dispatch.registerDestructionCallback(PageExchange.class.getName(), () -> end(page, request, false),
					RequestAttributes.SCOPE_REQUEST);
			page.rendering().handlerFailed();
		}
	}

	@Override
	public void afterConcurrentHandlingStarted(HttpServletRequest request, HttpServletResponse response,
			Object handler) {
		this.events.guard(PreloadStage.REQUEST, () -> {
			PageExchange page = PageExchange.of(request);
			if (page != null) {
				request.getAsyncContext().addListener(new PageLeaseEnd(page.lease()));
			}
		});
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		PageExchange page = PageExchange.of(request);
		if (page != null && !isIncluded(request)) {
			this.events.guard(PreloadStage.LINK_HEADER, () -> {
				page.rememberHandler();
				this.learning.learn(page, request, response, ex);
				end(page, request, ex != null);
			});
		}
	}

	/** End a page: tell of it, or take its links back if it failed before it was sent. */
	private void end(PageExchange page, HttpServletRequest request, boolean failed) {
		page.end(request);
		PageRendering rendering = page.rendering();
		if (failed) {
			rendering.takeBack();
		}
		else if (rendering.isStarted()) {
			PageReport report = rendering.report(page.key(), request.getContextPath());
			if (report != null) {
				this.events.pageRendered(report);
			}
			PageLog.rendered(page.key(), report, page.earlyHints());
		}
	}

}
