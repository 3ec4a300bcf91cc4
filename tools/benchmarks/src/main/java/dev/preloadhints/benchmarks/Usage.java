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
package dev.preloadhints.benchmarks;

/**
 * CPU time and allocation.
 *
 * @param nanos CPU time in nanoseconds, without the compiler's and the collector's
 * @param bytes bytes allocated
 */
public record Usage(double nanos, double bytes) {

	/**
	 * CPU time in microseconds.
	 * @return the time
	 */
	public double micros() {
		return this.nanos / 1000;
	}

	Usage since(Usage before) {
		return new Usage(this.nanos - before.nanos, this.bytes - before.bytes);
	}

	Usage dividedBy(int runs) {
		return new Usage(this.nanos / runs, this.bytes / runs);
	}

}
