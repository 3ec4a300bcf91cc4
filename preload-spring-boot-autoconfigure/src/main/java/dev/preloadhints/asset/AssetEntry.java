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

import org.jspecify.annotations.Nullable;

/**
 * What is known of a path: from its resource handler, and from the responses that were
 * really sent, which have the last word.
 *
 * @param served the resource according to its handler, if there is one
 * @param observed what responses said
 * @param lookedAt when the handler was asked, in milliseconds since 1970
 */
record AssetEntry(@Nullable Asset served, Observed observed, long lookedAt) {

	/**
	 * After one more response.
	 * @param response what it says
	 * @param forAll whether it says so to everyone
	 */
	AssetEntry with(Observed response, boolean forAll) {
		return isKnown(response, forAll) ? this : new AssetEntry(this.served, response, this.lookedAt);
	}

	/** Whether one more response says nothing new. */
	boolean isKnown(Observed response, boolean forAll) {
		return this.observed.equals(response) || (!forAll && wasRequested());
	}

	/** Whether somebody asked for it, and got it. */
	boolean wasRequested() {
		return this.observed.isContent();
	}

	/**
	 * The resource.
	 * @param elsewhere what responses for other resources vary on
	 */
	@Nullable Asset asset(Vary elsewhere) {
		Asset resource = this.served;
		if (resource == null) {
			return null;
		}
		Freshness freshness = (this.observed.freshness() != Freshness.UNKNOWN) ? this.observed.freshness()
				: resource.freshness();
		return new Asset(resource.shipped(), resource.size(), freshness,
				wasRequested() ? this.observed.vary() : resource.vary().and(elsewhere));
	}

	/**
	 * What the last response said.
	 *
	 * @param freshness whether a browser may use it again
	 * @param vary which requests it answers
	 */
	record Observed(Freshness freshness, Vary vary) {

		/** No response was seen. */
		static final Observed NOTHING = new Observed(Freshness.UNKNOWN, Vary.NOTHING);

		boolean isContent() {
			return this.freshness == Freshness.FRESH || this.freshness == Freshness.STALE;
		}

	}

}
