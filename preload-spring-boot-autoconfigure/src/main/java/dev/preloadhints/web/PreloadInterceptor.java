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

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import dev.preloadhints.asset.AssetDiscovery;
import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.collect.LinkRules;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;

/**
 * Begins a page before its controller runs and ends it after its view was rendered. What
 * happens in between is the {@link PageRender}'s.
 */
public final class PreloadInterceptor implements AsyncHandlerInterceptor {

	private final HandlerMethodValues<HandlerDeclarations> handlerLinks = new HandlerMethodValues<>(
			HandlerDeclarations::of);

	private final LinkRules rules = new LinkRules();

	private final LinkHeaderFields fields = new LinkHeaderFields();

	private final DeclaredPageLinks pageLinks;

	private final LinkRestrictions policy;

	private final AssetUrls assetUrls;

	private final AssetDiscovery discovery;

	private final LinkHeaderSettings settings;

	private final SharingPolicy learning;

	private final EarlyHints earlyHints;

	private final PreloadEvents events;

	/**
	 * Create an interceptor.
	 * @param pageLinks what is declared for pages
	 * @param policy what is hinted at all
	 * @param assetUrls the URLs of the application's resources
	 * @param discovery what those pull in by themselves
	 * @param learning what is known of a page's resources
	 * @param settings how the header is written
	 * @param earlyHints what is sent ahead of the page
	 * @param events told of each page
	 */
	public PreloadInterceptor(DeclaredPageLinks pageLinks, LinkRestrictions policy, AssetUrls assetUrls,
			AssetDiscovery discovery, SharingPolicy learning, LinkHeaderSettings settings, EarlyHints earlyHints,
			PreloadEvents events) {
		this.pageLinks = pageLinks;
		this.policy = policy;
		this.assetUrls = assetUrls;
		this.discovery = discovery;
		this.learning = learning;
		this.settings = settings;
		this.earlyHints = earlyHints;
		this.events = events;
	}

	/**
	 * Know of a handler, and read its annotations, which is worth doing when the
	 * application starts.
	 * @param handler a handler method, a router with its functions, or any other handler
	 * @throws IllegalArgumentException if an annotation has a wrong value
	 */
	public void checkHandler(Object handler) {
		handlerLinks(handler);
		this.earlyHints.add(handler);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof ResourceHttpRequestHandler || request.getDispatcherType() == DispatcherType.INCLUDE) {
			return true;
		}
		try {
			if (DocumentRequests.isDocument(request)) {
				begin(request, response, handler);
			}
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.REQUEST, ex);
		}
		return true;
	}

	private void begin(HttpServletRequest request, HttpServletResponse response, Object handler) {
		HandlerDeclarations handlerLinks = handlerLinks(handler);
		String path = this.pageLinks.isEmpty() ? "" : RequestPaths.within(request);
		DispatcherType dispatcherType = request.getDispatcherType();
		PageRender page = PageRender.of(request);
		if (page != null && dispatcherType == DispatcherType.ERROR) {
			page.close(request, true);
			page = null;
		}
		if (handlerLinks.disabled() || this.pageLinks.isExcluded(path)) {
			if (page != null) {
				page.close(request, true);
			}
			return;
		}
		if (page != null) {
			page.resume(request, response);
			if (dispatcherType == DispatcherType.ASYNC) {
				// Whatever its thread still does: the handler has returned.
				page.lease().endTurn();
			}
			if (dispatcherType == DispatcherType.ASYNC || dispatcherType == DispatcherType.REQUEST) {
				// Begun before: the interceptor may be in a mapping's chain twice.
				return;
			}
		}
		boolean begins = page == null;
		if (page == null) {
			RequestPaths.forwardedByFilter(request);
			page = page(request, response);
			page.key(this.earlyHints.key(request, handler));
		}
		declare(page, handlerLinks.links(), request);
		declare(page, this.pageLinks.links(path), request);
		if (begins && RequestPaths.isBrowsers(request)) {
			page.handler(handlerLinks);
			this.earlyHints.begin(page, request, response, handlerLinks.sendsEarly());
		}
	}

	private PageRender page(HttpServletRequest request, HttpServletResponse response) {
		return new PageRender(request, response, this.rules, this.policy,
				(sources, known, omissions) -> this.discovery.pulledIn(sources, known, request.getContextPath(),
						omissions),
				(link) -> this.learning.checkForHeader(link, request.getContextPath()), this.settings, this.fields,
				this.events);
	}

	private HandlerDeclarations handlerLinks(Object handler) {
		return (handler instanceof HandlerMethod method) ? this.handlerLinks.get(method) : HandlerDeclarations.none();
	}

	private void declare(PageRender page, List<DeclaredLink> links, HttpServletRequest request) {
		for (DeclaredLink link : links) {
			page.declare(link.link(this.assetUrls, request.getContextPath()));
		}
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView modelAndView) {
		try {
			PageRender page = PageRender.of(request);
			if (page != null && modelAndView != null && !modelAndView.wasCleared()
					&& request.getDispatcherType() != DispatcherType.INCLUDE) {
				page.viewFollows();
			}
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.REQUEST, ex);
		}
	}

	/**
	 * A handler failed, or none was found. If that is answered with a page, it is another
	 * one than that of the handler.
	 * @param request the request
	 * @param response the response
	 * @param handler the handler, if there is one
	 */
	public void handlerFailed(HttpServletRequest request, HttpServletResponse response, @Nullable Object handler) {
		if (request.getDispatcherType() == DispatcherType.INCLUDE) {
			return;
		}
		try {
			PageRender page = PageRender.of(request);
			if (page != null) {
				page.handlerFailed();
			}
			else if (DocumentRequests.isDocument(request)) {
				beginUnhandled(request, response,
						(handler != null) ? handlerLinks(handler) : HandlerDeclarations.none());
			}
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.REQUEST, ex);
		}
	}

	/**
	 * Begin a page for a request that did not come past this interceptor, and will not on
	 * its way back: it ends with the dispatch.
	 */
	private void beginUnhandled(HttpServletRequest request, HttpServletResponse response,
			HandlerDeclarations handlerLinks) {
		String path = this.pageLinks.isEmpty() ? "" : RequestPaths.within(request);
		RequestAttributes dispatch = RequestContextHolder.getRequestAttributes();
		if (dispatch == null || handlerLinks.disabled() || this.pageLinks.isExcluded(path)) {
			return;
		}
		PageRender page = page(request, response);
		dispatch.registerDestructionCallback(PageRender.class.getName(), () -> page.close(request, false),
				RequestAttributes.SCOPE_REQUEST);
		page.handlerFailed();
	}

	@Override
	public void afterConcurrentHandlingStarted(HttpServletRequest request, HttpServletResponse response,
			Object handler) {
		try {
			PageRender page = PageRender.of(request);
			if (page != null) {
				request.getAsyncContext().addListener(new PageLeaseEnd(page.lease()));
			}
		}
		catch (Throwable ex) {
			this.events.failed(PreloadStage.REQUEST, ex);
		}
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		PageRender page = PageRender.of(request);
		if (page == null || request.getDispatcherType() == DispatcherType.INCLUDE) {
			return;
		}
		try {
			page.rememberHandler();
			this.earlyHints.end(page, request, response, ex);
			page.close(request, ex != null);
		}
		catch (Throwable failure) {
			this.events.failed(PreloadStage.LINK_HEADER, failure);
		}
	}

}
