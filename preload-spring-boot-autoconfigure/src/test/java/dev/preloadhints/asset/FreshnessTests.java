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

package dev.preloadhints.asset;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Freshness}.
 */
class FreshnessTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final String OLD = "Sun, 22 Nov 2026 11:00:00 GMT";

	private static final String RECENT = "Sun, 22 Nov 2026 11:59:00 GMT";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			max-age=31536000                                        | FRESH
			max-age=31536000, public, immutable                     | FRESH
			private, max-age=60                                     | FRESH
			Max-Age="60"                                            | FRESH
			max-age=60, must-revalidate                             | FRESH
			max-age=0                                               | STALE
			max-age=0, must-revalidate                              | STALE
			max-age=                                                | STALE
			max-age=-1                                              | STALE
			max-age=abc                                             | STALE
			no-cache                                                | STALE
			no-store                                                | NOT_STORED
			no-cache, no-store, max-age=0, must-revalidate          | NOT_STORED
			max-age=60, no-store                                    | NOT_STORED
			no-cache, max-age=60                                    | STALE
			no-cache="set-cookie", max-age=60                       | STALE
			""")
	void readsCacheControl(String cacheControl, Freshness expected) {
		assertThat(Freshness.of(cacheControl, null, OLD, NOW)).isEqualTo(expected);
		assertThat(Freshness.of(cacheControl)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "public", "s-maxage=60", "''" })
	void knowsWhatSaysNothingAboutALifetime(String cacheControl) {
		assertThat(Freshness.of(cacheControl)).isEqualTo(Freshness.UNKNOWN);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Sun, 22 Nov 2026 13:00:00 GMT | FRESH
			Sun, 22 Nov 2026 11:00:00 GMT | STALE
			0                             | STALE
			soon                          | STALE
			""")
	void readsExpires(String expires, Freshness expected) {
		assertThat(Freshness.of(null, expires, OLD, NOW)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|',
			textBlock = OLD + " | FRESH\n" + RECENT + " | STALE\n - | STALE\n x | STALE")
	void guessesFromTheAgeWhereNothingIsSaid(@Nullable String lastModified, Freshness expected) {
		assertThat(Freshness.of(null, null, lastModified, NOW)).isEqualTo(expected);
		assertThat(Freshness.of("public", null, lastModified, NOW)).isEqualTo(expected);
	}

}
