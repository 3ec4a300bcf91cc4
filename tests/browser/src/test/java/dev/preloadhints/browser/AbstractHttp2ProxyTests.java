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

package dev.preloadhints.browser;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import dev.preloadhints.sample.SampleApplication;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AbstractAsyncResponseConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample behind a real proxy that speaks HTTP/2 to it.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractHttp2ProxyTests {

	private Certificate certificate;

	private Server shop;

	private ProxyServer proxy;

	private CloseableHttpAsyncClient client;

	/** The application, as the proxy wants to speak with it. */
	abstract Server application(Certificate certificate, List<Class<?>> sources);

	abstract ProxyServer proxy(Certificate certificate, int application) throws Exception;

	@BeforeAll
	void open() throws Exception {
		this.certificate = Certificate.create();
		this.shop = application(this.certificate, List.of(SampleApplication.class, GateController.class));
		this.proxy = proxy(this.certificate, this.shop.port());
	}

	@AfterAll
	void close() throws Exception {
		if (this.proxy != null) {
			this.proxy.close();
		}
		if (this.shop != null) {
			this.shop.close();
		}
	}

	/**
	 * A client of its own for each test: a proxy closes connections that are idle, and
	 * may do so while the next request is on its way.
	 */
	@BeforeEach
	void connect() throws Exception {
		this.client = HttpAsyncClients.createHttp2Minimal(H2Config.DEFAULT, IOReactorConfig.DEFAULT,
				ClientTlsStrategyBuilder.create().setSslContext(this.certificate.trust()).buildAsync());
		this.client.start();
		learn();
	}

	@AfterEach
	void disconnect() throws Exception {
		this.client.close();
	}

	/** What style sheets and modules pull in is found in the background, and follows. */
	private void learn() {
		gate().latch = new CountDownLatch(0);
		// A proxy may close the connection just as the next request comes.
		Awaitility.await().ignoreExceptionsInstanceOf(ExecutionException.class).untilAsserted(() -> {
			Consumer consumer = new Consumer();
			HttpResponse response = navigate(consumer).get(30, TimeUnit.SECONDS);
			assertThat(response.getCode()).isEqualTo(200);
			assertThat(consumer.early).isCompletedWithValueMatching((early) -> links(early).equals(links(response)));
			assertThat(links(response)).contains("; rel=preload; as=font");
		});
	}

	@Test
	void earlyHintsPassThroughWhileTheControllerWaits() throws Exception {
		CountDownLatch latch = new CountDownLatch(1);
		gate().latch = latch;
		try {
			Consumer consumer = new Consumer();
			Future<HttpResponse> last = navigate(consumer);
			HttpResponse early = consumer.early.get(30, TimeUnit.SECONDS);
			assertThat(last.isDone()).isFalse();
			assertThat(latch.getCount()).isOne();
			latch.countDown();
			HttpResponse response = last.get(30, TimeUnit.SECONDS);

			assertThat(early.getCode()).isEqualTo(103);
			assertThat(links(early)).contains("; rel=preload; as=style").contains("; rel=preload; as=font");
			assertThat(this.shop.hints().last()).hasSizeGreaterThanOrEqualTo(4)
				.allSatisfy((target) -> assertThat(links(early)).contains("<" + target + ">"));
			assertThat(early.containsHeader("Set-Cookie")).isFalse();
			assertThat(response.getCode()).isEqualTo(200);
			assertThat(links(response)).contains("; rel=preload; as=style");
			assertThat(links(response).split("rel=")).as("no link twice").hasSameSizeAs(links(early).split("rel="));
		}
		finally {
			latch.countDown();
		}
	}

	@Test
	void browserUsesThem() throws Exception {
		int used = 0;
		try (Chromium chromium = Tools.chromium(this.certificate)) {
			for (int i = 0; i < 5 && used < 3; i++) {
				this.shop.forget();
				Visit visit = chromium.visit(url("/gate?think=100"));
				assertThat(visit.status()).isEqualTo(200);
				assertThat(this.shop.requests().repeated()).isEmpty();
				used += visit.tookEarly(this.shop.hints().last()) ? 1 : 0;
			}
		}
		assertThat(used).isEqualTo(3);
	}

	private String url(String path) {
		return "https://localhost:" + this.proxy.port() + path;
	}

	private GateController gate() {
		return this.shop.context().getBean(GateController.class);
	}

	private Future<HttpResponse> navigate(Consumer consumer) {
		SimpleHttpRequest request = SimpleRequestBuilder.get(url("/gate"))
			.addHeader("Sec-Fetch-Mode", "navigate")
			.addHeader("Sec-Fetch-Dest", "document")
			.build();
		return this.client.execute(SimpleRequestProducer.create(request), consumer, null);
	}

	private static String links(HttpResponse response) {
		return String.join(", ", List.of(response.getHeaders("Link")).stream().map(Header::getValue).toList());
	}

	/** Tells of the first interim response as soon as it is there. */
	private static final class Consumer extends AbstractAsyncResponseConsumer<HttpResponse, byte[]> {

		private final CompletableFuture<HttpResponse> early = new CompletableFuture<>();

		Consumer() {
			super(new BasicAsyncEntityConsumer());
		}

		@Override
		public void informationResponse(HttpResponse response, HttpContext context) {
			this.early.complete(response);
		}

		@Override
		protected HttpResponse buildResult(HttpResponse response, byte[] entity, ContentType contentType) {
			return response;
		}

	}

	/** A page whose controller waits for as long as a test wants. */
	@Controller
	static class GateController {

		private volatile CountDownLatch latch = new CountDownLatch(0);

		@GetMapping("/gate")
		String page() throws IOException, InterruptedException {
			if (!this.latch.await(60, TimeUnit.SECONDS)) {
				throw new IOException("Nobody opened the gate");
			}
			return "about";
		}

	}

}
