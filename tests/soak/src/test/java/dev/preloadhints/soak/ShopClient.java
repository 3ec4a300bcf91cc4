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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

import javax.net.ssl.SSLContext;

import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * A visitor over one protocol, who sees interim responses too.
 */
final class ShopClient implements AutoCloseable {

	private static final int SECONDS = 60;

	private final MinimalHttpAsyncClient client;

	private final String origin;

	ShopClient(Protocol protocol, Shop.Ports ports, int connections) {
		this.origin = protocol.origin(ports);
		this.client = HttpAsyncClients.createMinimal(H2Config.custom().setPushEnabled(false).build(),
				Http1Config.DEFAULT, IOReactorConfig.custom().setIoThreadCount(1).build(),
				PoolingAsyncClientConnectionManagerBuilder.create()
					.setMaxConnTotal(connections)
					.setMaxConnPerRoute(connections)
					.setDefaultTlsConfig(TlsConfig.custom().setVersionPolicy(protocol.policy()).build())
					.setTlsStrategy(ClientTlsStrategyBuilder.create()
						.setSslContext(trusting())
						.setHostnameVerifier(NoopHostnameVerifier.INSTANCE)
						.buildAsync())
					.build());
		this.client.start();
	}

	private static SSLContext trusting() {
		try {
			return SSLContexts.custom().loadTrustMaterial(TrustAllStrategy.INSTANCE).build();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ask, and wait for the answer.
	 * @throws IOException if there is none
	 */
	Answer ask(Visit visit) throws IOException, InterruptedException {
		List<Interim> interim = new ArrayList<>();
		try {
			SimpleHttpResponse response = start(visit, interim).get(SECONDS, TimeUnit.SECONDS);
			return Answer.of(response, interim);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException(visit + ": " + ex, ex);
		}
	}

	/** Ask, and be gone before the answer. */
	void askAndVanish(Visit visit, long millis) throws InterruptedException {
		Future<SimpleHttpResponse> answer = start(visit, new ArrayList<>());
		Thread.sleep(millis);
		this.client.close(CloseMode.IMMEDIATE);
		answer.cancel(true);
	}

	private Future<SimpleHttpResponse> start(Visit visit, List<Interim> interim) {
		AsyncRequestBuilder request = AsyncRequestBuilder.create(visit.method())
			.setUri(URI.create(this.origin + visit.path()));
		for (int i = 0; i < visit.headers().size(); i += 2) {
			if (!visit.headers().get(i).equals("Content-Type")) {
				request.addHeader(visit.headers().get(i), visit.headers().get(i + 1));
			}
		}
		if (!visit.body().isEmpty()) {
			request.setEntity(new StringAsyncEntityProducer(visit.body(), ContentType.APPLICATION_FORM_URLENCODED));
		}
		return this.client.execute(request.build(), new Recorder(interim), null);
	}

	@Override
	public void close() {
		this.client.close(CloseMode.IMMEDIATE);
	}

	/**
	 * An interim response.
	 *
	 * @param status its status
	 * @param links its {@code Link} fields
	 */
	record Interim(int status, List<String> links) {
	}

	/**
	 * A final response, and those before it.
	 *
	 * @param status its status
	 * @param version the version of HTTP
	 * @param fields its fields
	 * @param body its content, decoded
	 * @param interim the responses before it
	 */
	record Answer(int status, String version, List<Header> fields, byte[] body, List<Interim> interim) {

		static Answer of(SimpleHttpResponse response, List<Interim> interim) throws IOException {
			byte[] body = (response.getBodyBytes() != null) ? response.getBodyBytes() : new byte[0];
			Header encoding = response.getFirstHeader("Content-Encoding");
			if (encoding != null && encoding.getValue().equals("gzip") && body.length > 0) {
				body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
			}
			return new Answer(response.getCode(), response.getVersion().toString(), List.of(response.getHeaders()),
					body, List.copyOf(interim));
		}

		List<String> all(String name) {
			return values(this.fields, name);
		}

		List<String> links() {
			return all("Link");
		}

		boolean isHtml() {
			return all("Content-Type").stream().anyMatch((type) -> type.startsWith("text/html"));
		}

		private static List<String> values(List<Header> fields, String name) {
			return fields.stream()
				.filter((field) -> field.getName().equalsIgnoreCase(name))
				.map(Header::getValue)
				.toList();
		}

	}

	/** Keeps the interim responses, which the ordinary consumer ignores. */
	private static final class Recorder implements AsyncResponseConsumer<SimpleHttpResponse> {

		private final AsyncResponseConsumer<SimpleHttpResponse> consumer = SimpleResponseConsumer.create();

		private final List<Interim> interim;

		private Recorder(List<Interim> interim) {
			this.interim = interim;
		}

		@Override
		public void informationResponse(HttpResponse response, HttpContext context) {
			this.interim
				.add(new Interim(response.getCode(), Answer.values(Arrays.asList(response.getHeaders()), "Link")));
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
