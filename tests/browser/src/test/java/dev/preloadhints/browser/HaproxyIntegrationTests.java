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

import java.util.List;

import dev.preloadhints.network.Certificate;
import dev.preloadhints.sample.SampleApplication;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.process.ListeningProcess;
import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.preloadhints.event.EarlyHintsOutcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The sample behind an HAProxy, set up as the documentation says.
 */
class HaproxyIntegrationTests {

	private static final String INTERIM = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload; as=style\r\n\r\n";

	/** More than its buffer, which has 16 KB. */
	private static final String LARGE = "x".repeat(100_000);

	private static Certificate certificate;

	@BeforeAll
	static void createCertificate() throws Exception {
		certificate = Certificate.create();
	}

	/** Over HTTP/2, several at a time, it cuts them without any Early Hints as well. */
	@Test
	void everyPageArrivesWholeOverHttp11() throws Exception {
		try (Server shop = Server.https(certificate, List.of(SampleApplication.class, ProxiedPages.class));
				ListeningProcess proxy = Haproxy.startWithHttp11(certificate, shop.port());
				HttpTestClient client = HttpTestClient.tls(proxy.port(), certificate.trust());
				HttpTestClient direct = HttpTestClient.tls(shop.port(), certificate.trust())) {
			assertThat(ProxiedPages.load(client, direct)).as("hinted").isZero();
		}
	}

	@Test
	void isSentNoEarlyHintsByDefault() throws Exception {
		try (Server shop = Server.https(certificate, List.of(SampleApplication.class));
				ListeningProcess proxy = Haproxy.start(certificate, shop.port());
				HttpTestClient client = HttpTestClient.tls(proxy.port(), certificate.trust());
				HttpTestClient direct = HttpTestClient.tls(shop.port(), certificate.trust())) {
			Awaitility.await().until(() -> direct.navigate("/about").isHinted());
			for (int i = 0; i < 20; i++) {
				assertThat(client.navigate("/about").isHinted()).isFalse();
			}
			assertThat(shop.hints().outcomes()).contains(EarlyHintsOutcome.PROXY)
				.doesNotContain(EarlyHintsOutcome.PROTOCOL);
		}
	}

	/** Why the documentation warns of it, and proxies get none by default. */
	@ParameterizedTest
	@ValueSource(strings = { "FORCE_HTTP_2", "FORCE_HTTP_1" })
	void cutsAPageThatMeetsItsEarlyHints(HttpVersionPolicy version) throws Exception {
		assertThat(load(version, "", LARGE).body()).hasSameSizeAs(LARGE);
		Answer answer = load(version, INTERIM, LARGE);
		assertThat(answer.status()).isEqualTo(200);
		if (Haproxy.isBefore33()) {
			assertThat(answer.body().length()).isBetween(1, 16 * 1024);
		}
		else {
			assertThat(answer.body()).hasSameSizeAs(LARGE);
		}
	}

	private static Answer load(HttpVersionPolicy version, String interim, String page) throws Exception {
		try (OneSendOrigin origin = new OneSendOrigin(interim, page);
				ListeningProcess proxy = Haproxy.startWithHttp1(certificate, origin.port());
				HttpTestClient client = client(proxy.port(), version)) {
			return client.get("/");
		}
	}

	@Test
	void tomcatRefusesCleartextHttp2ThatSaysHttps() throws Exception {
		try (Server shop = Server.http(List.of(SampleApplication.class));
				ListeningProcess proxy = Haproxy.startWithCleartextHttp2(certificate, shop.port());
				HttpTestClient http1 = client(proxy.port(), HttpVersionPolicy.FORCE_HTTP_1);
				HttpTestClient http2 = client(proxy.port(), HttpVersionPolicy.FORCE_HTTP_2)) {
			assertThat(http1.get("/about").status()).isEqualTo(502);
			// REFUSED_STREAM (RFC 9113, section 7).
			assertThatThrownBy(() -> http2.get("/about")).hasStackTraceContaining("Stream reset (7)");
		}
	}

	@Test
	void tomcatCanBeToldToAcceptThat() throws Exception {
		try (Server shop = Server.http(List.of(SampleApplication.class, SchemeConfiguration.class));
				ListeningProcess proxy = Haproxy.startWithCleartextHttp2(certificate, shop.port());
				HttpTestClient client = client(proxy.port(), HttpVersionPolicy.FORCE_HTTP_2)) {
			assertThat(client.get("/about").status()).isEqualTo(200);
		}
	}

	private static HttpTestClient client(int port, HttpVersionPolicy version) throws Exception {
		return HttpTestClient.at("https://localhost:" + port)
			.version(version)
			.trusting(certificate.trust())
			.withoutRepetition()
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	static class SchemeConfiguration {

		@Bean
		TomcatConnectorCustomizer schemeOfTheProxy() {
			return (connector) -> {
				for (UpgradeProtocol protocol : connector.findUpgradeProtocols()) {
					if (protocol instanceof Http2Protocol http2) {
						http2.setAllowSchemeMismatch(true);
					}
				}
			};
		}

	}

}
