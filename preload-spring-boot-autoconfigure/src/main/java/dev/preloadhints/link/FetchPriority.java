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

package dev.preloadhints.link;

import java.util.Locale;

/**
 * Fetch priority that an author asks for, {@code fetchpriority}
 * (<a href="https://html.spec.whatwg.org/multipage/urls-and-fetching.html">HTML, fetch
 * priority attributes</a>).
 */
public enum FetchPriority {

	/** The browser's own. */
	AUTO,

	/** More urgent than others with the same destination. */
	HIGH,

	/** Less urgent than others with the same destination. */
	LOW;

	private final String value = name().toLowerCase(Locale.ROOT);

	/**
	 * The priority's keyword.
	 * @return a token in lower case
	 */
	public String value() {
		return this.value;
	}

	@Override
	public String toString() {
		return this.value;
	}

	/**
	 * Find a priority by its keyword.
	 * @param value the attribute's value, in any case
	 * @return the priority, {@link #AUTO} for anything unknown, as it is to a browser
	 */
	public static FetchPriority of(String value) {
		return HIGH.value.equalsIgnoreCase(value) ? HIGH : LOW.value.equalsIgnoreCase(value) ? LOW : AUTO;
	}

}
