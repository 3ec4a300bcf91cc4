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

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A visitor of the shop: keeps cookies, follows no redirect, speaks HTTP/1.1 unless told
 * otherwise.
 */
class Visitor {

	private final HttpClient client = HttpClient.newBuilder()
		.version(Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.build();

	private final URI shop;

	Visitor(int port) {
		this.shop = URI.create("http://localhost:" + port);
	}

	HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.shop.resolve(path)).header("Accept", "text/html,*/*");
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	HttpResponse<String> getOverHttp2(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(this.shop.resolve(path)).version(Version.HTTP_2));
	}

	HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(this.shop.resolve(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

}
