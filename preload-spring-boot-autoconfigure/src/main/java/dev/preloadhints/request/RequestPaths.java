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

package dev.preloadhints.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UrlPathHelper;

import dev.preloadhints.link.ContextPath;

/**
 * The paths of one request: what the browser asked for, which URLs of the page are
 * relative to, and what is asked of the application, which a filter may have changed
 * before. What they are within the application, {@link ContextPath} says.
 */
public final class RequestPaths {

	private static final String FORWARDED_BY_FILTER = RequestPaths.class.getName() + ".FORWARDED_BY_FILTER";

	private RequestPaths() {
	}

	/**
	 * The path that is answered, without the context path: after a forward, the one that
	 * was forwarded to.
	 * @param request the request
	 * @return a path, percent-encoded
	 */
	public static String within(HttpServletRequest request) {
		String contextPath = request.getContextPath();
		String path = request.getRequestURI();
		if (path.equals(contextPath)) {
			return "";
		}
		String within = ContextPath.within(path, contextPath);
		// Containers decode a context path that the client has encoded.
		return (within != null) ? within : UrlPathHelper.defaultInstance.getPathWithinApplication(request);
	}

	/**
	 * The path that the browser asked for, whatever the request was forwarded to: an
	 * error page, or what a filter makes of {@code /en/books}.
	 * @param request the request
	 * @return a path with context path, percent-encoded
	 */
	public static String requested(HttpServletRequest request) {
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		if (path == null) {
			path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
		}
		return (path instanceof String requested) ? withContextPath(requested, request) : request.getRequestURI();
	}

	/** Containers know nothing of a context path that a filter read from a header. */
	private static String withContextPath(String path, HttpServletRequest request) {
		String contextPath = request.getContextPath();
		String containers = request.getServletContext().getContextPath();
		boolean has = contextPath.length() >= containers.length() && ContextPath.within(path, contextPath) != null;
		if (has || contextPath.equals(containers)) {
			return path;
		}
		String within = ContextPath.within(path, containers);
		return (within != null) ? contextPath + within : path;
	}

	/**
	 * Whether the browser's own request is answered, be it forwarded by a filter, and not
	 * what its handler forwards to, nor the page of an error.
	 * @param request the request
	 * @return whether it is
	 */
	public static boolean isBrowsers(HttpServletRequest request) {
		return switch (request.getDispatcherType()) {
			case REQUEST -> true;
			case FORWARD -> request.getAttribute(FORWARDED_BY_FILTER) != null;
			default -> false;
		};
	}

	/**
	 * Remember that the request was forwarded before it came to a handler.
	 * @param request the request
	 */
	public static void forwardedByFilter(HttpServletRequest request) {
		// Deployed as a WAR, Spring Boot forwards to the page of an error.
		if (request.getDispatcherType() == DispatcherType.FORWARD
				&& request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null) {
			request.setAttribute(FORWARDED_BY_FILTER, true);
		}
	}

}
