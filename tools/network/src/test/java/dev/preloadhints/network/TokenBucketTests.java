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

package dev.preloadhints.network;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenBucketTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final TokenBucket line = new TokenBucket(8_000_000, 0);

	@Test
	void bytesTakeTheirTime() {
		assertThat(this.line.send(1_000_000, 0)).isEqualTo(SECOND);
	}

	@Test
	void whatComesLaterWaitsForWhatCameBefore() {
		long first = this.line.send(10_000, SECOND);
		assertThat(this.line.send(10_000, SECOND)).isEqualTo(first + Duration.ofMillis(10).toNanos());
	}

	@Test
	void lineThatWasIdleSavesUpNoMoreThanItHolds() {
		assertThat(this.line.send(1000, 100 * SECOND)).isEqualTo(100 * SECOND);
		assertThat(this.line.send(1_000_000, 100 * SECOND)).isEqualTo(101 * SECOND - Duration.ofMillis(4).toNanos());
	}

}
