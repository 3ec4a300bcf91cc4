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

package dev.preloadhints.measure.chromium;

import java.net.URI;

/**
 * Something that a page made the browser load, as the browser's Resource Timing tells it.
 *
 * @param url its address
 * @param initiatorType what made the browser load it: {@code early-hints}, {@code link},
 * {@code script}, {@code css} …
 * @param transferSize bytes that came over the network when the page asked for it, 0
 * where the browser had it already, because of Early Hints for one
 * @param start when the page asked for it, in milliseconds since the navigation
 * @param end when it was there, in milliseconds since the navigation
 * @param announced whether the {@code Link} field of the page's own response named it
 */
public record Resource(String url, String initiatorType, long transferSize, double start, double end,
		boolean announced) {

	private static final String EARLY_HINTS = "early-hints";

	/**
	 * Return whether Early Hints made the browser load it.
	 * @return whether it was hinted by a {@code 103} that was heeded
	 */
	public boolean early() {
		return this.initiatorType.equals(EARLY_HINTS);
	}

	/**
	 * Return whether it was hinted by the {@code Link} field of the page's own response
	 * and by nothing before.
	 * @return whether the field was the first to name it
	 */
	public boolean byHeader() {
		return this.announced && !early();
	}

	/**
	 * Return what was asked of the server.
	 * @return path and query, percent-encoded
	 */
	public String path() {
		URI address = URI.create(this.url);
		return address.getRawPath() + ((address.getRawQuery() != null) ? "?" + address.getRawQuery() : "");
	}

}
