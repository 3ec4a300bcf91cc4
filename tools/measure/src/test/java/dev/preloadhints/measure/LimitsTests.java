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
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsTests {

	private static final List<Result> RESULTS = List.of(Results.of(Variant.NONE, 5000),
			Results.of(Variant.AS_IS, 100, 612, 9000));

	@Test
	void medianOverALimitIsNamed() {
		assertThat(new Limits(Duration.ofMillis(611), null).exceeded(RESULTS))
			.containsExactly("https://localhost:8443/books: FCP 612 ms is over 611 ms");
		assertThat(new Limits(null, Duration.ofMillis(621)).exceeded(RESULTS))
			.containsExactly("https://localhost:8443/books: LCP 622 ms is over 621 ms");
	}

	@Test
	void medianAtTheLimitIsNotOver() {
		assertThat(new Limits(Duration.ofMillis(612), Duration.ofMillis(622)).exceeded(RESULTS)).isEmpty();
	}

	@Test
	void nothingIsOverNoLimit() {
		assertThat(new Limits(null, null).exceeded(RESULTS)).isEmpty();
	}

}
