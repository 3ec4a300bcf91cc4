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

import java.util.Set;

/**
 * What is discovered.
 *
 * @param kinds what is hinted of all that assets pull in
 * @param maxFonts number of fonts of a page, those that it names itself included
 */
public record DiscoverySettings(Set<DependencyKind> kinds, int maxFonts) {

	/**
	 * Create settings.
	 * @param kinds what is hinted of all that assets pull in
	 * @param maxFonts number of fonts of a page, those that it names itself included
	 */
	public DiscoverySettings {
		kinds = Set.copyOf(kinds);
	}

	boolean imports() {
		return this.kinds.contains(DependencyKind.IMPORTS);
	}

	boolean fonts() {
		return this.kinds.contains(DependencyKind.FONTS) && this.maxFonts > 0;
	}

	boolean modules() {
		return this.kinds.contains(DependencyKind.MODULES);
	}

	/** Whether style sheets are looked into. */
	boolean styleSheets() {
		return imports() || fonts();
	}

}
