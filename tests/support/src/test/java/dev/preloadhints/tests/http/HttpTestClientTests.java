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

package dev.preloadhints.tests.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(60)
class HttpTestClientTests {

	private final Http1Peer peer = new Http1Peer();

	@Test
	void requestIsSentAsItIs() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> this.peer.serve(socket, ""));
				HttpTestClient client = HttpTestClient.http1(server.port())) {
			client.navigate("/css/..;/./a//b.css?q=%C3%A4&x=|", "X-Own", "own", "X-Own", "other");
			assertThat(this.peer.requests()).singleElement()
				.asString()
				.startsWith("GET /css/..;/./a//b.css?q=%C3%A4&x=| HTTP/1.1\n")
				.contains("Host: localhost:" + server.port(), "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document",
						"X-Own: own", "X-Own: other");
		}
	}

	@Test
	void answerIsWhatCame() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.read(socket);
			this.peer.send(socket,
					"HTTP/1.1 404 Not Found\r\nX-Own: own\r\nlink: </a.css>; rel=preload, </b,c.css>; rel=preload\r\n"
							+ "Link: </d.css>; rel=preload\r\nX-OWN: other\r\nContent-Length: 3\r\n\r\n\u00c3\u00a4!");
		}); HttpTestClient client = HttpTestClient.http1(server.port())) {
			Answer answer = client.get("/");
			assertThat(answer.status()).isEqualTo(404);
			assertThat(answer.version()).isEqualTo("HTTP/1.1");
			assertThat(answer.headers("x-own")).containsExactly("own", "other");
			assertThat(answer.header("x-own")).hasValue("own");
			assertThat(answer.header("x-other")).isEmpty();
			assertThat(answer.links()).containsExactly("</a.css>; rel=preload", "</b,c.css>; rel=preload",
					"</d.css>; rel=preload");
			assertThat(answer.link())
				.isEqualTo("</a.css>; rel=preload, </b,c.css>; rel=preload, </d.css>; rel=preload");
			assertThat(answer.body()).isEqualTo("\u00e4!");
			assertThat(answer.content().bytes()).hasSize(3);
		}
	}

	@Test
	void longField() throws Exception {
		String link = "</" + "a".repeat(100_000) + ".css>; rel=preload";
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.read(socket);
			this.peer.send(socket, "HTTP/1.1 200 OK\r\nLink: " + link + "\r\nContent-Length: 0\r\n\r\n");
		}); HttpTestClient client = HttpTestClient.http1(server.port())) {
			assertThat(client.get("/").links()).containsExactly(link);
		}
	}

	@Test
	void compressedContent() throws Exception {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(compressed)) {
			out.write("text".getBytes(StandardCharsets.UTF_8));
		}
		assertThat(new Content(compressed.toByteArray()).gunzip()).hasToString("text");
	}

	@Test
	void redirectIsNotFollowed() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.read(socket);
			this.peer.send(socket, "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");
		}); HttpTestClient client = HttpTestClient.http1(server.port())) {
			assertThat(client.get("/").header("Location")).hasValue("/other");
			assertThat(this.peer.requests()).hasSize(1);
		}
	}

	@Test
	void cookiesAreSentBackToWhereTheyCameFrom() throws Exception {
		ScriptedServer.Script setting = (socket) -> {
			this.peer.read(socket);
			this.peer.send(socket,
					"HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Path=/\r\nSet-Cookie: b=2; Path=/own\r\nContent-Length: 0\r\n\r\n");
			this.peer.serve(socket, "");
			this.peer.serve(socket, "");
		};
		try (ScriptedServer server = new ScriptedServer(setting);
				HttpTestClient client = HttpTestClient.at("http://localhost:" + server.port())
					.version(HttpVersionPolicy.FORCE_HTTP_1)
					.keepingCookies()
					.build()) {
			client.get("/own");
			client.get("/own?x");
			client.get("/");
			assertThat(this.peer.requests().get(0)).doesNotContain("Cookie:");
			assertThat(this.peer.requests().get(1)).contains("a=1", "b=2");
			assertThat(this.peer.requests().get(2)).contains("a=1").doesNotContain("b=2");
		}
	}

	@Test
	void serversByTheirUrls() throws Exception {
		try (ScriptedServer one = new ScriptedServer((socket) -> this.peer.serve(socket, "one"));
				ScriptedServer other = new ScriptedServer((socket) -> this.peer.serve(socket, "other"));
				HttpTestClient client = HttpTestClient.anywhere().version(HttpVersionPolicy.FORCE_HTTP_1).build()) {
			assertThat(client.get("http://localhost:" + one.port()).body()).isEqualTo("one");
			assertThat(client.get("http://localhost:" + other.port() + "/page").body()).isEqualTo("other");
			assertThat(this.peer.requests().get(0)).startsWith("GET / ");
			assertThat(this.peer.requests().get(1)).startsWith("GET /page ");
			assertThatIllegalArgumentException().isThrownBy(() -> client.get("/page"));
		}
	}

	@Test
	void requestsAtOnceHaveConnectionsOfTheirOwn() throws Exception {
		CompletableFuture<Void> go = new CompletableFuture<>();
		ScriptedServer.Script waiting = (socket) -> {
			this.peer.read(socket);
			go.get(30, TimeUnit.SECONDS);
			this.peer.answer(socket, "");
		};
		try (ScriptedServer server = new ScriptedServer(waiting, waiting, waiting);
				HttpTestClient client = HttpTestClient.http1(server.port())) {
			List<Exchange> exchanges = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				exchanges.add(client.start(Request.get("/")));
			}
			while (this.peer.requests().size() < 3) {
				Thread.onSpinWait();
			}
			go.complete(null);
			assertThat(exchanges).allSatisfy((exchange) -> assertThat(exchange.answer().status()).isEqualTo(200));
		}
	}

	@Test
	void silentServer() throws Exception {
		try (ScriptedServer server = new ScriptedServer(this.peer::read);
				HttpTestClient client = HttpTestClient.at("http://localhost:" + server.port())
					.version(HttpVersionPolicy.FORCE_HTTP_1)
					.patience(Duration.ofMillis(50))
					.build()) {
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.get("/"))
				.havingCause()
				.withMessageContaining("Nothing within");
			client.vanish();
		}
	}

	@Test
	void cancelClosesAConnectionOfHttp1() throws Exception {
		CompletableFuture<Integer> end = new CompletableFuture<>();
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.read(socket);
			try {
				end.complete(socket.getInputStream().read());
			}
			catch (IOException ex) {
				end.complete(-1);
			}
		}); HttpTestClient client = HttpTestClient.http1(server.port())) {
			Exchange exchange = client.start(Request.get("/"));
			while (this.peer.requests().isEmpty()) {
				Thread.onSpinWait();
			}
			exchange.cancel();
			assertThat(end.get(30, TimeUnit.SECONDS)).isEqualTo(-1);
		}
	}

	@Test
	void rawConnection() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.serve(socket, "text");
			socket.close();
		})) {
			RawAnswer answer = RawConnection.get(server.port(), "/path", "X-Own", "own");
			assertThat(answer.head()).containsExactly("HTTP/1.1 200 OK", "Content-Length: 4");
			assertThat(answer.body()).isEqualTo("text");
			assertThat(this.peer.requests())
				.containsExactly("GET /path HTTP/1.1\nHost: localhost\nX-Own: own\nConnection: close\n");
		}
	}

}
