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

package dev.preloadhints.collect;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.FetchPriority;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRelation;

/**
 * What a template's author says about the hint of an element: the {@code preload:*}
 * attributes.
 */
final class Refinements {

	static final String HINT = "hint";

	private static final int MAX_LENGTH = 80;

	private Refinements() {
	}

	/**
	 * Whether the author wants a link for the element.
	 * @return the element's own {@code hint} attribute, {@code null} where it has none
	 */
	static @Nullable Boolean hint(HtmlElement element) {
		String value = element.refinement(HINT);
		if (value == null) {
			return null;
		}
		return switch (value.strip()) {
			case "true" -> true;
			case "false" -> false;
			default -> throw invalid(HINT, value, "true or false");
		};
	}

	/** Let the author's attributes replace what the rules say. */
	static void apply(HtmlElement element, LinkBuilder link, LinkRelation relation) {
		String as = element.refinement("as");
		if (as != null) {
			Destination destination = Destination.of(as);
			if (destination == Destination.NONE || relation != LinkRelation.PRELOAD) {
				throw invalid("as", as, (destination == Destination.NONE) ? Destination.allowedValues()
						: "nothing on an element that becomes rel=" + relation.value());
			}
			link.destination(destination).rank(null);
		}
		boolean connection = relation.isConnection();
		String priority = element.refinement("fetchpriority");
		if (priority != null) {
			if (connection) {
				throw invalid("fetchpriority", priority, "nothing on an element that becomes rel=" + relation.value());
			}
			FetchPriority fetchpriority = FetchPriority.of(priority);
			if (fetchpriority == FetchPriority.AUTO && !priority.equalsIgnoreCase("auto")) {
				throw invalid("fetchpriority", priority, "high, low or auto");
			}
			link.fetchpriority(fetchpriority);
		}
		String crossorigin = element.refinement("crossorigin");
		if (crossorigin != null) {
			CrossOrigin state = CrossOrigin.of(crossorigin);
			if (!crossorigin.isEmpty() && !state.value().equalsIgnoreCase(crossorigin)) {
				throw invalid("crossorigin", crossorigin, "anonymous or use-credentials");
			}
			link.crossorigin(state);
		}
		String type = element.refinement("type");
		if (type != null) {
			if (connection) {
				throw invalid("type", type, "nothing on an element that becomes rel=" + relation.value());
			}
			link.type(type);
		}
	}

	private static IllegalArgumentException invalid(String name, String value, String allowed) {
		return new IllegalArgumentException("The template attribute preload:" + name + " has the value '"
				+ printable(value) + "'; allowed is " + allowed);
	}

	/** A value may be a user's, and as long as that likes. */
	static String printable(String value) {
		String start = (value.length() > MAX_LENGTH) ? value.substring(0, MAX_LENGTH) + "..." : value;
		return start.replaceAll("\\p{Cntrl}", "?");
	}

}
