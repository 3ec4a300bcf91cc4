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

package dev.preloadhints.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an application shows to Prometheus, in its text format.
 *
 * @param samples one for each series
 */
record Scrape(List<Sample> samples) {

	private static final Pattern SAMPLE = Pattern
		.compile("(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(?<labels>.*)})? (?<value>\\S+)");

	private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

	static Scrape of(String text) {
		return new Scrape(text.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).map((line) -> {
			Matcher matcher = SAMPLE.matcher(line);
			if (!matcher.matches()) {
				throw new IllegalArgumentException("Not a sample: " + line);
			}
			String labels = (matcher.group("labels") != null) ? matcher.group("labels") : "";
			return new Sample(matcher.group("name"),
					LABEL.matcher(labels)
						.results()
						.collect(Collectors.toMap((label) -> label.group(1), (label) -> label.group(2))),
					Double.parseDouble(matcher.group("value")));
		}).toList());
	}

	/** The values that a label of a metric has. */
	Set<String> values(String metric, String label) {
		return of(metric, Map.of()).stream()
			.filter((sample) -> sample.labels().containsKey(label))
			.map((sample) -> sample.labels().get(label))
			.collect(Collectors.toSet());
	}

	/** The series of a metric that have these labels, among others. */
	List<Sample> of(String metric, Map<String, String> labels) {
		return this.samples.stream()
			.filter((sample) -> sample.metric().equals(metric)
					&& sample.labels().entrySet().containsAll(labels.entrySet()))
			.toList();
	}

	/** The sum over the series of a metric that have these labels. */
	double sum(String metric, Map<String, String> labels) {
		return of(metric, labels).stream().mapToDouble(Sample::value).sum();
	}

	/**
	 * One series, now.
	 *
	 * @param metric the metric's name
	 * @param labels names and values of its labels
	 * @param value what was counted
	 */
	record Sample(String metric, Map<String, String> labels, double value) {
	}

}
