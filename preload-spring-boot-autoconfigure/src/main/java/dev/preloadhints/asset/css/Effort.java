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

package dev.preloadhints.asset.css;

/**
 * Bounds what is done for a text beside reading it: where one thing is looked at for each
 * of another, a short text can ask for any amount of work.
 */
final class Effort {

	private final int limit;

	private int spent;

	Effort(int limit) {
		this.limit = limit;
	}

	/**
	 * Do so many steps, each of which takes less than a microsecond.
	 * @param steps number of steps
	 * @throws EffortExceededException if that is too much
	 */
	void spend(int steps) {
		this.spent += steps;
		if (this.spent > this.limit) {
			throw new EffortExceededException("it takes more than " + this.limit + " steps to work it out");
		}
	}

}
