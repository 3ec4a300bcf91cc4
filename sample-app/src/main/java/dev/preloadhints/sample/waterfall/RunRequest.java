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

package dev.preloadhints.sample.waterfall;

import java.time.Duration;

import dev.preloadhints.network.Conditions;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What is to be loaded, and how.
 *
 * @param page the page
 * @param variant what it is loaded with
 * @param think how long its controller thinks, in milliseconds
 * @param roundTrip the round trip of the network, in milliseconds
 * @param megabits its rate in each direction, in Mbit/s
 */
record RunRequest(@NotNull ShopPage page, @NotNull Variant variant, @Min(0) @Max(3000) int think,
		@Min(0) @Max(1000) int roundTrip, @DecimalMin("0.2") @DecimalMax("200") double megabits) {

	Conditions network() {
		return new Conditions(Duration.ofMillis(this.roundTrip), Math.round(this.megabits * 1_000_000));
	}

	String path() {
		return this.page.path(this.think);
	}

}
