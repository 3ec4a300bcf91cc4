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

package dev.preloadhints.autoconfigure;

import java.util.EnumSet;
import java.util.Set;

import dev.preloadhints.asset.DependencyKind;

/**
 * What the application's own style sheets and modules pull in by themselves.
 */
public class DiscoveryProperties {

	/**
	 * What of it is hinted too. Empty looks into no style sheet and no module.
	 */
	private Set<DependencyKind> include = EnumSet.allOf(DependencyKind.class);

	/**
	 * Maximum number of fonts of a page, those that the page names itself included: no
	 * more are added than there is room for.
	 */
	private int maxFonts = 2;

	public Set<DependencyKind> getInclude() {
		return this.include;
	}

	public void setInclude(Set<DependencyKind> include) {
		this.include = include;
	}

	public int getMaxFonts() {
		return this.maxFonts;
	}

	public void setMaxFonts(int maxFonts) {
		this.maxFonts = maxFonts;
	}

}
