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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How late a page may be painted as it is, by the median.
 *
 * @param paint the limit of the first contentful paint, {@code null} for none
 * @param largestPaint the limit of the largest contentful paint, {@code null} for none
 */
record Limits(@Nullable Duration paint, @Nullable Duration largestPaint) {

	/** Say what is over a limit. */
	List<String> exceeded(List<Result> results) {
		List<String> result = new ArrayList<>();
		for (Result each : results) {
			if (each.variant() == Variant.AS_IS) {
				check("FCP", each.url(), each.paint(), this.paint, result);
				check("LCP", each.url(), each.largestPaint(), this.largestPaint, result);
			}
		}
		return result;
	}

	private static void check(String name, String url, Optional<Quartiles> times, @Nullable Duration limit,
			List<String> exceeded) {
		if (limit != null && times.isPresent() && times.get().median() > limit.toMillis()) {
			exceeded.add("%s: %s %.0f ms is over %d ms".formatted(url, name, times.get().median(), limit.toMillis()));
		}
	}

}
