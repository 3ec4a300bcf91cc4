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

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Destination of a request, the value of {@code as}: it decides about priority, the
 * {@code Accept} header and the security policy
 * (<a href="https://html.spec.whatwg.org/multipage/links.html#link-type-preload">HTML,
 * link type "preload"</a>). Only those that {@code rel=preload} takes are here.
 */
public enum Destination {

	/** Whatever a script fetches. */
	FETCH,

	/** Font of a style sheet; always requested in CORS mode. */
	FONT,

	/** Image. */
	IMAGE,

	/** Script, or the module of a {@code modulepreload}. */
	SCRIPT,

	/** Style sheet. */
	STYLE,

	/** Text track of a video. */
	TRACK,

	/** None: a connection is opened for whatever comes. */
	NONE;

	private final String value = name().toLowerCase(Locale.ROOT);

	/**
	 * The destination as it is written in an {@code as} attribute or parameter.
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
	 * Find a destination by its name.
	 * @param value the value of an {@code as} attribute, in any case
	 * @return the destination, or {@link #NONE} if {@code rel=preload} has no such one
	 */
	public static Destination of(String value) {
		String name = value.strip().toLowerCase(Locale.ROOT);
		for (Destination destination : values()) {
			if (destination.value.equals(name)) {
				return destination;
			}
		}
		return NONE;
	}

	/**
	 * The names of all destinations, for messages about a wrong one.
	 * @return the names, separated by commas
	 */
	public static String allowedValues() {
		return Arrays.stream(values())
			.filter((destination) -> destination != NONE)
			.map(Destination::value)
			.collect(Collectors.joining(", "));
	}

}
