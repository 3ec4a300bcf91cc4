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

package dev.preloadhints.integration.earlyhints;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;

/**
 * Asks for pages and reports the interim responses, as soon as they are there.
 */
final class EarlyHintsClient implements AutoCloseable {

	/** What a browser says when it navigates to a page. */
	static final List<String> NAVIGATION = List.of("Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");

	private static final int SECONDS = 30;

	private static final int CONNECTIONS = 64;

	private final MinimalHttpAsyncClient client;

	private final String origin;

	private EarlyHintsClient(String origin, HttpVersionPolicy version, SSLContext sslContext) {
		this.origin = origin;
		PoolingAsyncClientConnectionManagerBuilder connections = PoolingAsyncClientConnectionManagerBuilder.create()
			.setMaxConnTotal(CONNECTIONS)
			.setMaxConnPerRoute(CONNECTIONS)
			.setDefaultTlsConfig(TlsConfig.custom().setVersionPolicy(version).build());
		if (sslContext != null) {
			connections.setTlsStrategy(ClientTlsStrategyBuilder.create().setSslContext(sslContext).buildAsync());
		}
		this.client = HttpAsyncClients.createMinimal(H2Config.custom().setPushEnabled(false).build(),
				Http1Config.DEFAULT, IOReactorConfig.custom().setIoThreadCount(1).build(), connections.build());
		this.client.start();
	}

	/** HTTP/2 without TLS, with prior knowledge. */
	static EarlyHintsClient http2(int port) {
		return new EarlyHintsClient("http://localhost:" + port, HttpVersionPolicy.FORCE_HTTP_2, null);
	}

	static EarlyHintsClient http1(int port) {
		return new EarlyHintsClient("http://localhost:" + port, HttpVersionPolicy.FORCE_HTTP_1, null);
	}

	/** TLS, and HTTP/2 if the server agrees to it (ALPN). */
	static EarlyHintsClient tls(int port, SSLContext sslContext) {
		return new EarlyHintsClient("https://localhost:" + port, HttpVersionPolicy.NEGOTIATE, sslContext);
	}

	/** Ask, and do not wait. */
	Exchange start(String path, List<String> headers) {
		AsyncRequestBuilder request = AsyncRequestBuilder.get(URI.create(this.origin + path));
		for (int i = 0; i < headers.size(); i += 2) {
			request.addHeader(headers.get(i), headers.get(i + 1));
		}
		BlockingQueue<Interim> interim = new LinkedBlockingQueue<>();
		Recorder recorder = new Recorder(interim);
		return new Exchange(this.client.execute(request.build(), recorder, null), interim);
	}

	@Override
	public void close() {
		this.client.close(CloseMode.GRACEFUL);
	}

	/**
	 * A request whose final response may still be to come.
	 */
	static final class Exchange {

		private final Future<SimpleHttpResponse> future;

		private final BlockingQueue<Interim> interim;

		private Exchange(Future<SimpleHttpResponse> future, BlockingQueue<Interim> interim) {
			this.future = future;
			this.interim = interim;
		}

		/** Leave: over HTTP/2, the stream is reset. */
		void cancel() {
			this.future.cancel(true);
		}

		boolean isAnswered() {
			return this.future.isDone();
		}

		/** Wait for an interim response. */
		Interim interim() throws InterruptedException {
			Interim first = this.interim.poll(SECONDS, TimeUnit.SECONDS);
			if (first == null) {
				throw new AssertionError("No interim response within " + SECONDS + " seconds");
			}
			this.interim.add(first);
			return first;
		}

		/** Wait for the final response. */
		Answer answer() {
			try {
				SimpleHttpResponse response = this.future.get(SECONDS, TimeUnit.SECONDS);
				String body = (response.getBodyBytes() != null)
						? new String(response.getBodyBytes(), StandardCharsets.UTF_8) : "";
				return new Answer(response.getCode(), response.getVersion().toString(),
						new Fields(List.of(response.getHeaders())), body, List.copyOf(this.interim));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
			catch (ExecutionException | TimeoutException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	/**
	 * Header fields.
	 */
	record Fields(List<Header> fields) {

		List<String> all(String name) {
			return this.fields.stream()
				.filter((field) -> field.getName().equalsIgnoreCase(name))
				.map(Header::getValue)
				.toList();
		}

		/** The links, one by one. */
		List<String> links() {
			return all("Link").stream()
				.flatMap((value) -> Arrays.stream(value.split(", ")))
				.filter((link) -> !link.isBlank())
				.toList();
		}

	}

	/**
	 * An interim response.
	 */
	record Interim(int status, Fields fields) {

		List<String> links() {
			return this.fields.links();
		}

	}

	/**
	 * A final response, and the interim ones before it.
	 */
	record Answer(int status, String version, Fields fields, String body, List<Interim> interim) {

		/** The final response's links. */
		List<String> links() {
			return this.fields.links();
		}

		/** The links of the only interim response, none if there is none. */
		List<String> hints() {
			if (this.interim.size() > 1) {
				throw new AssertionError("More than one interim response: " + this.interim);
			}
			return this.interim.isEmpty() ? List.of() : this.interim.get(0).links();
		}

		boolean isHinted() {
			return !this.interim.isEmpty();
		}

	}

	/** Hands the interim responses over, which the ordinary consumer ignores. */
	private static final class Recorder implements AsyncResponseConsumer<SimpleHttpResponse> {

		private final AsyncResponseConsumer<SimpleHttpResponse> consumer = SimpleResponseConsumer.create();

		private final BlockingQueue<Interim> interim;

		private Recorder(BlockingQueue<Interim> interim) {
			this.interim = interim;
		}

		@Override
		public void informationResponse(HttpResponse response, HttpContext context) {
			this.interim.add(new Interim(response.getCode(), new Fields(List.of(response.getHeaders()))));
		}

		@Override
		public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context,
				FutureCallback<SimpleHttpResponse> callback) throws HttpException, IOException {
			this.consumer.consumeResponse(response, entity, context, callback);
		}

		@Override
		public void updateCapacity(CapacityChannel channel) throws IOException {
			this.consumer.updateCapacity(channel);
		}

		@Override
		public void consume(ByteBuffer source) throws IOException {
			this.consumer.consume(source);
		}

		@Override
		public void streamEnd(List<? extends Header> trailers) throws HttpException, IOException {
			this.consumer.streamEnd(trailers);
		}

		@Override
		public void failed(Exception cause) {
			this.consumer.failed(cause);
		}

		@Override
		public void releaseResources() {
			this.consumer.releaseResources();
		}

	}

}
