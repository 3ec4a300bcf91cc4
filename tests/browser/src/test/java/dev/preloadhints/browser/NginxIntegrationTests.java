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
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.preloadhints.sample.SampleApplication;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
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

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Test
	void everyPagePassesWithItsHeader() throws Exception {
		try (Server shop = shop(); ProxyServer nginx = Nginx.start(shop.port())) {
			for (String page : PAGES) {
				// What assets pull in joins the header some time after the first page.
				Awaitility.await().untilAsserted(() -> assertSame(page, shop.port(), nginx.port()));
			}
		}
	}

	private void assertSame(String page, int shop, int nginx) throws Exception {
		HttpResponse<String> direct = get(shop, page);
		HttpResponse<String> proxied = get(nginx, page);
		assertThat(proxied.statusCode()).as(page).isEqualTo(direct.statusCode());
		assertThat(proxied.headers().allValues("Link")).as(page)
			.isEqualTo(direct.headers().allValues("Link"))
			.hasSize(1);
		assertThat(proxied.body()).as(page).isEqualTo(direct.body());
	}

	@Test
	void fullHeaderPasses() throws Exception {
		try (Server shop = shop(manyLinks("preload.link-header.max-links=100"));
				ProxyServer nginx = Nginx.start(shop.port())) {
			HttpResponse<String> proxied = get(nginx.port(), "/about");
			assertThat(proxied.statusCode()).isEqualTo(200);
			assertThat(link(proxied)).hasSizeBetween(900, 1000);
		}
	}

	/** Each is answered as without the starter, up to what nginx has no room for. */
	@Test
	void linksGiveWayToHeadersOfTheApplication() throws Exception {
		String[] links = manyLinks("preload.link-header.max-links=100");
		String[] off = manyLinks("preload.enabled=false");
		try (Server with = Server.http(List.of(SampleApplication.class, OwnHeaders.class), links);
				Server without = Server.http(List.of(SampleApplication.class, OwnHeaders.class), off);
				ProxyServer nginx = Nginx.start(with.port(), "proxy_buffer_size 4k;", "proxy_buffers 8 4k;");
				ProxyServer plain = Nginx.start(without.port(), "proxy_buffer_size 4k;", "proxy_buffers 8 4k;")) {
			for (int bytes = 0; bytes <= 4000; bytes += 250) {
				String page = "/about?own-headers=" + bytes;
				HttpResponse<String> expected = get(plain.port(), page);
				HttpResponse<String> proxied = get(nginx.port(), page);
				assertThat(proxied.statusCode()).as(page).isEqualTo(expected.statusCode());
				assertThat(proxied.headers().firstValue("Link").isPresent()).as(page).isEqualTo(bytes <= 2750);
			}
		}
	}

	@Test
	void headerBeyondTheBufferIsBadGateway() throws Exception {
		try (Server shop = shop(manyLinks("preload.link-header.max-links=200", "preload.link-header.max-size=16KB",
				"server.tomcat.max-http-response-header-size=16KB"));
				ProxyServer nginx = Nginx.start(shop.port());
				ProxyServer raised = Nginx.start(shop.port(), "proxy_buffer_size 16k;", "proxy_buffers 8 16k;")) {
			assertThat(link(get(shop.port(), "/about"))).hasSizeGreaterThan(8192);
			assertThat(get(nginx.port(), "/about").statusCode()).isEqualTo(502);
			assertThat(nginx.output())
				.contains("upstream sent too big header while reading response header from upstream");
			HttpResponse<String> proxied = get(raised.port(), "/about");
			assertThat(proxied.statusCode()).isEqualTo(200);
			assertThat(link(proxied)).hasSizeGreaterThan(8192);
		}
	}

	@Test
	void earlyHintsAreNotForClientsOfHttp10() throws Exception {
		try (Server shop = shop("preload.early-hints.http1=true");
				ProxyServer nginx = Nginx.start(shop.port(), "proxy_http_version 1.0;")) {
			for (int i = 0; i < 4; i++) {
				assertThat(navigate(nginx.port())).startsWith("HTTP/1.1 200");
			}
		}
	}

	@Test
	void earlyHintsOverHttp11BreakPagesBehindOldVersions() throws Exception {
		assumeThat(Nginx.isBeforeEarlyHints()).isTrue();
		try (Server shop = shop("preload.early-hints.http1=true");
				ProxyServer nginx = Nginx.start(shop.port(), "proxy_http_version 1.1;")) {
			assertThat(navigate(nginx.port())).startsWith("HTTP/1.1 200");
			assertThat(navigate(nginx.port())).startsWith("HTTP/1.1 200");
			String answer = navigate(nginx.port());
			// On a busy machine it takes longer until all resources are known.
			for (int i = 0; i < 500 && answer.startsWith("HTTP/1.1 200"); i++) {
				answer = navigate(nginx.port());
			}
			assertThat(answer).startsWith("HTTP/1.1 103").contains("Connection: close");
		}
	}

	@Test
	void byDefaultNoPageGetsThem() throws Exception {
		try (Server shop = shop(); ProxyServer nginx = Nginx.start(shop.port(), "proxy_http_version 1.1;")) {
			for (int i = 0; i < 4; i++) {
				assertThat(navigate(nginx.port())).startsWith("HTTP/1.1 200");
			}
		}
	}

	/** What comes back, byte by byte. */
	private static String navigate(int port) throws IOException {
		try (Socket socket = new Socket("localhost", port)) {
			socket.getOutputStream()
				.write(("GET /about HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
						+ "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
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

	private static String link(HttpResponse<String> response) {
		return response.headers().firstValue("Link").orElseThrow();
	}

	private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.header("Accept", "text/html")
			.build(), BodyHandlers.ofString());
	}

}
