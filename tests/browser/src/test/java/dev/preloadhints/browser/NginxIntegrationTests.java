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

import java.util.ArrayList;
import java.util.List;

import dev.preloadhints.sample.SampleApplication;
import dev.preloadhints.tests.AbsentStarter;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.RawConnection;
import dev.preloadhints.tests.http.Request;
import dev.preloadhints.tests.process.ListeningProcess;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The sample behind a real nginx.
 */
class NginxIntegrationTests {

	private static final List<String> PAGES = List.of("/", "/books", "/books/after-the-orchard", "/search",
			"/reading-list", "/reservations/new", "/about", "/nowhere");

	private static final HttpTestClient client = HttpTestClient.anywhere()
		.version(HttpVersionPolicy.FORCE_HTTP_1)
		.build();

	@AfterAll
	static void close() {
		client.close();
	}

	@Test
	void everyPagePassesWithItsHeader() throws Exception {
		try (Server shop = shop(); ListeningProcess nginx = Nginx.start(shop.port())) {
			for (String page : PAGES) {
				// What assets pull in joins the header some time after the first page.
				Awaitility.await().untilAsserted(() -> assertSame(page, shop.port(), nginx.port()));
			}
		}
	}

	private static void assertSame(String page, int shop, int nginx) {
		Answer direct = get(shop, page);
		Answer proxied = get(nginx, page);
		assertThat(proxied.status()).as(page).isEqualTo(direct.status());
		assertThat(proxied.headers("Link")).as(page).isEqualTo(direct.headers("Link")).hasSize(1);
		assertThat(proxied.body()).as(page).isEqualTo(direct.body());
	}

	@Test
	void everyPageArrivesWhole() throws Exception {
		try (Server shop = Server.http(List.of(SampleApplication.class, ProxiedPages.class));
				ListeningProcess nginx = Nginx.start(shop.port());
				HttpTestClient proxied = HttpTestClient.http1(nginx.port());
				HttpTestClient direct = HttpTestClient.http1(shop.port())) {
			assertThat(ProxiedPages.load(proxied, direct)).as("hinted").isZero();
		}
	}

	@Test
	void fullHeaderPasses() throws Exception {
		try (Server shop = shop(manyLinks("preload.budget.max-links=100"));
				ListeningProcess nginx = Nginx.start(shop.port())) {
			Answer proxied = get(nginx.port(), "/about");
			assertThat(proxied.status()).isEqualTo(200);
			assertThat(link(proxied)).hasSizeBetween(900, 1000);
		}
	}

	/** Each is answered as without the starter, up to what nginx has no room for. */
	@Test
	void linksGiveWayToHeadersOfTheApplication() throws Exception {
		String[] links = manyLinks("preload.budget.max-links=100");
		String[] off = manyLinks(AbsentStarter.PROPERTY);
		try (Server with = Server.http(List.of(SampleApplication.class, OwnHeaders.class), links);
				Server without = Server.http(List.of(SampleApplication.class, OwnHeaders.class), off);
				ListeningProcess nginx = Nginx.start(with.port(), "proxy_buffer_size 4k;", "proxy_buffers 8 4k;");
				ListeningProcess plain = Nginx.start(without.port(), "proxy_buffer_size 4k;", "proxy_buffers 8 4k;")) {
			for (int bytes = 0; bytes <= 4000; bytes += 250) {
				String page = "/about?own-headers=" + bytes;
				Answer expected = get(plain.port(), page);
				Answer proxied = get(nginx.port(), page);
				assertThat(proxied.status()).as(page).isEqualTo(expected.status());
				assertThat(proxied.header("Link").isPresent()).as(page).isEqualTo(bytes <= 2750);
			}
		}
	}

	@Test
	void headerBeyondTheBufferIsBadGateway() throws Exception {
		try (Server shop = shop(manyLinks("preload.budget.max-links=200", "preload.budget.max-size=16KB",
				"server.tomcat.max-http-response-header-size=16KB"));
				ListeningProcess nginx = Nginx.start(shop.port());
				ListeningProcess raised = Nginx.start(shop.port(), "proxy_buffer_size 16k;", "proxy_buffers 8 16k;")) {
			assertThat(link(get(shop.port(), "/about"))).hasSizeGreaterThan(8192);
			assertThat(get(nginx.port(), "/about").status()).isEqualTo(502);
			assertThat(nginx.output())
				.contains("upstream sent too big header while reading response header from upstream");
			Answer proxied = get(raised.port(), "/about");
			assertThat(proxied.status()).isEqualTo(200);
			assertThat(link(proxied)).hasSizeGreaterThan(8192);
		}
	}

	@Test
	void earlyHintsOverHttp11BreakPagesBehindOldVersions() throws Exception {
		assumeThat(Nginx.isBeforeEarlyHints()).isTrue();
		try (OneSendOrigin origin = new OneSendOrigin("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n",
				"The page"); ListeningProcess nginx = Nginx.start(origin.port(), "proxy_http_version 1.1;")) {
			assertThat(navigate(nginx.port())).startsWith("HTTP/1.1 103").contains("Connection: close");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void tomcatSendsNoneOverHttp11(boolean http1) throws Exception {
		try (Server shop = shop("preload.early-hints.http1=" + http1);
				ListeningProcess nginx = Nginx.start(shop.port(), "proxy_http_version 1.1;")) {
			for (int i = 0; i < 4; i++) {
				assertThat(navigate(nginx.port())).startsWith("HTTP/1.1 200");
			}
		}
	}

	/** What comes back, byte by byte. */
	private static String navigate(int port) {
		return RawConnection.get(port, "/about", Request.NAVIGATION.toArray(String[]::new)).text();
	}

	/** An application with long headers. */
	@Configuration(proxyBeanMethods = false)
	static class OwnHeaders {

		@Bean
		Filter ownHeaders() {
			return (request, response, chain) -> {
				String bytes = request.getParameter("own-headers");
				if (bytes != null) {
					((HttpServletResponse) response).setHeader("X-Own", "x".repeat(Integer.parseInt(bytes)));
				}
				chain.doFilter(request, response);
			};
		}

	}

	private static Server shop(String... properties) {
		return Server.http(List.of(SampleApplication.class), properties);
	}

	/** More declared links than any budget has room for. */
	private static String[] manyLinks(String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		for (int i = 0; i < 200; i++) {
			String link = "preload.pages.links[" + i + "].";
			all.add(link + "href=/css/a-style-sheet-with-quite-a-long-name-" + i + ".css");
			all.add(link + "as=style");
		}
		return all.toArray(new String[0]);
	}

	private static String link(Answer response) {
		return response.header("Link").orElseThrow();
	}

	private static Answer get(int port, String path) {
		return client.get("http://localhost:" + port + path, "Accept", "text/html");
	}

}
