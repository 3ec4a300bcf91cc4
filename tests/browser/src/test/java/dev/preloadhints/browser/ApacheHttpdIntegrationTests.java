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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import dev.preloadhints.sample.SampleApplication;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Exchange;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Interim;
import dev.preloadhints.tests.http.Request;
import dev.preloadhints.tests.process.ListeningProcess;
import jakarta.servlet.http.HttpServletRequest;
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
 * The sample behind an Apache httpd that speaks HTTP/2 to it, set up as the documentation
 * says.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ApacheHttpdIntegrationTests {

	private Certificate certificate;

	private Server shop;

	private ListeningProcess proxy;

	private HttpTestClient client;

	@BeforeAll
	void open() throws Exception {
		this.certificate = Certificate.create();
		this.shop = Server.http(List.of(SampleApplication.class, GateController.class, ProxiedPages.class));
		this.proxy = ApacheHttpd.start(this.certificate, this.shop.port());
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

	@BeforeEach
	void connect() throws Exception {
		this.client = HttpTestClient.tls(this.proxy.port(), this.certificate.trust());
		learn();
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	/** What style sheets and modules pull in is found in the background, and follows. */
	private void learn() {
		gate().latch = new CountDownLatch(0);
		Awaitility.await().untilAsserted(() -> {
			Answer answer = this.client.navigate("/gate");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.version()).isEqualTo("HTTP/2.0");
			assertThat(answer.hints()).isNotEmpty().isEqualTo(answer.links());
			assertThat(answer.link()).contains("; rel=preload; as=font");
		});
	}

	@Test
	void earlyHintsPassThroughWhileTheControllerWaits() {
		CountDownLatch latch = new CountDownLatch(1);
		gate().latch = latch;
		try {
			Exchange exchange = this.client.start(Request.navigation("/gate"));
			Interim early = exchange.interim();
			assertThat(exchange.isAnswered()).isFalse();
			assertThat(latch.getCount()).isOne();
			latch.countDown();
			Answer answer = exchange.answer();

			String links = String.join(", ", early.links());
			assertThat(early.status()).isEqualTo(103);
			assertThat(links).contains("; rel=preload; as=style").contains("; rel=preload; as=font");
			assertThat(this.shop.hints().last()).hasSizeGreaterThanOrEqualTo(4)
				.allSatisfy((target) -> assertThat(links).contains("<" + target + ">"));
			assertThat(early.fields().all("Set-Cookie")).isEmpty();
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.link()).contains("; rel=preload; as=style");
			assertThat(answer.links()).as("no link twice").hasSameSizeAs(early.links());
		}
		finally {
			latch.countDown();
		}
	}

	@Test
	void everyPageArrivesWhole() throws Exception {
		try (HttpTestClient direct = HttpTestClient.http2(this.shop.port())) {
			assertThat(ProxiedPages.load(this.client, direct)).as("hinted").isGreaterThan(ProxiedPages.LOADS / 2);
		}
	}

	@Test
	void tellsTheApplicationWhoAsks() {
		this.client.navigate("/gate", "Forwarded", "for=192.0.2.1", "X-Forwarded-For", "192.0.2.1", "X-Forwarded-Proto",
				"http");
		assertThat(gate().forwarded).containsExactly("null", "127.0.0.1", "https");
	}

	@Test
	void browserUsesThem() throws Exception {
		int used = 0;
		try (Chromium chromium = Tools.chromium(this.certificate)) {
			for (int i = 0; i < Tools.MAX_VISITS && used < 3; i++) {
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

	/** A page whose controller waits for as long as a test wants. */
	@Controller
	static class GateController {

		private volatile CountDownLatch latch = new CountDownLatch(0);

		private volatile List<String> forwarded = List.of();

		@GetMapping("/gate")
		String page(HttpServletRequest request) throws IOException, InterruptedException {
			this.forwarded = Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto")
				.map((name) -> String.valueOf(request.getHeader(name)))
				.toList();
			if (!this.latch.await(60, TimeUnit.SECONDS)) {
				throw new IOException("Nobody opened the gate");
			}
			return "about";
		}

	}

}
