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

package dev.preloadhints.earlyhints.sender;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.util.ClassUtils;

import dev.preloadhints.EarlyHintsSender;

/**
 * Calls {@code sendError(103)}, by which Jetty 12 sends an interim response. Known by the
 * names of the response classes that do so: on any other container this would be a real
 * error.
 */
public final class JettyEarlyHintsSender implements EarlyHintsSender {

	private static final Set<String> RESPONSES = Set.of("org.eclipse.jetty.ee10.servlet.ServletApiResponse",
			"org.eclipse.jetty.ee11.servlet.ServletApiResponse");

	private static final int SC_EARLY_HINTS = 103;

	@Override
	public boolean isAvailable() {
		return RESPONSES.stream().anyMatch((name) -> ClassUtils.isPresent(name, null));
	}

	@Override
	public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
		return RESPONSES.contains(containerResponse.getName());
	}

	@Override
	public boolean supportsHttp1() {
		return true;
	}

	@Override
	public void send(HttpServletResponse containerResponse) throws IOException {
		containerResponse.sendError(SC_EARLY_HINTS);
	}

}
