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

package dev.preloadhints.network;

import java.time.Duration;

/**
 * What the way to a server is like.
 *
 * @param roundTrip what a byte and its answer take on the way, in addition to what the
 * real way takes
 * @param bitsPerSecond what passes in each direction, {@link #UNLIMITED} for as much as
 * the real way lets pass
 */
public record Conditions(Duration roundTrip, long bitsPerSecond) {

	/** No limit to what passes. */
	public static final long UNLIMITED = Long.MAX_VALUE;

	/** The way as it really is. */
	public static final Conditions REAL = new Conditions(Duration.ZERO, UNLIMITED);

}
