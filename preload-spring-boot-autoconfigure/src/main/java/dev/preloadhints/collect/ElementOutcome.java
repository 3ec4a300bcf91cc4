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

import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;

/**
 * What the rules make of an element, wherever it stands. Immutable.
 *
 * @param url the URL that the element references, as far as it is known
 * @param link the link, if there is one
 * @param reason why there is none
 * @param importMap whether the element is no reference, but an import map
 * @param decided whether the element's own {@code preload:hint} decides, so that it does
 * not matter what it is inside of
 */
record ElementOutcome(String url, @Nullable Link link, @Nullable OmissionReason reason, boolean importMap,
		boolean decided) {

	/** The element references nothing worth a link. */
	static final ElementOutcome NOTHING = new ElementOutcome("", null, null, false, false);

	/** The element maps module specifiers to URLs. */
	static final ElementOutcome IMPORT_MAP = new ElementOutcome("", null, null, true, false);

	static ElementOutcome link(Link link, boolean decided) {
		return new ElementOutcome(link.target(), link, null, false, decided);
	}

	/** Whether the element references something, link or not. */
	boolean isReference() {
		return this.link != null || this.reason != null;
	}

	static ElementOutcome none(String url, OmissionReason reason, boolean decided) {
		return new ElementOutcome(url, null, reason, false, decided);
	}

}
