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

package dev.preloadhints.metrics;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.event.EarlyHintsOutcome;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.page.PageStore;

/**
 * Counts what becomes of links. All meters are there from the start, at zero.
 */
public final class MicrometerPreloadListener implements PreloadListener {

	/** Reasons that only Early Hints have. */
	private static final Set<OmissionReason> EARLY_ONLY = EnumSet.of(OmissionReason.CONDITIONAL,
			OmissionReason.RELATION, OmissionReason.NOT_SHARED, OmissionReason.FEW_CLIENTS, OmissionReason.VARY,
			OmissionReason.UNKNOWN_CACHEABILITY, OmissionReason.MISSING, OmissionReason.MAX_WEIGHT);

	/** Reasons that Early Hints share with the header. */
	private static final Set<OmissionReason> SHARED = EnumSet.of(OmissionReason.DESTINATION, OmissionReason.EXCLUDED,
			OmissionReason.FILTERED, OmissionReason.NOT_CACHEABLE, OmissionReason.SESSION_ID, OmissionReason.MAX_LINKS,
			OmissionReason.MAX_SIZE, OmissionReason.FAILED);

	private final LinkMeters header;

	private final LinkMeters earlyHints;

	private final Map<EarlyHintsOutcome, Counter> outcomes = new EnumMap<>(EarlyHintsOutcome.class);

	private final Map<PreloadStage, Counter> errors = new EnumMap<>(PreloadStage.class);

	private final DistributionSummary headerSize;

	private final Counter hits;

	private final Counter wasted;

	private final Counter missed;

	/**
	 * Create the listener and its meters.
	 * @param registry where the meters are registered
	 * @param store the pages to count
	 */
	public MicrometerPreloadListener(MeterRegistry registry, PageStore store) {
		Set<OmissionReason> early = EnumSet.copyOf(EARLY_ONLY);
		early.addAll(SHARED);
		MeterRegistrar registrar = new MeterRegistrar(registry);
		this.header = new LinkMeters(registrar, PreloadMeters.DELIVERY_HEADER, EnumSet.allOf(LinkRelation.class),
				EnumSet.complementOf(EnumSet.copyOf(EARLY_ONLY)));
		this.earlyHints = new LinkMeters(registrar, PreloadMeters.DELIVERY_EARLY_HINTS,
				EnumSet.of(LinkRelation.PRELOAD, LinkRelation.MODULEPRELOAD, LinkRelation.PRECONNECT), early);
		for (EarlyHintsOutcome outcome : EarlyHintsOutcome.values()) {
			this.outcomes.put(outcome,
					registrar.register(Counter.builder(PreloadMeters.EARLY_HINTS)
						.description("Decisions about the Early Hints of a page")
						.tag(PreloadMeters.OUTCOME, outcome.value())::register));
		}
		for (PreloadStage stage : PreloadStage.values()) {
			this.errors.put(stage,
					registrar.register(Counter.builder(PreloadMeters.ERRORS)
						.description("Failures that a page did not suffer from")
						.tag(PreloadMeters.STAGE, stage.value())::register));
		}
		this.headerSize = registrar.register(DistributionSummary.builder(PreloadMeters.HEADER_SIZE)
			.description("Size of all Link header values of a page")
			.baseUnit("bytes")::register);
		this.hits = prediction(registrar, "hit");
		this.wasted = prediction(registrar, "wasted");
		this.missed = prediction(registrar, "missed");
		registrar.register(Gauge.builder(PreloadMeters.PAGES, store, PageStore::size)
			.description("Pages of which something is learned")::register);
	}

	private static Counter prediction(MeterRegistrar registrar, String result) {
		return registrar.register(Counter.builder(PreloadMeters.PREDICTION)
			.description("Learned links against what was then rendered")
			.tag(PreloadMeters.RESULT, result)::register);
	}

	@Override
	public void pageRendered(PageReport report) {
		this.header.count(report.links());
		this.header.count(report.omissions());
		this.headerSize.record(report.headerSize());
	}

	@Override
	public void earlyHintsDecided(EarlyHintsReport report) {
		increment(this.outcomes.get(report.outcome()));
		this.earlyHints.count(report.links());
		this.earlyHints.count(report.omissions());
	}

	@Override
	public void predictionChecked(PredictionReport report) {
		this.hits.increment(report.hits());
		this.wasted.increment(report.wasted());
		this.missed.increment(report.missed());
		this.earlyHints.count(report.unlearnable());
	}

	@Override
	public void failed(PreloadStage stage, Throwable failure) {
		increment(this.errors.get(stage));
	}

	private static void increment(@Nullable Counter counter) {
		if (counter != null) {
			counter.increment();
		}
	}

}
