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

import java.util.concurrent.TimeUnit;

/**
 * One direction of a line of limited rate, shared by all its connections. Tokens are
 * time: what has not been used in the last few milliseconds may be used at once, so that
 * a thread that sleeps a little too long loses nothing.
 */
final class TokenBucket {

	private static final long DEPTH = TimeUnit.MILLISECONDS.toNanos(5);

	private final double nanosPerByte;

	private long free;

	TokenBucket(long bitsPerSecond, long now) {
		this.nanosPerByte = 8.0 * TimeUnit.SECONDS.toNanos(1) / bitsPerSecond;
		this.free = now;
	}

	/**
	 * Send something after all that was sent before.
	 * @param bytes how much
	 * @param now the time, in nanoseconds
	 * @return when it is through
	 */
	synchronized long send(int bytes, long now) {
		this.free = Math.max(this.free, now - DEPTH) + (long) (bytes * this.nanosPerByte);
		return Math.max(this.free, now);
	}

}
