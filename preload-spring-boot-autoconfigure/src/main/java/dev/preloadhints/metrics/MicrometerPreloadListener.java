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

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;

/**
 * Counts what becomes of links. All meters are there from the start, at zero.
 */
public final class MicrometerPreloadListener implements PreloadListener {

	private final Map<Kind, Counter> links = new HashMap<>();

	private final Map<OmissionReason, Counter> omitted = new EnumMap<>(OmissionReason.class);

	private final Map<PreloadStage, Counter> errors = new EnumMap<>(PreloadStage.class);

	private final DistributionSummary headerSize;

	/**
	 * Create the listener and its meters.
	 * @param registry where the meters are registered
	 */
	public MicrometerPreloadListener(MeterRegistry registry) {
		for (LinkRelation relation : LinkRelation.values()) {
			for (Destination destination : destinations(relation)) {
				Kind kind = new Kind(relation, destination);
				this.links.put(kind, links(registry, kind));
			}
		}
		for (OmissionReason reason : OmissionReason.values()) {
			this.omitted.put(reason,
					Counter.builder(PreloadMeters.OMITTED)
						.description("Links that a page references and that were left out")
						.tag(PreloadMeters.DELIVERY, PreloadMeters.DELIVERY_HEADER)
						.tag(PreloadMeters.REASON, reason.value())
						.register(registry));
		}
		for (PreloadStage stage : PreloadStage.values()) {
			this.errors.put(stage,
					Counter.builder(PreloadMeters.ERRORS)
						.description("Failures that a page did not suffer from")
						.tag(PreloadMeters.STAGE, stage.value())
						.register(registry));
		}
		this.headerSize = DistributionSummary.builder(PreloadMeters.HEADER_SIZE)
			.description("Size of all Link header values of a page")
			.baseUnit("bytes")
			.register(registry);
	}

	private static List<@Nullable Destination> destinations(LinkRelation relation) {
		return switch (relation) {
			case PRELOAD -> Arrays.asList(Destination.values());
			case MODULEPRELOAD -> Arrays.asList(Destination.SCRIPT);
			case PRECONNECT, DNS_PREFETCH -> Arrays.asList((Destination) null);
		};
	}

	private static Counter links(MeterRegistry registry, Kind kind) {
		Destination destination = kind.destination();
		return Counter.builder(PreloadMeters.LINKS)
			.description("Links that were emitted")
			.tag(PreloadMeters.DELIVERY, PreloadMeters.DELIVERY_HEADER)
			.tag(PreloadMeters.DESTINATION, (destination != null) ? destination.value() : "none")
			.tag(PreloadMeters.REL, kind.relation().value())
			.register(registry);
	}

	@Override
	public void pageRendered(PageReport report) {
		for (Link link : report.links()) {
			Counter counter = this.links.get(new Kind(link.relation(), link.destination()));
			if (counter != null) {
				counter.increment();
			}
		}
		this.omitted.forEach((reason, counter) -> {
			int count = report.omissions().count(reason);
			if (count > 0) {
				counter.increment(count);
			}
		});
		this.headerSize.record(report.headerSize());
	}

	@Override
	public void failed(PreloadStage stage, Throwable failure) {
		Counter counter = this.errors.get(stage);
		if (counter != null) {
			counter.increment();
		}
	}

	/** The kinds of links that are told apart. */
	private record Kind(LinkRelation relation, @Nullable Destination destination) {
	}

}
