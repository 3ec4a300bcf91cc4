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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.preloadhints.link.LinkHeader;
import dev.preloadhints.link.ReceivedLink;

/**
 * What the {@code Link} field of a page makes a browser load.
 */
final class LinkField {

	private static final Set<String> LOADING = Set.of("preload", "modulepreload");

	private LinkField() {
	}

	/**
	 * The targets of the links that make a browser load something, each with those that
	 * it may choose instead. Links that are malformed make it load nothing.
	 */
	static List<List<String>> preloads(String value) {
		return LinkHeader.readLeniently(value)
			.stream()
			.filter((link) -> LOADING.contains(parameter(link, "rel").toLowerCase(Locale.ROOT)))
			.map(LinkField::candidates)
			.toList();
	}

	private static String parameter(ReceivedLink link, String name) {
		return link.parameters().getOrDefault(name, "");
	}

	private static List<String> candidates(ReceivedLink link) {
		List<String> candidates = new ArrayList<>(List.of(link.target().strip()));
		candidates.addAll(sources(parameter(link, "imagesrcset")));
		return candidates;
	}

	/** The URLs of a {@code srcset}. */
	private static List<String> sources(String srcset) {
		List<String> result = new ArrayList<>();
		for (String candidate : srcset.split(",\\s+|,$", -1)) {
			if (!candidate.isBlank()) {
				result.add(candidate.strip().split("\\s+", 2)[0]);
			}
		}
		return result;
	}

}
