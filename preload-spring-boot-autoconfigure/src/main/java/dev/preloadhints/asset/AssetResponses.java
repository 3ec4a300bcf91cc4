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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Reads what responses say of resources. Remembers what the last ones said, because
 * nearly all resources are served alike.
 */
final class AssetResponses {

	private volatile @Nullable Lifetime last;

	private volatile Vary elsewhere = Vary.NOTHING;

	/**
	 * Read a response.
	 * @param known what was known of the resource, if anything
	 */
	AssetEntry.Observed read(AssetResponse response, @Nullable AssetEntry known, Instant now) {
		Freshness freshness = freshness(response, now);
		AssetEntry.Observed before = (known != null && known.wasRequested()) ? known.observed() : null;
		boolean silent = response.status() == 304 && response.vary().isEmpty();
		Vary vary = (before != null && silent) ? before.vary() : Vary.of(response.vary());
		if (vary == Vary.ORIGIN) {
			this.elsewhere = vary;
		}
		return new AssetEntry.Observed(freshness, vary).sized(response, before);
	}

	/**
	 * What a response for any resource varied on. A filter for CORS is one for all, so
	 * those that nobody asked for yet may be served likewise.
	 */
	Vary elsewhere() {
		return this.elsewhere;
	}

	private Freshness freshness(AssetResponse response, Instant now) {
		String cacheControl = response.cacheControl();
		Lifetime known = this.last;
		if (known != null && known.cacheControl().equals(cacheControl)) {
			return known.freshness();
		}
		if (cacheControl != null) {
			Freshness explicit = Freshness.of(cacheControl);
			if (explicit != Freshness.UNKNOWN) {
				this.last = new Lifetime(cacheControl, explicit);
				return explicit;
			}
		}
		return Freshness.of(null, response.expires(), response.lastModified(), now);
	}

	/**
	 * What a value of {@code Cache-Control} says of a lifetime.
	 */
	private record Lifetime(String cacheControl, Freshness freshness) {
	}

}
