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

package dev.preloadhints.page;

/**
 * Whether a page is silent, as too much of what was hinted was not used. Immutable.
 *
 * @param wasted one bit for each of the last Early Hints: whether something in it was
 * wasted
 * @param renders renders for which the page is silent
 */
record Silence(int wasted, int renders) {

	/** Nothing was wasted. */
	static final Silence NONE = new Silence(0, 0);

	/** Renders for which a page is silent. */
	static final int LENGTH = 64;

	private static final int TOLERATED_WASTE = 3;

	/** What follows from another render. */
	Silence after(Render.Hinted hinted) {
		int waste = this.wasted;
		if (hinted != Render.Hinted.NOT) {
			waste = (waste << 1 | ((hinted == Render.Hinted.WASTED) ? 1 : 0)) & ((1 << LinkHistory.WINDOW) - 1);
		}
		return (Integer.bitCount(waste) > TOLERATED_WASTE) ? new Silence(0, LENGTH)
				: new Silence(waste, Math.max(0, this.renders - 1));
	}

	/** Whether it is the same after another render. */
	boolean isSettledFor(Render.Hinted hinted) {
		return this.renders == 0 && hinted != Render.Hinted.WASTED && (hinted == Render.Hinted.NOT || this.wasted == 0);
	}

}
