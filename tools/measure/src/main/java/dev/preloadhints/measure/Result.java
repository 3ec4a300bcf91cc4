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

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import dev.preloadhints.measure.chromium.Resource;
import dev.preloadhints.measure.chromium.Visit;

/**
 * What was seen of a page in one variant.
 *
 * @param url the page that was asked for
 * @param variant what the browser got to see of its hints
 * @param visits the visits that went well
 * @param failures why others did not, each reason once
 * @param unused what the console said of resources that were preloaded and not used
 */
record Result(String url, Variant variant, List<Visit> visits, List<String> failures, List<String> unused) {

	Result {
		visits = List.copyOf(visits);
		failures = List.copyOf(failures);
		unused = List.copyOf(unused);
	}

	boolean failed() {
		return !this.failures.isEmpty();
	}

	/** First contentful paint. */
	Optional<Quartiles> paint() {
		return quartiles(Visit::paint);
	}

	/** Largest contentful paint. */
	Optional<Quartiles> largestPaint() {
		return quartiles(Visit::largestPaint);
	}

	/** The first byte of the page itself, not of a {@code 103}. */
	Optional<Quartiles> firstByte() {
		return quartiles(Visit::firstByte);
	}

	/** When the {@code 103} came, where one was to be heeded. */
	Optional<Quartiles> interim() {
		return this.variant.earlyHints() ? quartiles(Visit::interim) : Optional.empty();
	}

	/** How many resources the {@code 103} made the browser load. */
	Optional<Quartiles> byEarlyHints() {
		return count(Resource::early);
	}

	/** How many resources the {@code Link} field was the first to name. */
	Optional<Quartiles> byHeader() {
		return count(Resource::byHeader);
	}

	/** How many resources were loaded. */
	Optional<Quartiles> resources() {
		return count((resource) -> true);
	}

	/** On how many visits a {@code 103} came and nothing was loaded because of it. */
	long ignored() {
		return this.variant.earlyHints() ? this.visits.stream()
			.filter((visit) -> visit.interim() > 0 && visit.resources().stream().noneMatch(Resource::early))
			.count() : 0;
	}

	private Optional<Quartiles> count(Predicate<Resource> resources) {
		List<Double> values = this.visits.stream()
			.map((visit) -> (double) visit.resources().stream().filter(resources).count())
			.toList();
		return values.isEmpty() ? Optional.empty() : Optional.of(Quartiles.of(values));
	}

	/** Those above 0, which stands for what was not there. */
	private Optional<Quartiles> quartiles(ToDoubleFunction<Visit> time) {
		List<Double> values = this.visits.stream().mapToDouble(time).filter((value) -> value > 0).boxed().toList();
		return values.isEmpty() ? Optional.empty() : Optional.of(Quartiles.of(values));
	}

}
