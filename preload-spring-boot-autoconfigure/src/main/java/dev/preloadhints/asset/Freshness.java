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

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.StringTokenizer;

import org.jspecify.annotations.Nullable;

/**
 * Whether a browser may use a response again without asking (RFC 9111, section 4.2): what
 * an Early Hint fetched must still be fresh when the page asks for it, or it is fetched
 * twice.
 */
public enum Freshness {

	/** It may. */
	FRESH,

	/** It must not, at least not without asking. */
	STALE,

	/**
	 * It must not even keep it: {@code no-store}. What a page names twice is fetched
	 * twice then, if it was preloaded.
	 */
	NOT_STORED,

	/** There is nothing to use: a redirect or an error. */
	MISSING,

	/** Nobody knows yet. */
	UNKNOWN;

	/**
	 * A response without any lifetime is fresh for a tenth of its age: RFC 9111, section
	 * 4.2.2.
	 */
	private static final Duration OLD_ENOUGH = Duration.ofMinutes(10);

	/**
	 * Read it from a response's headers.
	 * @param cacheControl the value of {@code Cache-Control}, if there is one
	 * @param expires the value of {@code Expires}, if there is one
	 * @param lastModified the value of {@code Last-Modified}, if there is one
	 * @param now the time at which the response was sent
	 * @return {@link #FRESH}, {@link #STALE} or {@link #NOT_STORED}
	 */
	static Freshness of(@Nullable String cacheControl, @Nullable String expires, @Nullable String lastModified,
			Instant now) {
		if (cacheControl != null) {
			Freshness explicit = of(cacheControl);
			if (explicit != UNKNOWN) {
				return explicit;
			}
		}
		if (expires != null) {
			Instant time = date(expires);
			return (time != null && time.isAfter(now)) ? FRESH : STALE;
		}
		Instant modified = (lastModified != null) ? date(lastModified) : null;
		return (modified != null && modified.plus(OLD_ENOUGH).isBefore(now)) ? FRESH : STALE;
	}

	/**
	 * Read it from {@code Cache-Control} alone.
	 * @param cacheControl the field's value
	 * @return {@link #UNKNOWN} if it says nothing about a lifetime
	 */
	static Freshness of(String cacheControl) {
		Freshness freshness = UNKNOWN;
		boolean revalidated = false;
		StringTokenizer directives = new StringTokenizer(cacheControl.toLowerCase(Locale.ROOT), ",");
		while (directives.hasMoreTokens()) {
			String directive = directives.nextToken().strip();
			if (directive.equals("no-store")) {
				return NOT_STORED;
			}
			revalidated |= directive.startsWith("no-cache");
			if (directive.startsWith("max-age=")) {
				freshness = isPositive(directive.substring("max-age=".length())) ? FRESH : STALE;
			}
		}
		return revalidated ? STALE : freshness;
	}

	private static boolean isPositive(String seconds) {
		String digits = seconds.replace("\"", "");
		return !digits.isEmpty() && digits.chars().allMatch((c) -> c >= '0' && c <= '9')
				&& digits.chars().anyMatch((c) -> c != '0');
	}

	private static @Nullable Instant date(String value) {
		try {
			return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
		}
		catch (DateTimeParseException ex) {
			// Anything that is no date means the past: RFC 9111, section 5.3.
			return null;
		}
	}

}
