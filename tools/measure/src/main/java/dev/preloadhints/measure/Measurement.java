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

package dev.preloadhints.measure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.PageFailedException;
import dev.preloadhints.measure.chromium.Resource;
import dev.preloadhints.measure.chromium.Tab;
import dev.preloadhints.measure.chromium.Visit;

/**
 * Visits pages in turn, so that whatever else the machine does hits all of them and all
 * variants, each time with an empty cache.
 */
final class Measurement {

	/** How long nothing must have come until a page is taken for complete. */
	private static final Duration QUIET = Duration.ofMillis(500);

	/** Chromium waits 3 seconds after a page was loaded. */
	private static final Duration UNTIL_WARNING = Duration.ofSeconds(5);

	private final Plan plan;

	private final Chromium chromium;

	private final Network network;

	private final Consumer<String> progress;

	private final Map<Subject, Notes> notes = new LinkedHashMap<>();

	Measurement(Plan plan, Chromium chromium, Network network, Consumer<String> progress) {
		this.plan = plan;
		this.chromium = chromium;
		this.network = network;
		this.progress = progress;
		for (URI url : plan.urls()) {
			plan.variants().forEach((variant) -> this.notes.put(new Subject(url, variant), new Notes()));
		}
	}

	List<Result> run() throws InterruptedException {
		List<Subject> turn = new ArrayList<>(this.notes.keySet());
		for (int round = 1; round <= this.plan.warmups() + this.plan.runs(); round++) {
			boolean counts = round > this.plan.warmups();
			this.progress.accept(counts ? "round " + (round - this.plan.warmups()) + " of " + this.plan.runs()
					: "warm-up " + round + " of " + this.plan.warmups());
			for (Subject subject : turn) {
				visit(subject, counts);
			}
			Collections.rotate(turn, 1);
		}
		this.progress.accept("waiting for the console");
		listen();
		return this.notes.entrySet().stream().map((entry) -> entry.getValue().toResult(entry.getKey())).toList();
	}

	/** A page that has failed once is left alone. */
	private void visit(Subject subject, boolean counts) throws InterruptedException {
		Notes notes = this.notes.get(subject);
		if (notes == null || !notes.failures.isEmpty()) {
			return;
		}
		try (Tab tab = open(subject)) {
			Visit visit = tab.visit(subject.url().toString(), QUIET);
			Optional<String> failure = failure(visit, subject.variant());
			failure.ifPresent(notes.failures::add);
			if (failure.isEmpty() && counts) {
				notes.visits.add(visit);
			}
		}
		catch (PageFailedException ex) {
			notes.failures.add(String.valueOf(ex.getMessage()));
		}
	}

	private Tab open(Subject subject) {
		Tab tab = this.chromium.open(this.network.proxy(subject.variant()));
		if (this.plan.comparing()) {
			tab.intercept(!subject.variant().links());
		}
		this.plan.cookies().forEach((name, value) -> tab.cookie(name, value, subject.url().toString()));
		return tab;
	}

	private static Optional<String> failure(Visit visit, Variant variant) {
		if (visit.status() >= 400) {
			return Optional.of("status " + visit.status());
		}
		if (visit.paint() <= 0) {
			return Optional.of("nothing was painted");
		}
		if (!variant.earlyHints() && visit.resources().stream().anyMatch(Resource::early)) {
			return Optional.of("a 103 was heeded that was to be ignored; was there a redirect to another host?");
		}
		return Optional.empty();
	}

	/** Visit each page once more and wait for what the console says of it later on. */
	private void listen() throws InterruptedException {
		Map<Notes, Tab> tabs = new LinkedHashMap<>();
		try {
			for (Map.Entry<Subject, Notes> entry : this.notes.entrySet()) {
				if (entry.getKey().variant() == Variant.AS_IS && entry.getValue().failures.isEmpty()) {
					Tab tab = open(entry.getKey());
					tabs.put(entry.getValue(), tab);
					try {
						tab.visit(entry.getKey().url().toString());
					}
					catch (PageFailedException ex) {
						entry.getValue().failures.add(String.valueOf(ex.getMessage()));
					}
				}
			}
			Thread.sleep(UNTIL_WARNING.toMillis());
			tabs.forEach((notes, tab) -> tab.console()
				.stream()
				.filter((line) -> line.contains("preload") && line.contains("not used"))
				.forEach(notes.unused::add));
		}
		finally {
			tabs.values().forEach(Tab::close);
		}
	}

	private record Subject(URI url, Variant variant) {
	}

	private static final class Notes {

		private final List<Visit> visits = new ArrayList<>();

		private final List<String> failures = new ArrayList<>();

		private final List<String> unused = new ArrayList<>();

		Result toResult(Subject subject) {
			return new Result(subject.url().toString(), subject.variant(), this.visits, this.failures, this.unused);
		}

	}

}
