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

import org.jspecify.annotations.Nullable;

/**
 * What makes two links the same request to a browser: URL, destination and CORS mode.
 *
 * @param relation the relation: a module is not the same request as a script
 * @param target the target
 * @param destination the destination, if the relation has one
 * @param crossOrigin the CORS settings
 */
public record RequestKey(LinkRelation relation, String target, @Nullable Destination destination,
		@Nullable CrossOrigin crossOrigin) {

	/**
	 * Create a key; a module is always requested in CORS mode, so that no attribute means
	 * {@link CrossOrigin#ANONYMOUS} there.
	 */
	public RequestKey {
		if (relation == LinkRelation.MODULEPRELOAD && crossOrigin == null) {
			crossOrigin = CrossOrigin.ANONYMOUS;
		}
	}

	/**
	 * The same request by another name of its URL.
	 * @param otherTarget a target that means the same URL
	 * @return the key with that target
	 */
	public RequestKey withTarget(String otherTarget) {
		return new RequestKey(this.relation, otherTarget, this.destination, this.crossOrigin);
	}

}
