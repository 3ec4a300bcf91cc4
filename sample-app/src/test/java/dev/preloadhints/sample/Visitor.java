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

package dev.preloadhints.sample;

import java.util.ArrayList;
import java.util.List;

import org.apache.hc.core5.http2.HttpVersionPolicy;

import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Request;

/**
 * A visitor of the shop: keeps cookies, takes HTML, speaks HTTP/1.1.
 */
class Visitor implements AutoCloseable {

	private final HttpTestClient client;

	Visitor(int port) {
		this.client = HttpTestClient.at("http://localhost:" + port)
			.version(HttpVersionPolicy.FORCE_HTTP_1)
			.keepingCookies()
			.build();
	}

	Answer get(String path, String... headers) {
		List<String> all = new ArrayList<>(List.of("Accept", "text/html,*/*"));
		all.addAll(List.of(headers));
		return this.client.get(path, all.toArray(String[]::new));
	}

	Answer post(String path, String form) {
		return this.client.send(Request.post(path, "application/x-www-form-urlencoded", form));
	}

	@Override
	public void close() {
		this.client.close();
	}

}
