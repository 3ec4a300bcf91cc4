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

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads what is said on the command line.
 */
final class Converters {

	private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s)");

	private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)([kmg])bit(?:/s)?");

	private static final Map<String, Long> FACTORS = Map.of("k", 1_000L, "m", 1_000_000L, "g", 1_000_000_000L);

	private Converters() {
	}

	/** A time such as {@code 100ms} or {@code 1.5s}. */
	static final class Time implements ITypeConverter<Duration> {

		@Override
		public Duration convert(String value) {
			Matcher matcher = TIME.matcher(value.toLowerCase(Locale.ROOT));
			if (!matcher.matches()) {
				throw new TypeConversionException("'" + value + "' is not a time such as 100ms or 1.5s");
			}
			BigDecimal nanos = new BigDecimal(matcher.group(1)).movePointRight(matcher.group(2).equals("s") ? 9 : 6);
			return Duration.ofNanos(nanos.longValue());
		}

	}

	/** Bits per second, such as {@code 10Mbit}. */
	static final class Rate implements ITypeConverter<Long> {

		@Override
		public Long convert(String value) {
			Matcher matcher = RATE.matcher(value.toLowerCase(Locale.ROOT));
			long result = matcher.matches() ? new BigDecimal(matcher.group(1))
				.multiply(BigDecimal.valueOf(FACTORS.getOrDefault(matcher.group(2), 1L)))
				.longValue() : 0;
			if (result <= 0) {
				throw new TypeConversionException("'" + value + "' is not a bandwidth such as 10Mbit or 500kbit");
			}
			return result;
		}

	}

	/** The URL of a page. */
	static final class Page implements ITypeConverter<URI> {

		@Override
		public URI convert(String value) {
			try {
				URI url = new URI(value);
				String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
				if ((scheme.equals("https") || scheme.equals("http")) && url.getHost() != null) {
					return url;
				}
			}
			catch (URISyntaxException ex) {
				throw new TypeConversionException("'" + value + "' is not a URL: " + ex.getReason());
			}
			throw new TypeConversionException("'" + value + "' is not a URL such as https://localhost:8443/");
		}

	}

}
