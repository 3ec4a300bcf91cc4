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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.preloadhints.network.Certificate;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * By default a {@code 103} goes only where nobody is in between, as far as that can be
 * told, whatever the application makes of what proxies say.
 */
@Tag("slow")
class ProxiedIntegrationTests {

	private static final String PAGE = EarlyHintsServer.page("style", "/css/app.css");

	/** What proxies say: names and values. */
	private static final List<List<String>> FIELDS = List.of(
			List.of("X-Forwarded-For", "198.51.100.1", "X-Forwarded-Proto", "https", "X-Forwarded-Host",
					"shop.example"),
			List.of("X-Forwarded-For", "198.51.100.1"), List.of("X-Forwarded-Proto", "https"),
			List.of("X-Forwarded-Prefix", "/shop"), List.of("Forwarded", "for=198.51.100.1;proto=https"),
			List.of("Via", "1.1 proxy.example"), List.of("X-Real-IP", "198.51.100.1"),
			List.of("CF-Connecting-IP", "198.51.100.1"), List.of("X-Envoy-External-Address", "198.51.100.1"));

	private static Certificate certificate;

	private EarlyHintsServer server;

	private HttpTestClient client;

	@BeforeAll
	static void createCertificate() throws Exception {
		certificate = Certificate.create();
	}

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@EnumSource
	void goesToABrowserAlone(Strategy strategy) throws Exception {
		start(false, strategy.property, "server.tomcat.remoteip.internal-proxies=192\\.0\\.2\\.1");
		assertThat(navigate().hints()).containsExactly(SendingIntegrationTests.STYLE);
		assertThat(this.server.outcomes("sent")).isEqualTo(1);
		FIELDS.forEach(this::assertWithout);
	}

	/** Tomcat's valve takes fields away where it believes the proxy. */
	@ParameterizedTest
	@EnumSource
	void doesNotGoWhereAProxyIsBelieved(Strategy strategy) throws Exception {
		start(false, strategy.property);
		FIELDS.forEach(this::assertWithout);
	}

	/** Who comes from such an address is one, also where he does not say so. */
	@Test
	void doesNotGoToAnAddressOfProxies() throws Exception {
		start(false, Strategy.NATIVE.property);
		if (EarlyHintsServer.isTomcat()) {
			assertWithout(List.of());
		}
		else {
			assertThat(navigate().isHinted()).isTrue();
		}
	}

	/** No browser speaks it, whatever a proxy says of the browser's connection. */
	@ParameterizedTest
	@EnumSource
	void doesNotGoOverCleartextHttp2(Strategy strategy) {
		this.server = EarlyHintsServer.cacheable("preload.early-hints.proxied=false", strategy.property);
		this.client = HttpTestClient.http2(this.server.port());
		learn();
		assertWithout(List.of());
		assertWithout(List.of("X-Forwarded-For", "198.51.100.1", "X-Forwarded-Proto", "https"));
	}

	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void doesNotGoOverHttp1WhereAProxySpeaks(boolean proxied) {
		this.server = EarlyHintsServer.cacheable("preload.early-hints.proxied=" + proxied,
				"preload.early-hints.http1=true");
		this.client = HttpTestClient.http1(this.server.port());
		learn();
		boolean capable = !EarlyHintsServer.isTomcat();
		assertThat(navigate().isHinted()).isEqualTo(capable);
		assertThat(navigate("Via", "1.1 proxy.example").isHinted()).isEqualTo(capable && proxied);
		assertThat(this.server.outcomes("container")).isEqualTo(capable ? 0 : 2);
		assertThat(this.server.outcomes("proxy")).isEqualTo((capable && !proxied) ? 1 : 0);
	}

	@ParameterizedTest
	@EnumSource
	void goesEverywhereOnRequest(Strategy strategy) throws Exception {
		start(true, strategy.property);
		assertThat(navigate().isHinted()).isTrue();
		// With a prefix, the page's URLs are others.
		for (List<String> fields : FIELDS.stream().filter((f) -> !f.contains("X-Forwarded-Prefix")).toList()) {
			assertThat(navigate(fields.toArray(String[]::new)).isHinted()).as(fields.toString()).isTrue();
		}
		assertThat(this.server.outcomes("proxy")).isZero();
	}

	private void start(boolean proxied, String... properties) throws Exception {
		List<String> all = new ArrayList<>(certificate.serverProperties());
		all.add("preload.early-hints.proxied=" + proxied);
		all.addAll(List.of(properties));
		this.server = EarlyHintsServer.cacheable(all.toArray(String[]::new));
		this.client = HttpTestClient.tls(this.server.port(), certificate.trust());
		learn();
	}

	private void learn() {
		navigate();
		navigate();
		this.server.count();
	}

	private Answer navigate(String... headers) {
		Answer answer = this.client.navigate(PAGE, headers);
		this.server.awaitIdle();
		return answer;
	}

	private void assertWithout(List<String> fields) {
		this.server.count();
		Answer page = navigate(fields.toArray(String[]::new));
		assertThat(page.isHinted()).as(fields.toString()).isFalse();
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.links()).as(fields.toString()).hasSize(1);
		assertThat(page.body()).contains("The end.");
		assertThat(this.server.outcomes("proxy")).as(fields.toString()).isEqualTo(1);
	}

	/** What the application makes of forwarded headers. */
	enum Strategy {

		NONE, NATIVE, FRAMEWORK;

		private final String property = "server.forward-headers-strategy=" + name().toLowerCase(Locale.ROOT);

	}

}
