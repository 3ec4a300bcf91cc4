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

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.util.DisconnectedClientHelper;

import dev.preloadhints.earlyhints.sender.InterimResponse;
import dev.preloadhints.event.EarlyHintsOutcome;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.Omissions;

/**
 * Decides about the {@code 103 Early Hints} of a request and sends them.
 */
public final class EarlyHints {

	private final EarlyHintsGate gate;

	private final EarlyHintsSelection selection;

	private final InterimResponse interimResponse;

	private final PreloadEvents events;

	/**
	 * Create Early Hints.
	 * @param settings how they are sent
	 * @param selection chooses what they say
	 * @param interimResponse sends them
	 * @param events told of each decision
	 */
	public EarlyHints(EarlyHintsSettings settings, EarlyHintsSelection selection, InterimResponse interimResponse,
			PreloadEvents events) {
		this.gate = new EarlyHintsGate(settings, interimResponse);
		this.selection = selection;
		this.interimResponse = interimResponse;
		this.events = events;
	}

	/**
	 * Send the best of the candidates.
	 * @param request the request
	 * @param response the response, not committed
	 * @param candidates what they may be made of
	 * @return the decision
	 */
	public EarlyHintsReport send(HttpServletRequest request, HttpServletResponse response,
			EarlyHintsCandidates candidates) {
		List<Link> links = List.of();
		Omissions omissions = new Omissions();
		EarlyHintsOutcome outcome;
		try {
			outcome = this.gate.check(request, response);
			if (outcome == null) {
				List<Link> all = candidates.all();
				List<Link> same = candidates.spelledTheSame(all);
				EarlyHintsSelection.Selected selected = this.selection.select(same, candidates.declared(), request,
						response);
				omissions = EarlyHintsCandidates.withSessionIds(all, same, selected.omissions());
				links = selected.links();
				if (!links.isEmpty()) {
					outcome = this.interimResponse.send(response, selected.fieldValue()) ? EarlyHintsOutcome.SENT
							: EarlyHintsOutcome.CONTAINER;
				}
				else {
					outcome = candidates.silent() ? EarlyHintsOutcome.SILENCED : EarlyHintsOutcome.UNLEARNED;
				}
			}
		}
		catch (Throwable ex) {
			if (!DisconnectedClientHelper.isClientDisconnectedException(ex)) {
				// Clients leave as they please; anything else is worth a look.
				this.events.failed(PreloadStage.EARLY_HINTS, ex);
			}
			outcome = EarlyHintsOutcome.FAILED;
		}
		EarlyHintsReport report = new EarlyHintsReport(candidates.key(), request.getContextPath(), outcome,
				(outcome == EarlyHintsOutcome.SENT) ? links : List.of(), candidates.configured(), omissions);
		this.events.earlyHintsDecided(report);
		return report;
	}

}
