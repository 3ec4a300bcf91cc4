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

import org.jspecify.annotations.Nullable;

/**
 * Relation types that tell a browser to get something ready
 * (<a href="https://html.spec.whatwg.org/multipage/links.html#linkTypes">HTML, link
 * types</a>).
 */
public enum LinkRelation {

	/** Open a connection to the origin of the target. */
	PRECONNECT("preconnect"),

	/** Resolve the host name of the target. */
	DNS_PREFETCH("dns-prefetch"),

	/** Fetch the target for the {@linkplain Destination destination} that is named. */
	PRELOAD("preload"),

	/** Fetch the target as a JavaScript module and put it into the module map. */
	MODULEPRELOAD("modulepreload");

	private final String value;

	LinkRelation(String value) {
		this.value = value;
	}

	/**
	 * The relation type as it is written in a {@code rel} attribute or parameter.
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
	 * Whether the link is about the connection to an origin rather than about a resource.
	 * @return {@code true} for {@link #PRECONNECT} and {@link #DNS_PREFETCH}
	 */
	public boolean isConnection() {
		return this == PRECONNECT || this == DNS_PREFETCH;
	}

	/**
	 * Find a relation by its name.
	 * @param value one token of a {@code rel} attribute, in any case
	 * @return the relation, or {@code null} if it is another one
	 */
	public static @Nullable LinkRelation of(String value) {
		String name = value.toLowerCase(Locale.ROOT);
		for (LinkRelation relation : values()) {
			if (relation.value.equals(name)) {
				return relation;
			}
		}
		return null;
	}

}
