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

package dev.preloadhints.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.preloadhints.tests.http.Request;

/**
 * Something to ask the shop for, each time with the same answer.
 *
 * @param method the method
 * @param path path and query
 * @param headers names and values
 * @param body a form, empty if there is none
 */
record Visit(String method, String path, List<String> headers, String body) {

	private static final String BOOK = "/books/";

	/** What browsers say; anything else gets its errors as JSON, with the time. */
	private static final List<String> HTML = List.of("Accept", "text/html,*/*;q=0.8");

	/** A browser goes to a page. */
	static Visit navigation(String path) {
		return get(path, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
	}

	/** Anything else asks for something. */
	static Visit get(String path, String... headers) {
		return new Visit("GET", path, Stream.concat(HTML.stream(), Stream.of(headers)).toList(), "");
	}

	static Visit post(String path, String form) {
		return new Visit("POST", path, List.of("Content-Type", "application/x-www-form-urlencoded"), form);
	}

	/**
	 * Each may be asked again: its answer is the same each time.
	 */
	Request request() {
		return new Request(this.method, this.path, this.headers, this.body, true);
	}

	Visit head() {
		return new Visit("HEAD", this.path, this.headers, "");
	}

	Visit with(String name, String value) {
		List<String> more = new ArrayList<>(this.headers);
		more.addAll(List.of(name, value));
		return new Visit(this.method, this.path, more, this.body);
	}

	/** The page as far as something is learned of it: all books are one. */
	String page() {
		int query = this.path.indexOf('?');
		String page = (query >= 0) ? this.path.substring(0, query) : this.path;
		return page.startsWith(BOOK) ? BOOK : page;
	}

	@Override
	public String toString() {
		return this.method + " " + this.path + " " + this.headers;
	}

}
