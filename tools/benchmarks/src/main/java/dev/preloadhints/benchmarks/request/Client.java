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

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;

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

	private final MinimalHttpAsyncClient client;

	private final String origin;

	Client(int port, boolean http2) {
		this.origin = "http://localhost:" + port;
		HttpVersionPolicy version = http2 ? HttpVersionPolicy.FORCE_HTTP_2 : HttpVersionPolicy.FORCE_HTTP_1;
		this.client = HttpAsyncClients.createMinimal(H2Config.custom().setPushEnabled(false).build(),
				Http1Config.DEFAULT, IOReactorConfig.custom().setIoThreadCount(1).build(),
				PoolingAsyncClientConnectionManagerBuilder.create()
					.setDefaultTlsConfig(TlsConfig.custom().setVersionPolicy(version).build())
					.build());
		this.client.start();
	}

	SimpleHttpRequest request(String path, Map<String, String> headers) {
		SimpleRequestBuilder request = SimpleRequestBuilder.get(URI.create(this.origin + path));
		headers.forEach(request::addHeader);
		return request.build();
	}

	/** Ask and wait for the answer, which has to be a success. */
	SimpleHttpResponse send(SimpleHttpRequest request) {
		try {
			SimpleHttpResponse response = this.client
				.execute(SimpleRequestProducer.create(request), SimpleResponseConsumer.create(), null)
				.get();
			if (response.getCode() != 200) {
				throw new IllegalStateException(request + " was answered with " + response.getCode());
			}
			return response;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.client.close(CloseMode.GRACEFUL);
	}

}
