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

package dev.preloadhints.integration.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What a server answered.
 */
public final class Response {

	private final HttpResponse<byte[]> response;

	Response(HttpResponse<byte[]> response) {
		this.response = response;
	}

	public int status() {
		return this.response.statusCode();
	}

	public String version() {
		return this.response.version().name();
	}

	/**
	 * The whole {@code Link} field, its lines joined by commas; empty if there is none.
	 */
	public String link() {
		return String.join(", ", headers("Link"));
	}

	public List<String> headers(String name) {
		return this.response.headers().allValues(name);
	}

	public String header(String name) {
		return this.response.headers().firstValue(name).orElse(null);
	}

	public byte[] body() {
		return this.response.body();
	}

	public String text() {
		return new String(body(), StandardCharsets.UTF_8);
	}

	/** The body, decompressed. */
	public byte[] gunzipped() {
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body()))) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
