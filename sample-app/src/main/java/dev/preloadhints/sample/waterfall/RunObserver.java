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

package dev.preloadhints.sample.waterfall;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers when the requests of a run came, because browsers do not tell it of all: of
 * what they fetched for a 103, Chromium tells a page only when it was put to use.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RunObserver extends OncePerRequestFilter {

	private final Runs runs;

	RunObserver(Runs runs) {
		this.runs = runs;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Run run = this.runs.of(request).orElse(null);
		long arrived = System.nanoTime();
		chain.doFilter(request, response);
		if (run != null) {
			String query = request.getQueryString();
			run.served(request.getRequestURI() + ((query != null) ? "?" + query : ""), arrived, System.nanoTime());
		}
	}

}
