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
package dev.preloadhints.benchmarks.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Request;

/**
 * Asks as a browser does, one request after the other over one connection.
 */
final class Client implements AutoCloseable {

	/** What a browser says when it navigates to a page. */
	static final Map<String, String> NAVIGATION = Map.of("Accept",
			"text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", "Accept-Language",
			"en-US,en;q=0.9", "Sec-Fetch-Dest", "document", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Site", "none",
			"Sec-Fetch-User", "?1", "Upgrade-Insecure-Requests", "1");

	/** What it says when a script of the page fetches something. */
	static final Map<String, String> FETCH = Map.of("Accept", "*/*", "Accept-Language", "en-US,en;q=0.9",
			"Sec-Fetch-Dest", "empty", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "same-origin");

	/** What it says when the page references a script. */
	static final Map<String, String> SCRIPT = Map.of("Accept", "*/*", "Accept-Language", "en-US,en;q=0.9",
			"Sec-Fetch-Dest", "script", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Site", "same-origin");

	private final HttpTestClient client;

	Client(int port, boolean http2) {
		this.client = http2 ? HttpTestClient.http2(port) : HttpTestClient.http1(port);
	}

	static Request request(String path, Map<String, String> headers) {
		List<String> all = new ArrayList<>();
		headers.forEach((name, value) -> all.addAll(List.of(name, value)));
		return Request.get(path, all.toArray(String[]::new));
	}

	/** Ask and wait for the answer, which has to be a success. */
	Answer send(Request request) {
		Answer answer = this.client.send(request);
		if (answer.status() != 200) {
			throw new IllegalStateException(request + " was answered with " + answer.status());
		}
		return answer;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
