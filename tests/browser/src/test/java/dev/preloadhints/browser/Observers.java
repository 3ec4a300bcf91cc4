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

package dev.preloadhints.browser;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

import dev.preloadhints.event.EarlyHintsOutcome;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.link.Link;

/**
 * Remember what an application was asked for, and what it hinted.
 */
@Configuration(proxyBeanMethods = false)
class Observers {

	@Bean
	RequestLog requestLog() {
		return new RequestLog();
	}

	@Bean
	HintLog hintLog() {
		return new HintLog();
	}

	/** What was asked for. */
	static class RequestLog implements Filter, Ordered {

		private final List<String> paths = new CopyOnWriteArrayList<>();

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

		@Override
		public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			this.paths.add(((HttpServletRequest) request).getRequestURI());
			chain.doFilter(request, response);
		}

		/** Note something else that happened. */
		void add(String event) {
			this.paths.add(event);
		}

		void clear() {
			this.paths.clear();
		}

		List<String> paths() {
			return List.copyOf(this.paths);
		}

		/** The paths that were asked for more than once. */
		List<String> repeated() {
			Map<String, Long> counts = this.paths.stream()
				.collect(Collectors.groupingBy((path) -> path, Collectors.counting()));
			return counts.entrySet().stream().filter((entry) -> entry.getValue() > 1).map(Map.Entry::getKey).toList();
		}

	}

	/** What was hinted, by a single visitor at a time. */
	static class HintLog implements PreloadListener {

		private final Set<EarlyHintsOutcome> outcomes = ConcurrentHashMap.newKeySet();

		private volatile List<String> last = List.of();

		@Override
		public void earlyHintsDecided(EarlyHintsReport report) {
			this.outcomes.add(report.outcome());
			this.last = report.links().stream().map(Link::target).toList();
		}

		void clear() {
			this.last = List.of();
		}

		/** All that were ever decided. */
		Set<EarlyHintsOutcome> outcomes() {
			return this.outcomes;
		}

		/** The targets of the latest page's Early Hints, none if it had none. */
		List<String> last() {
			return this.last;
		}

	}

}
