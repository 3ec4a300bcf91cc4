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

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * Stores what is learned about pages.
 */
public class StoreProperties {

	/**
	 * Maximum number of pages of which something is learned.
	 */
	private int maxPages = 1000;

	/**
	 * Maximum memory that they take together, estimated.
	 */
	private DataSize maxSize = DataSize.ofMegabytes(8);

	/**
	 * Time after which a page that nobody asks for is forgotten.
	 */
	private Duration timeToIdle = Duration.ofDays(7);

	public int getMaxPages() {
		return this.maxPages;
	}

	public void setMaxPages(int maxPages) {
		this.maxPages = maxPages;
	}

	public DataSize getMaxSize() {
		return this.maxSize;
	}

	public void setMaxSize(DataSize maxSize) {
		this.maxSize = maxSize;
	}

	public Duration getTimeToIdle() {
		return this.timeToIdle;
	}

	public void setTimeToIdle(Duration timeToIdle) {
		this.timeToIdle = timeToIdle;
	}

}
