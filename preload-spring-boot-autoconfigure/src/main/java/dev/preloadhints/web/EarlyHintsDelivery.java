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

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.DisconnectedClientHelper;

import dev.preloadhints.event.EarlyHintsOutcome;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.page.PageHistory;
import dev.preloadhints.web.earlyhints.InterimResponse;

/**
 * Decides about the {@code 103 Early Hints} of a request and sends them: at most once,
 * because browsers act on the first alone.
 */
final class EarlyHintsDelivery {

	private final EarlyHintsSettings settings;

	private final EarlyHintsSelection selection;

	private final InterimResponse interimResponse;

	private final PreloadEvents events;

	EarlyHintsDelivery(EarlyHintsSettings settings, EarlyHintsSelection selection, InterimResponse interimResponse,
			PreloadEvents events) {
		this.settings = settings;
		this.selection = selection;
		this.interimResponse = interimResponse;
		this.events = events;
	}

	/**
	 * Send what is declared and expected.
	 * @param page the page, with the links that were declared for it until now
	 * @return the decision
	 */
	EarlyHintsReport send(HttpServletRequest request, HttpServletResponse response, PageRender page) {
		List<Link> declared = page.collector().absoluteLinks();
		PageForecast visit = page.visit();
		Omissions omissions = new Omissions();
		List<Link> links = List.of();
		EarlyHintsOutcome outcome;
		try {
			outcome = gate(request, response);
			if (outcome == null) {
				boolean silent = visit != null && visit.page().isSilent();
				List<Link> expected = (visit != null && !silent) ? visit.expected() : List.of();
				List<Link> candidates = union(declared, expected);
				List<Link> same = (visit != null && visit.newcomer())
						? spelledTheSame(candidates, declared, visit.page()) : candidates;
				EarlyHintsSelection.Selected selected = this.selection.select(same, declared, request, response);
				links = selected.links();
				omissions = (same == candidates) ? selected.omissions()
						: withSessionIds(candidates, same, selected.omissions());
				outcome = links.isEmpty() ? (silent ? EarlyHintsOutcome.SILENCED : EarlyHintsOutcome.UNLEARNED)
						: write(response, selected.fieldValue());
			}
		}
		catch (Throwable ex) {
			if (!DisconnectedClientHelper.isClientDisconnectedException(ex)) {
				// Clients leave as they please; anything else is worth a look.
				this.events.failed(PreloadStage.EARLY_HINTS, ex);
			}
			outcome = EarlyHintsOutcome.FAILED;
		}
		if (outcome != EarlyHintsOutcome.SENT) {
			links = List.of();
		}
		EarlyHintsReport report = new EarlyHintsReport(page.key(), request.getContextPath(), outcome, links,
				page.configured(), omissions);
		this.events.earlyHintsDecided(report);
		return report;
	}

	/** Why nothing may be sent, or {@code null}. */
	private @Nullable EarlyHintsOutcome gate(HttpServletRequest request, HttpServletResponse response) {
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

	/**
	 * What the page will write for this visitor as it did for others: no URL of its own
	 * origin, if it writes a session id into them. As long as nobody knows, what was
	 * learned from others waits, and what is declared does not.
	 */
	private static List<Link> spelledTheSame(List<Link> candidates, List<Link> declared, PageHistory page) {
		if (candidates.isEmpty() || page.isFreeOfSessionIds()) {
			return candidates;
		}
		return candidates.stream()
			.filter((link) -> !SharingPolicy.isOwn(link) || (!page.hasSessionIds() && declared.contains(link)))
			.toList();
	}

	private static Omissions withSessionIds(List<Link> candidates, List<Link> same, Omissions others) {
		Omissions omissions = new Omissions();
		omissions.addAll(others);
		candidates.stream()
			.filter((link) -> !same.contains(link))
			.forEach((link) -> omissions.add(link.target(), OmissionReason.SESSION_ID));
		return omissions;
	}

	private static List<Link> union(List<Link> declared, List<Link> expected) {
		if (declared.isEmpty()) {
			return expected;
		}
		List<Link> union = new ArrayList<>(declared);
		for (Link link : expected) {
			if (union.stream().noneMatch(link::isSameRequest)) {
				union.add(link);
			}
		}
		union.sort(Comparator.comparing(Link::rank));
		return union;
	}

	private EarlyHintsOutcome write(HttpServletResponse response, String links) throws IOException {
		return this.interimResponse.send(response, links) ? EarlyHintsOutcome.SENT : EarlyHintsOutcome.CONTAINER;
	}

}
