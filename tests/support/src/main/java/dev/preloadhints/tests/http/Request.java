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

package dev.preloadhints.tests.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Something to ask a server for.
 *
 * @param method the method
 * @param target path and query, sent as they are, or a URL of another server
 * @param headers names and values of the header fields, by turns
 * @param body the content, empty if there is none
 * @param repeatable whether the server may be asked twice, because it makes no difference
 */
public record Request(String method, String target, List<String> headers, String body, boolean repeatable) {

	/** What a browser says when it navigates to a page. */
	public static final List<String> NAVIGATION = List.of("Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");

	private static final Set<String> SAFE = Set.of("GET", "HEAD");

	/**
	 * Check the fields.
	 * @param method the method
	 * @param target path and query, sent as they are, or a URL of another server
	 * @param headers names and values of the header fields, by turns
	 * @param body the content, empty if there is none
	 * @param repeatable whether the server may be asked twice
	 */
	public Request {
		if (headers.size() % 2 != 0) {
			throw new IllegalArgumentException("A name without a value: " + headers);
		}
		headers = List.copyOf(headers);
	}

	/**
	 * Ask for what another method than those below does. It is repeatable if it is GET or
	 * HEAD.
	 * @param method the method
	 * @param target path and query, or a URL
	 * @param headers names and values, by turns
	 * @return the request
	 */
	public static Request of(String method, String target, String... headers) {
		return new Request(method, target, List.of(headers), "", SAFE.contains(method));
	}

	/**
	 * Ask for something.
	 * @param target path and query, or a URL
	 * @param headers names and values, by turns
	 * @return the request
	 */
	public static Request get(String target, String... headers) {
		return of("GET", target, headers);
	}

	/**
	 * Go to a page as a browser does.
	 * @param target path and query, or a URL
	 * @param headers names and values, by turns
	 * @return the request
	 */
	public static Request navigation(String target, String... headers) {
		List<String> all = new ArrayList<>(NAVIGATION);
		all.addAll(List.of(headers));
		return new Request("GET", target, all, "", true);
	}

	/**
	 * Send content.
	 * @param target path and query, or a URL
	 * @param contentType type of the content
	 * @param body the content
	 * @param headers names and values, by turns
	 * @return the request, which is not repeatable
	 */
	public static Request post(String target, String contentType, String body, String... headers) {
		List<String> all = new ArrayList<>(List.of("Content-Type", contentType));
		all.addAll(List.of(headers));
		return new Request("POST", target, all, body, false);
	}

	/**
	 * The same, of which the test says that the server may be asked twice.
	 * @return the request
	 */
	public Request asRepeatable() {
		return new Request(this.method, this.target, this.headers, this.body, true);
	}

	@Override
	public String toString() {
		return this.method + " " + this.target + " " + this.headers;
	}

}
