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

import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.collect.PageUrls;

/**
 * Which requests are for a document, so that a browser acts on the links of the response:
 * not those of scripts, whose answer becomes a part of a page that is there already.
 */
public final class DocumentRequests {

	/**
	 * Destinations of a navigation (Fetch Metadata); a script's {@code fetch} has
	 * {@code empty}.
	 */
	private static final Set<String> DESTINATIONS = Set.of("document", "iframe", "frame", "fencedframe");

	private DocumentRequests() {
	}

	/**
	 * Whether a request is for a document.
	 * @param request the request
	 * @return {@code false} for scripts' requests, and for methods but GET and HEAD
	 */
	public static boolean isDocument(HttpServletRequest request) {
		String method = request.getMethod();
		if (!method.equals("GET") && !method.equals("HEAD")) {
			return false;
		}
		String destination = request.getHeader("Sec-Fetch-Dest");
		if (destination != null && !DESTINATIONS.contains(destination)) {
			return false;
		}
		return request.getHeader("HX-Request") == null && request.getHeader("Turbo-Frame") == null
				&& !isXmlHttpRequest(request.getHeader("X-Requested-With"));
	}

	/**
	 * Whether a browser goes to the page, the only case in which it acts on Early Hints.
	 * @param request the request
	 * @return {@code false} also for a client that does not say so
	 */
	public static boolean isNavigation(HttpServletRequest request) {
		return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
				&& "document".equals(request.getHeader("Sec-Fetch-Dest"));
	}

	private static boolean isXmlHttpRequest(@Nullable String requestedWith) {
		return "XMLHttpRequest".equalsIgnoreCase(requestedWith);
	}

	/**
	 * What the URLs of the document mean.
	 * @param request the request
	 * @return the URLs of a page without a base
	 */
	public static PageUrls urls(HttpServletRequest request) {
		return new PageUrls(RequestPaths.requested(request), sessionParameter(request));
	}

	private static String sessionParameter(HttpServletRequest request) {
		String name = request.getServletContext().getSessionCookieConfig().getName();
		return (name != null) ? name.toLowerCase(Locale.ROOT) : "jsessionid";
	}

}
