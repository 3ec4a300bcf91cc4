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

package dev.preloadhints.asset;

import java.io.IOException;
import java.util.Collection;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.CorsFilter;

import dev.preloadhints.link.ContextPath;

/**
 * A filter for CORS, and the requests that come past it before they come to a handler.
 */
public final class MappedCorsFilter {

	private final CorsFilter filter;

	private final MvcPaths paths;

	/**
	 * Create a mapping.
	 * @param filter the filter
	 * @param urlPatterns the URL patterns that it is mapped to, none for all requests
	 */
	public MappedCorsFilter(CorsFilter filter, Collection<String> urlPatterns) {
		this.filter = filter;
		this.paths = new MvcPaths(() -> urlPatterns);
	}

	/** Have the filter say what it says, if the request comes past it. */
	void apply(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
		String path = ContextPath.within(request.getRequestURI(), request.getContextPath());
		if (path != null && this.paths.prefix(path) != null) {
			this.filter.doFilter(request, response, (sameRequest, sameResponse) -> {
			});
		}
	}

}
