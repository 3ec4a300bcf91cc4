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
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.Counter;

import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * Counts the links of one delivery, and those that were left out of it.
 */
final class LinkMeters {

	private final Map<LinkRelation, Map<Destination, Counter>> links = new EnumMap<>(LinkRelation.class);

	private final Map<OmissionReason, Counter> omitted = new EnumMap<>(OmissionReason.class);

	LinkMeters(MeterRegistrar registrar, String delivery, Set<LinkRelation> relations, Set<OmissionReason> reasons) {
		for (LinkRelation relation : relations) {
			Map<Destination, Counter> counters = new EnumMap<>(Destination.class);
			this.links.put(relation, counters);
			for (Destination destination : destinations(relation)) {
				counters.put(destination,
						registrar.register(Counter.builder(PreloadMeters.LINKS)
							.description("Links that were emitted")
							.tag(PreloadMeters.DELIVERY, delivery)
							.tag(PreloadMeters.DESTINATION, destination.value())
							.tag(PreloadMeters.REL, relation.value())::register));
			}
		}
		for (OmissionReason reason : reasons) {
			this.omitted.put(reason,
					registrar.register(Counter.builder(PreloadMeters.OMITTED)
						.description("Links that a page references and that were left out")
						.tag(PreloadMeters.DELIVERY, delivery)
						.tag(PreloadMeters.REASON, reason.value())::register));
		}
	}

	private static Set<Destination> destinations(LinkRelation relation) {
		return switch (relation) {
			case PRELOAD -> EnumSet.complementOf(EnumSet.of(Destination.NONE));
			case MODULEPRELOAD -> EnumSet.of(Destination.SCRIPT);
			case PRECONNECT, DNS_PREFETCH -> EnumSet.of(Destination.NONE);
		};
	}

	void count(List<Link> emitted) {
		for (int i = 0; i < emitted.size(); i++) {
			Link link = emitted.get(i);
			Map<Destination, Counter> counters = this.links.get(link.relation());
			Counter counter = (counters != null) ? counters.get(link.destination()) : null;
			if (counter != null) {
				counter.increment();
			}
		}
	}

	void count(Omissions omissions) {
		if (omissions.isEmpty()) {
			return;
		}
		omissions.counts().forEach((reason, count) -> {
			Counter counter = this.omitted.get(reason);
			if (counter != null) {
				counter.increment(count);
			}
		});
	}

}
