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
import java.util.function.ToLongFunction;

/**
 * How the shop is.
 *
 * @param at time since the load began
 * @param heap bytes in use after a garbage collection
 * @param threads live threads, but for those that serve requests
 * @param workers threads that serve requests, of which the container has as many as it
 * thinks fit
 */
record Vitals(Duration at, long heap, int threads, int workers) {

	static long firstThird(List<Vitals> all, ToLongFunction<Vitals> value) {
		return median(all.subList(0, all.size() / 3), value);
	}

	static long lastThird(List<Vitals> all, ToLongFunction<Vitals> value) {
		return median(all.subList(all.size() - all.size() / 3, all.size()), value);
	}

	private static long median(List<Vitals> some, ToLongFunction<Vitals> value) {
		long[] sorted = some.stream().mapToLong(value).sorted().toArray();
		return sorted[sorted.length / 2];
	}

}
