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

/**
 * What half of the values are not below and not above, and where the middle half of them
 * lies.
 *
 * @param lower the lower quartile
 * @param median the median
 * @param upper the upper quartile
 */
record Quartiles(double lower, double median, double upper) {

	/** Between two values, a quartile is interpolated (type 7 of Hyndman and Fan). */
	static Quartiles of(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		return new Quartiles(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
	}

	private static double quantile(List<Double> sorted, double part) {
		double position = part * (sorted.size() - 1);
		int below = (int) position;
		int above = Math.min(below + 1, sorted.size() - 1);
		return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
	}

	/** Whether the middle halves have something in common. */
	boolean overlaps(Quartiles other) {
		return this.lower <= other.upper && other.lower <= this.upper;
	}

}
