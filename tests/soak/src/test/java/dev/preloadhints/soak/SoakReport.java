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

package dev.preloadhints.soak;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import dev.preloadhints.soak.shop.Fault;

/**
 * What is written about a soak: two tables, in Markdown.
 */
final class SoakReport {

	private static final int LINES = 12;

	private final StringBuilder text = new StringBuilder();

	/** Write what happened. */
	static String of(Duration duration, double rate, int connections, Load load, Judge judge, Map<Fault, Long> injected,
			Map<String, Long> errors, List<Vitals> all, List<Vitals> warm) {
		SoakReport report = new SoakReport();
		report.text.append("| | |\n|---|---|\n");
		long requests = load.byKind().values().stream().mapToLong(LongAdder::sum).sum();
		report.row("load", "%s, %,d visits, %.0f a second (%.0f asked for) over %d connections", time(duration),
				requests, requests / (duration.toMillis() / 1000.0), rate, connections);
		report.row("by protocol", counts(load.byProtocol()));
		report.row("by kind", counts(load.byKind()));
		report.row("answers equal to those without the starter", "%,d, %d otherwise", judge.compared(),
				judge.complaints().size());
		report.row("answers after a 103", "%,d", judge.hinted());
		report.row("asked again, because the server closed a connection", "%,d", load.repeated());
		report.row("failures injected", "%,d: %s", sum(injected), counts(injected));
		report.row("counted in `preload.errors`", "%,d: %s", sum(errors), counts(errors));
		report.row("heap after a collection, medians", "%s in the first third, %s in the last",
				megabytes(Vitals.firstThird(warm, Vitals::heap)), megabytes(Vitals.lastThird(warm, Vitals::heap)));
		report.row("threads, medians", "%s in the first third, %s in the last", threads(warm, Vitals::firstThird),
				threads(warm, Vitals::lastThird));
		report.text.append("\n| at | heap | threads | of the container, for requests |\n|---|---|---|---|\n");
		for (int i = 0; i < LINES; i++) {
			Vitals vitals = all.get(i * (all.size() - 1) / (LINES - 1));
			report.text.append("| %s | %s | %d | %d |%n".formatted(time(vitals.at()), megabytes(vitals.heap()),
					vitals.threads(), vitals.workers()));
		}
		return report.text.toString();
	}

	private void row(String name, String format, Object... values) {
		this.text.append("| ").append(name).append(" | ").append(format(format, values)).append(" |\n");
	}

	private static String format(String format, Object... values) {
		return (values.length > 0) ? String.format(Locale.ROOT, format, values) : format;
	}

	private static String threads(List<Vitals> vitals, Median median) {
		return median.of(vitals, Vitals::threads) + " and " + median.of(vitals, Vitals::workers) + " for requests";
	}

	private static long sum(Map<?, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

	private static String counts(Map<?, ? extends Number> counts) {
		return counts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().longValue() > 0)
			.map((entry) -> format("%s %,d", name(entry.getKey()), entry.getValue().longValue()))
			.collect(Collectors.joining(", "));
	}

	private static String name(Object key) {
		return (key instanceof Kind || key instanceof Fault) ? key.toString().toLowerCase(Locale.ROOT).replace('_', ' ')
				: key.toString();
	}

	private static String megabytes(long bytes) {
		return format("%.1f MB", bytes / 1024.0 / 1024.0);
	}

	private static String time(Duration duration) {
		return format("%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
	}

	/**
	 * The median of a part of the time.
	 */
	@FunctionalInterface
	private interface Median {

		long of(List<Vitals> vitals, ToLongFunction<Vitals> value);

	}

}
