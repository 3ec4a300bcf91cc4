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

package dev.preloadhints.actuate;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.asset.Asset;
import dev.preloadhints.event.EarlyHintsOutcome;
import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.page.LinkHistory;
import dev.preloadhints.page.PageHistory;

/**
 * Says in words what is known of a page and what became of it.
 */
final class PageDescriber {

	private final int minRenders;

	private final BiFunction<Link, String, @Nullable Asset> assets;

	PageDescriber(int minRenders, BiFunction<Link, String, @Nullable Asset> assets) {
		this.minRenders = minRenders;
		this.assets = assets;
	}

	PagesDescriptor.Summary summary(PageKey key, PageHistory page, PageRecord record) {
		return new PagesDescriptor.Summary(PageId.of(key), key.handler(), key.pattern(), variant(key), record.renders(),
				text(record.lastRender()), (int) page.links().stream().filter((link) -> !link.isDoubtful()).count(),
				prediction(record), new PagesDescriptor.Counts(sent(record), notSent(record)));
	}

	PageDescriptor describe(PageKey key, PageHistory page, PageRecord record) {
		return new PageDescriptor(PageId.of(key), key.handler(), key.pattern(), variant(key), record.renders(),
				text(record.lastRender()), prediction(record), earlyHints(page, record), header(record),
				reasons(record.unlearnable()), links(page, record));
	}

	private static @Nullable String variant(PageKey key) {
		return key.variant().isEmpty() ? null : key.variant();
	}

	private static @Nullable String text(@Nullable Instant time) {
		return (time != null) ? time.toString() : null;
	}

	private static PagesDescriptor.Prediction prediction(PageRecord record) {
		return new PagesDescriptor.Prediction(record.hits(), record.wasted(), record.missed());
	}

	private static long sent(PageRecord record) {
		return record.outcomes().getOrDefault(EarlyHintsOutcome.SENT, 0L);
	}

	private static Map<String, Long> notSent(PageRecord record) {
		Map<String, Long> counts = new TreeMap<>();
		record.outcomes().forEach((outcome, count) -> {
			if (outcome != EarlyHintsOutcome.SENT) {
				counts.put(outcome.value(), count);
			}
		});
		return counts;
	}

	private static PageDescriptor.EarlyHints earlyHints(PageHistory page, PageRecord record) {
		PageRecord.Decision last = record.decision();
		PageDescriptor.Outcome outcome = (last == null) ? null : new PageDescriptor.Outcome(last.outcome().value(),
				last.outcome().description(), Instant.ofEpochMilli(last.time()).toString());
		return new PageDescriptor.EarlyHints(sent(record), notSent(record), page.isSilent(), outcome);
	}

	private static PageDescriptor.@Nullable Header header(PageRecord record) {
		PageRecord.Header header = record.header();
		return (header == null) ? null
				: new PageDescriptor.Header(header.links(), header.size(), reasons(header.omitted()));
	}

	private static List<PageDescriptor.Reason> reasons(Map<OmissionReason, Integer> counts) {
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> new PageDescriptor.Reason(entry.getKey().value(), entry.getKey().description(),
					entry.getValue()))
			.toList();
	}

	private List<PageDescriptor.Link> links(PageHistory page, PageRecord record) {
		PageRecord.Header header = record.header();
		Set<Link> declared = (header != null) ? header.decisions().declared() : Set.of();
		Map<Link, LinkHistory> learned = new HashMap<>();
		Set<Link> links = new LinkedHashSet<>(declared);
		for (LinkHistory known : page.links()) {
			if (!known.isDoubtful()) {
				Link link = ContextPath.outward(known.link(), record.contextPath());
				learned.put(link, known);
				links.add(link);
			}
		}
		return links.stream()
			.sorted(Comparator.comparing(Link::rank))
			.map((link) -> describe(link, declared.contains(link), learned.get(link), record))
			.toList();
	}

	private PageDescriptor.Link describe(Link link, boolean declared, @Nullable LinkHistory learned,
			PageRecord record) {
		PageRecord.Header header = record.header();
		Asset asset = this.assets.apply(link, record.contextPath());
		return new PageDescriptor.Link(link.target(), link.relation().value(),
				(link.destination() != Destination.NONE) ? link.destination().value() : null,
				link.rank().name().toLowerCase(Locale.ROOT), declared,
				(learned == null) ? null
						: new PageDescriptor.Learned(learned.renders(), learned.hits(),
								learned.isSteady(this.minRenders)),
				(header == null) ? null : inHeader(link, header.decisions()), early(link, learned, record),
				(asset != null && asset.size() >= 0) ? asset.size() : null,
				(asset != null) ? asset.freshness().name().toLowerCase(Locale.ROOT) : null);
	}

	private static PageDescriptor.Decision inHeader(Link link, Decisions decisions) {
		if (decisions.isIncluded(link)) {
			return PageDescriptor.Decision.INCLUDED;
		}
		OmissionReason reason = decisions.omission(link);
		return (reason != null) ? omitted(reason)
				: PageDescriptor.Decision.omitted("not_on_page", "the last render that was looked at did not have it");
	}

	private PageDescriptor.@Nullable Decision early(Link link, @Nullable LinkHistory learned, PageRecord record) {
		PageRecord.Considered considered = record.considered();
		if (considered == null) {
			PageRecord.Decision last = record.decision();
			return (last != null) ? omitted(last.outcome()) : null;
		}
		if (considered.decisions().isIncluded(link)) {
			return PageDescriptor.Decision.INCLUDED;
		}
		OmissionReason reason = considered.decisions().omission(link);
		if (reason != null) {
			return omitted(reason);
		}
		if (considered.outcome() != EarlyHintsOutcome.SENT && considered.outcome() != EarlyHintsOutcome.UNLEARNED) {
			return omitted(considered.outcome());
		}
		if (learned != null && learned.hits() < this.minRenders) {
			return PageDescriptor.Decision.omitted("new", "it has to be on " + this.minRenders
					+ " renders before, and was on " + learned.hits() + " of the last " + learned.renders());
		}
		if (learned != null && !learned.isSteady(this.minRenders)) {
			return PageDescriptor.Decision.omitted("unsteady", "it has to be on nearly all renders, and was on "
					+ learned.hits() + " of the last " + learned.renders());
		}
		return PageDescriptor.Decision.omitted("new", "it was not known well enough when the last ones were sent");
	}

	private static PageDescriptor.Decision omitted(OmissionReason reason) {
		return PageDescriptor.Decision.omitted(reason.value(), reason.description());
	}

	private static PageDescriptor.Decision omitted(EarlyHintsOutcome outcome) {
		return PageDescriptor.Decision.omitted(outcome.value(), outcome.description());
	}

}
