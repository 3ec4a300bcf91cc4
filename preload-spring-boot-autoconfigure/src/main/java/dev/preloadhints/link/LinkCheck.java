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
import java.util.regex.Pattern;

/**
 * What can never work, since no browser requests it.
 */
final class LinkCheck {

	/** RFC 9110, section 8.3.1. */
	private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+\\s*(;.*)?");

	private LinkCheck() {
	}

	static void check(LinkBuilder link) {
		checkTarget(link.relation, link.target);
		checkRelation(link);
		if (link.type != null && !link.type.isBlank()) {
			checkType(link, link.type.strip().toLowerCase(Locale.ROOT));
		}
		if (link.media != null && !isBalanced(link.media)) {
			throw new InvalidLinkException("media",
					"'" + link.media + "' is no media query: its parentheses do not match");
		}
	}

	private static void checkTarget(LinkRelation relation, String target) {
		if (target.startsWith("/") && !target.startsWith("//") && !relation.isConnection()) {
			return;
		}
		if (target.isBlank()) {
			throw new InvalidLinkException("href", "href is needed");
		}
		Url url = Url.parse(target);
		if (url == null || url.isEmpty()) {
			throw new InvalidLinkException("href", "'" + target + "' is no URL");
		}
		if (!url.isHttp()) {
			throw new InvalidLinkException("href", "'" + target + "' is no URL that HTTP can request");
		}
		if (relation.isConnection() && !url.isOrigin()) {
			throw new InvalidLinkException("href", "'" + target + "' is no origin: rel=" + relation
					+ " needs one without a path, such as https://cdn.example.com");
		}
	}

	private static void checkRelation(LinkBuilder link) {
		LinkRelation relation = link.relation;
		boolean none = link.destination == Destination.NONE;
		if (relation == LinkRelation.PRELOAD && none) {
			throw new InvalidLinkException("as", "rel=preload needs as, one of " + Destination.allowedValues());
		}
		if (relation == LinkRelation.MODULEPRELOAD && !none && link.destination != Destination.SCRIPT) {
			throw new InvalidLinkException("as", "rel=modulepreload is for scripts alone, not as=" + link.destination);
		}
		if (relation.isConnection()) {
			checkUnused(relation, "as", none);
			checkUnused(relation, "type", link.type == null || link.type.isBlank());
			checkUnused(relation, "fetchpriority", link.fetchpriority == FetchPriority.AUTO);
		}
	}

	private static void checkUnused(LinkRelation relation, String attribute, boolean unused) {
		if (!unused) {
			throw new InvalidLinkException(attribute,
					"rel=" + relation + " is about a connection and has no " + attribute);
		}
	}

	/** Browsers do not fetch what is of a type that the destination cannot have. */
	private static void checkType(LinkBuilder link, String type) {
		if (!MEDIA_TYPE.matcher(type).matches()) {
			throw new InvalidLinkException("type", "'" + type + "' is no media type, such as font/woff2");
		}
		boolean possible = switch (link.destination) {
			case STYLE -> type.startsWith("text/css");
			case IMAGE -> type.startsWith("image/");
			case FONT -> type.contains("font");
			case SCRIPT -> type.contains("script");
			case FETCH, TRACK, NONE -> true;
		};
		if (!possible) {
			throw new InvalidLinkException("type", "'" + type + "' is no type of as=" + link.destination);
		}
	}

	private static boolean isBalanced(String media) {
		int open = 0;
		for (int i = 0; i < media.length() && open >= 0; i++) {
			char c = media.charAt(i);
			open += (c == '(') ? 1 : (c == ')') ? -1 : 0;
		}
		return open == 0;
	}

}
