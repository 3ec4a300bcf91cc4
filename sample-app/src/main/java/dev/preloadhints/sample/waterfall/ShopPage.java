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

package dev.preloadhints.sample.waterfall;

/**
 * The pages of the shop that can be looked at.
 */
enum ShopPage {

	HOME("Home, with a large picture", "/"),

	BOOKS("All books, a long list", "/books"),

	BOOK("One book", "/books/after-the-orchard"),

	SEARCH("Search, with results", "/search?q=owls"),

	READING_LIST("Reading list, with modules", "/reading-list"),

	RESERVATION("Reservation, a form", "/reservations/new"),

	ABOUT("Visit us", "/about");

	private final String label;

	private final String path;

	ShopPage(String label, String path) {
		this.label = label;
		this.path = path;
	}

	public String label() {
		return this.label;
	}

	/** Path and query for a think time in milliseconds. */
	String path(int think) {
		return this.path + (this.path.contains("?") ? "&" : "?") + "think=" + think;
	}

}
