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

package dev.preloadhints.earlyhints;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.earlyhints.sender.InterimResponse;
import dev.preloadhints.event.EarlyHintsOutcome;
import dev.preloadhints.request.DocumentRequests;
import dev.preloadhints.request.Intermediary;
import dev.preloadhints.request.RequestPaths;

/**
 * Which requests may be answered by a {@code 103}: those of a browser that acts on it,
 * over a protocol, from a container and through intermediaries that pass it whole.
 */
final class EarlyHintsGate {

	private final EarlyHintsSettings settings;

	private final InterimResponse interimResponse;

	EarlyHintsGate(EarlyHintsSettings settings, InterimResponse interimResponse) {
		this.settings = settings;
		this.interimResponse = interimResponse;
	}

	/** Why nothing may be sent, or {@code null}. */
	@Nullable EarlyHintsOutcome check(HttpServletRequest request, HttpServletResponse response) {
		if (!RequestPaths.isBrowsers(request) || !DocumentRequests.isNavigation(request)) {
			return EarlyHintsOutcome.NOT_NAVIGATION;
		}
		if (!isAllowed(request.getProtocol())) {
			return EarlyHintsOutcome.PROTOCOL;
		}
		if (!this.interimResponse.isSupported(response, request.getProtocol())) {
			return EarlyHintsOutcome.CONTAINER;
		}
		if (!this.settings.proxied() && Intermediary.isPresent(request)) {
			return EarlyHintsOutcome.PROXY;
		}
		return response.isCommitted() ? EarlyHintsOutcome.COMMITTED : null;
	}

	/** To a client of HTTP/1.0 there is no interim response, ever (RFC 9110, 15.2). */
	private boolean isAllowed(String protocol) {
		return protocol.equals("HTTP/1.1") ? this.settings.http1() : !protocol.startsWith("HTTP/1");
	}

}
