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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Conditions;

/**
 * A table of what was measured, and what is to be said about it.
 */
final class Report {

	private static final String NOTHING = "-";

	private final Plan plan;

	private final String browser;

	private final List<Result> results;

	Report(Plan plan, String browser, List<Result> results) {
		this.plan = plan;
		this.browser = browser;
		this.results = List.copyOf(results);
	}

	String text() {
		StringBuilder result = new StringBuilder(table().text()).append('\n');
		result.append(heading()).append('\n');
		notes().forEach((note) -> result.append(note).append('\n'));
		return result.toString();
	}

	String markdown() {
		StringBuilder result = new StringBuilder(table().markdown()).append('\n');
		result.append(heading()).append('\n');
		List<String> notes = notes();
		if (!notes.isEmpty()) {
			result.append('\n');
		}
		notes.forEach((note) -> result.append("- ").append(note).append('\n'));
		return result.toString();
	}

	private Table table() {
		List<String> head = new ArrayList<>(List.of("page"));
		if (this.plan.comparing()) {
			head.add("variant");
		}
		head.addAll(List.of("FCP", "LCP", "TTFB", "103 came", "by 103", "by header", "resources", "unused"));
		List<List<String>> rows = new ArrayList<>();
		for (Result result : this.results) {
			List<String> row = new ArrayList<>(List.of(result.url()));
			if (this.plan.comparing()) {
				row.add(result.variant().toString());
			}
			row.addAll(List.of(result.failed() ? "failed" : time(result.paint()), time(result.largestPaint()),
					time(result.firstByte()), time(result.interim()), count(result.byEarlyHints()),
					count(result.byHeader()), count(result.resources()),
					(result.failed() || result.variant() != Variant.AS_IS) ? NOTHING
							: String.valueOf(result.unused().size())));
			rows.add(row);
		}
		return new Table(head, rows);
	}

	private String heading() {
		Conditions conditions = this.plan.conditions();
		String network = "the network as it is";
		if (!conditions.equals(Conditions.REAL)) {
			network = conditions.roundTrip().toMillis() + " ms round trip, ";
			network += (conditions.bitsPerSecond() == Conditions.UNLIMITED) ? "any bandwidth"
					: number(conditions.bitsPerSecond() / 1e6) + " Mbit/s";
		}
		return "Medians of %d visit%s with an empty cache, and quartiles; %s; %s.".formatted(this.plan.runs(),
				(this.plan.runs() == 1) ? "" : "s", network, this.browser);
	}

	private List<String> notes() {
		List<String> notes = new ArrayList<>();
		for (Result result : this.results) {
			String page = result.url() + (this.plan.comparing() ? ", " + result.variant() : "");
			result.failures().forEach((failure) -> notes.add(page + ": failed: " + failure));
			result.visits()
				.stream()
				.map(Visit::url)
				.distinct()
				.filter((url) -> !url.equals(result.url()))
				.forEach((url) -> notes.add(page + ": shown was " + url));
			if (result.ignored() > 0) {
				notes.add("%s: a 103 came and was not heeded on %d of %d visits".formatted(page, result.ignored(),
						result.visits().size()));
			}
			baseline(result)
				.ifPresent((baseline) -> notes.add(page + ": " + gain("FCP", Result::paint, result, baseline) + ", "
						+ gain("LCP", Result::largestPaint, result, baseline) + " than with " + Variant.NONE));
			result.unused().forEach((line) -> notes.add(page + ": " + line));
		}
		return notes;
	}

	private Optional<Result> baseline(Result result) {
		return this.results.stream()
			.filter((each) -> each.url().equals(result.url()) && each.variant() == Variant.NONE)
			.filter((each) -> each.variant() != result.variant() && !each.failed() && !result.failed())
			.findFirst();
	}

	private static String gain(String name, Function<Result, Optional<Quartiles>> times, Result result,
			Result baseline) {
		Optional<Quartiles> now = times.apply(result);
		Optional<Quartiles> before = times.apply(baseline);
		if (now.isEmpty() || before.isEmpty()) {
			return name + " unknown";
		}
		double difference = now.get().median() - before.get().median();
		return String.format(Locale.ROOT, "%s %.0f ms %s (%.0f %%%s)", name, Math.abs(difference),
				(difference > 0) ? "later" : "earlier", Math.abs(100 * difference / before.get().median()),
				now.get().overlaps(before.get()) ? ", within the spread" : "");
	}

	private static String time(Optional<Quartiles> times) {
		return times
			.map((each) -> String.format(Locale.ROOT, "%.0f ms (%.0f to %.0f)", each.median(), each.lower(),
					each.upper()))
			.orElse(NOTHING);
	}

	private static String count(Optional<Quartiles> counts) {
		return counts.map((each) -> number(each.median())).orElse(NOTHING);
	}

	private static String number(double value) {
		return (value == Math.rint(value)) ? String.valueOf((long) value) : String.valueOf(value);
	}

}
