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

package dev.preloadhints.autoconfigure;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.ServletContext;

import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

import dev.preloadhints.link.LinkBudget;

/**
 * How large all headers of a response together may get with links among them.
 */
final class ResponseHeaderLimit {

	/** Limits of the containers, by what their names begin with. */
	private static final Map<String, String> MAX_RESPONSE_HEADER_SIZE = Map.of("apache tomcat",
			"server.tomcat.max-http-response-header-size", "jetty", "server.jetty.max-http-response-header-size");

	private static final DataSize DEFAULT_MAX_RESPONSE_HEADER_SIZE = DataSize.ofKilobytes(8);

	/**
	 * With the links of the default budget, all headers of a response fit into 4 KB, the
	 * buffer that nginx has for them by default. Who allows more links has larger ones.
	 */
	private static final int OTHER_HEADERS = 3096;

	private ResponseHeaderLimit() {
	}

	static int of(LinkBudget budget, Environment environment, ServletContext servletContext) {
		String container = String.valueOf(servletContext.getServerInfo()).toLowerCase(Locale.ROOT);
		boolean known = MAX_RESPONSE_HEADER_SIZE.keySet().stream().anyMatch(container::startsWith);
		long max = (long) budget.maxBytes() + OTHER_HEADERS;
		for (Map.Entry<String, String> limit : MAX_RESPONSE_HEADER_SIZE.entrySet()) {
			// Only the container that is there heeds its property.
			if (!known || container.startsWith(limit.getKey())) {
				DataSize size = environment.getProperty(limit.getValue(), DataSize.class,
						DEFAULT_MAX_RESPONSE_HEADER_SIZE);
				max = Math.min(max, size.toBytes());
			}
		}
		return (int) max;
	}

}
