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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConvertersTests {

	@Test
	void timeHasAUnit() {
		assertThat(new Converters.Time().convert("100ms")).isEqualTo(Duration.ofMillis(100));
		assertThat(new Converters.Time().convert("1.5s")).isEqualTo(Duration.ofMillis(1500));
		assertThat(new Converters.Time().convert("0.5MS")).isEqualTo(Duration.ofNanos(500_000));
	}

	@ParameterizedTest
	@ValueSource(strings = { "100", "ms", "-1ms", "1 parsec", "" })
	void whatIsNoTimeIsNamed(String value) {
		assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> new Converters.Time().convert(value))
			.withMessageContaining("'" + value + "'");
	}

	@ParameterizedTest
	@CsvSource({ "10Mbit, 10000000", "500kbit, 500000", "1.6Mbit/s, 1600000", "1Gbit, 1000000000" })
	void bandwidthIsInBits(String value, long bitsPerSecond) {
		assertThat(new Converters.Rate().convert(value)).isEqualTo(bitsPerSecond);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10", "10MB", "0Mbit", "fast", "" })
	void whatIsNoBandwidthIsNamed(String value) {
		assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> new Converters.Rate().convert(value))
			.withMessageContaining("'" + value + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://localhost:8443/books?q=owls", "http://[::1]:8080/", "HTTPS://example.org" })
	void pageHasASchemeAndAHost(String value) {
		assertThat(new Converters.Page().convert(value)).hasToString(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:8443", "/books", "ftp://example.org/", "https://", "https://a b/" })
	void whatIsNoPageIsNamed(String value) {
		assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> new Converters.Page().convert(value))
			.withMessageContaining("'" + value + "'");
	}

}
