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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.event.EarlyHintsOutcome;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.page.PageHistory;

/**
 * What became of the requests for one page. Written by all threads at once, without
 * locks: counters are exact, what is said of the last request is of one of the last.
 */
final class PageRecord {

	/** Outcomes for which links were looked at. */
	private static final Set<EarlyHintsOutcome> CONSIDERED = EnumSet.of(EarlyHintsOutcome.SENT,
			EarlyHintsOutcome.UNLEARNED, EarlyHintsOutcome.SILENCED, EarlyHintsOutcome.FAILED);

	private final LongAdder reports = new LongAdder();

	private final LongAdder predictions = new LongAdder();

	private final LongAdder hits = new LongAdder();

	private final LongAdder wasted = new LongAdder();

	private final LongAdder missed = new LongAdder();

	private final Map<EarlyHintsOutcome, LongAdder> outcomes = new EnumMap<>(EarlyHintsOutcome.class);

	private volatile boolean stored;

	private volatile long lastRender;

	private volatile String contextPath = "";

	private volatile @Nullable Header header;

	private volatile @Nullable Decision decision;

	private volatile @Nullable Considered considered;

	private volatile Map<OmissionReason, Integer> unlearnable = Map.of();

	PageRecord() {
		for (EarlyHintsOutcome outcome : EarlyHintsOutcome.values()) {
			this.outcomes.put(outcome, new LongAdder());
		}
	}

	/** Note that the store has the page. */
	void stored() {
		if (!this.stored) {
			this.stored = true;
		}
	}

	/** Whether the store had the page, so that it forgot it if it has it no more. */
	boolean wasStored() {
		return this.stored;
	}

	void rendered(PageReport report, @Nullable PageHistory page, long time) {
		this.reports.increment();
		this.lastRender = time;
		this.contextPath = report.contextPath();
		Header last = this.header;
		Decisions links = Decisions.of((last != null) ? last.decisions() : null, page, this.contextPath,
				report.declared(), report.links(), report.omissions());
		if (last == null || last.decisions() != links || last.size() != report.headerSize()
				|| !last.omitted().equals(report.omissions().counts())) {
			this.header = new Header(links, report.links().size(), report.headerSize(), counts(report.omissions()));
		}
	}

	void predicted(PredictionReport report, long time) {
		this.predictions.increment();
		this.lastRender = time;
		this.hits.add(report.hits());
		this.wasted.add(report.wasted());
		this.missed.add(report.missed());
		if (!this.unlearnable.equals(report.unlearnable().counts())) {
			this.unlearnable = counts(report.unlearnable());
		}
	}

	void decided(EarlyHintsReport report, @Nullable PageHistory page, long time) {
		LongAdder count = this.outcomes.get(report.outcome());
		if (count != null) {
			count.increment();
		}
		this.contextPath = report.contextPath();
		this.decision = new Decision(report.outcome(), time);
		if (CONSIDERED.contains(report.outcome())) {
			Considered last = this.considered;
			Decisions links = Decisions.of((last != null) ? last.decisions() : null, page, this.contextPath,
					report.declared(), report.links(), report.omissions());
			if (last == null || last.decisions() != links || last.outcome() != report.outcome()) {
				this.considered = new Considered(links, report.outcome());
			}
		}
	}

	private static Map<OmissionReason, Integer> counts(Omissions omissions) {
		return Map.copyOf(omissions.counts());
	}

	/**
	 * Complete renders. Each is told twice, for the header and for what is learned,
	 * unless one of the two is off.
	 */
	long renders() {
		return Math.max(this.reports.sum(), this.predictions.sum());
	}

	/** When the page was rendered last, or {@code null} if it was not. */
	@Nullable Instant lastRender() {
		return (this.lastRender > 0) ? Instant.ofEpochMilli(this.lastRender) : null;
	}

	long hits() {
		return this.hits.sum();
	}

	long wasted() {
		return this.wasted.sum();
	}

	long missed() {
		return this.missed.sum();
	}

	/** How often there was which outcome, without those that there never was. */
	Map<EarlyHintsOutcome, Long> outcomes() {
		Map<EarlyHintsOutcome, Long> counts = new EnumMap<>(EarlyHintsOutcome.class);
		this.outcomes.forEach((outcome, count) -> {
			if (count.sum() > 0) {
				counts.put(outcome, count.sum());
			}
		});
		return counts;
	}

	/** What the paths of the application's own URLs begin with. */
	String contextPath() {
		return this.contextPath;
	}

	/** The last header, if there was one. */
	@Nullable Header header() {
		return this.header;
	}

	/** The last decision about Early Hints, if there was one. */
	@Nullable Decision decision() {
		return this.decision;
	}

	/** The last Early Hints that links were looked at for. */
	@Nullable Considered considered() {
		return this.considered;
	}

	/** The links of the last render that are not learned. */
	Map<OmissionReason, Integer> unlearnable() {
		return this.unlearnable;
	}

	/**
	 * A header.
	 *
	 * @param decisions about the links that are the same for everyone
	 * @param links number of links of all kinds, without the application's own
	 * @param size bytes, with the application's own
	 * @param omitted what was left out
	 */
	record Header(Decisions decisions, int links, int size, Map<OmissionReason, Integer> omitted) {
	}

	/**
	 * A decision about the Early Hints of a request.
	 *
	 * @param outcome the decision
	 * @param time when, in milliseconds since the epoch
	 */
	record Decision(EarlyHintsOutcome outcome, long time) {
	}

	/**
	 * Early Hints that links were looked at for.
	 *
	 * @param decisions about the links
	 * @param outcome what became of them
	 */
	record Considered(Decisions decisions, EarlyHintsOutcome outcome) {
	}

}
