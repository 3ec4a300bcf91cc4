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

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

import org.springframework.util.StringUtils;

import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRelation;

/**
 * Which later requests a stored response may answer, as its {@code Vary} field says (RFC
 * 9111, section 4.1). What an Early Hint fetched answers the page's own request only if
 * the two requests are equal in all headers that the field names, or it is fetched twice.
 * In ascending order of what they shut out.
 */
public enum Vary {

	/** All that the page makes. */
	NOTHING,

	/**
	 * Those without {@code Origin}: the request that an Early Hint makes has none, and in
	 * CORS mode the page's own has one.
	 */
	ORIGIN,

	/** None. */
	ANYTHING;

	/**
	 * Headers in which the two requests were seen to be equal, or which neither has, or
	 * which no browser compares. Not so {@code Referer}, where a style sheet or a module
	 * refers to the resource, {@code Cookie}, where the page sets one, {@code Priority},
	 * {@code TE} and client hints.
	 */
	private static final Set<String> EQUAL = Set.of("accept", "accept-encoding", "accept-language", "user-agent",
			"host", "range", "if-none-match", "if-modified-since", "access-control-request-method",
			"access-control-request-headers", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", "hx-request",
			"turbo-frame", "forwarded");

	/**
	 * Read it from a response.
	 * @param values the values of the {@code Vary} field
	 * @return {@link #NOTHING} if there are none
	 */
	public static Vary of(Collection<String> values) {
		Vary vary = NOTHING;
		for (String value : values) {
			for (String name : StringUtils.commaDelimitedListToStringArray(value)) {
				vary = vary.and(ofName(name.strip().toLowerCase(Locale.ROOT)));
			}
		}
		return vary;
	}

	private static Vary ofName(String name) {
		return switch (name) {
			case "origin" -> ORIGIN;
			// Firefox marks what an Early Hint makes it request.
			case "x-moz" -> ANYTHING;
			// Proxies add others that begin with "x-", to each request.
			default -> (name.isEmpty() || name.startsWith("x-") || EQUAL.contains(name)) ? NOTHING : ANYTHING;
		};
	}

	/**
	 * This and another one.
	 * @param other what else a response varies on
	 * @return the one that shuts out more
	 */
	Vary and(Vary other) {
		return (compareTo(other) >= 0) ? this : other;
	}

	/**
	 * Whether what an Early Hint fetched answers the page's own request.
	 * @param link a link to the resource
	 * @return {@code false} if it would be fetched twice
	 */
	public boolean allows(Link link) {
		return switch (this) {
			case NOTHING -> true;
			case ORIGIN -> !hasOrigin(link);
			case ANYTHING -> false;
		};
	}

	/** A script's {@code fetch} of the page's own origin sends none. */
	private static boolean hasOrigin(Link link) {
		return link.relation() == LinkRelation.MODULEPRELOAD
				|| (link.crossorigin() != CrossOrigin.NO_CORS && link.destination() != Destination.FETCH);
	}

}
