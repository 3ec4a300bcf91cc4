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

/**
 * How much a page gains from a link, best first: the order in which links are written,
 * and in which they get a share of the budget.
 */
public enum LinkRank {

	/** A connection to open or a name to resolve: cheap, and others wait for it. */
	CONNECTION,

	/** A style sheet: nothing is painted before it is there. */
	BLOCKING_STYLE,

	/** A font: a browser finds it only after the style sheet. */
	FONT,

	/** A script that the parser waits for. */
	BLOCKING_SCRIPT,

	/** An image that its author marked as important. */
	IMAGE,

	/** A module script: deferred, but with a tree of imports behind it. */
	MODULE,

	/** A script that nothing waits for: {@code async} or {@code defer}. */
	DEFERRED_SCRIPT,

	/** Anything else. */
	OTHER;

	static LinkRank of(LinkRelation relation, Destination destination) {
		return switch (relation) {
			case PRECONNECT, DNS_PREFETCH -> CONNECTION;
			case MODULEPRELOAD -> MODULE;
			case PRELOAD -> switch (destination) {
				case STYLE -> BLOCKING_STYLE;
				case FONT -> FONT;
				case SCRIPT -> BLOCKING_SCRIPT;
				case IMAGE -> IMAGE;
				case FETCH, TRACK, NONE -> OTHER;
			};
		};
	}

}
