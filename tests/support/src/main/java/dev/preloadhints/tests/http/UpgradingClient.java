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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks for something over HTTP/1.1 and offers to go on with HTTP/2, which the other
 * client cannot do. The connection is new, and used for nothing else.
 */
public final class UpgradingClient {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private UpgradingClient() {
	}

	/**
	 * Ask for something, twice over the same connection: once in HTTP/1.1, and again over
	 * what became of it.
	 * @param port where the server listens
	 * @param target path and query
	 * @return both answers
	 */
	public static List<Answer> getTwice(int port, String target) {
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).connectTimeout(PATIENCE).build();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
			.timeout(PATIENCE)
			.build();
		try {
			return List.of(answer(client.send(request, BodyHandlers.ofByteArray())),
					answer(client.send(request, BodyHandlers.ofByteArray())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(target, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Answer answer(HttpResponse<byte[]> response) {
		List<Fields.Field> fields = new ArrayList<>();
		response.headers()
			.map()
			.forEach((name, values) -> values.forEach((value) -> fields.add(new Fields.Field(name, value))));
		String version = (response.version() == HttpClient.Version.HTTP_2) ? "HTTP/2.0" : "HTTP/1.1";
		return new Answer(response.statusCode(), version, new Fields(fields), new Content(response.body()), List.of(),
				0);
	}

}
