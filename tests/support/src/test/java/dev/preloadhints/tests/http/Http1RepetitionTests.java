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

import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Connections of HTTP/1.1 that a server gives up.
 */
@Timeout(60)
class Http1RepetitionTests {

	private final Http1Peer peer = new Http1Peer();

	/**
	 * Says that it has closed a connection which the client does not know to be closed.
	 */
	private final CountDownLatch closed = new CountDownLatch(1);

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD" })
	void keptConnectionThatIsClosedWhenTheNextRequestComes(String method) throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.serve(socket, "first");
			this.peer.read(socket);
			socket.close();
		}, (socket) -> this.peer.serve(socket, method.equals("GET") ? "second" : ""));
				HttpTestClient client = HttpTestClient.http1(server.port())) {
			assertThat(client.get("/").body()).isEqualTo("first");
			Answer answer = client.send(Request.of(method, "/again"));
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.repetitions()).isOne();
			assertThat(client.repetitions()).isOne();
			assertThat(server.connections()).isEqualTo(2);
			assertThat(this.peer.requests()).hasSize(3).element(2).asString().startsWith(method + " /again HTTP/1.1");
			assertThat(server.failures()).isEmpty();
		}
	}

	@Test
	void keptConnectionThatIsReset() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.serve(socket, "first");
			this.peer.read(socket);
			ScriptedServer.reset(socket);
		}, (socket) -> this.peer.serve(socket, "second"));
				HttpTestClient client = HttpTestClient.http1(server.port())) {
			client.get("/");
			assertThat(client.get("/").body()).isEqualTo("second");
			assertThat(client.repetitions()).isOne();
		}
	}

	/** No repetition, or one: who is first is for the network to say. */
	@Test
	void keptConnectionThatIsClosedMeanwhile() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.serve(socket, "first");
			socket.close();
			this.closed.countDown();
		}, (socket) -> this.peer.serve(socket, "second"));
				HttpTestClient client = HttpTestClient.http1(server.port())) {
			client.get("/");
			assertThat(this.closed.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(client.get("/").body()).isEqualTo("second");
			assertThat(server.connections()).isEqualTo(2);
		}
	}

	@Test
	void keptConnectionIsUsedAgainWhereNothingIsWrong() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.serve(socket, "first");
			this.peer.serve(socket, "second");
		}); HttpTestClient client = HttpTestClient.http1(server.port())) {
			assertThat(client.get("/").body()).isEqualTo("first");
			assertThat(client.get("/").body()).isEqualTo("second");
			assertThat(server.connections()).isOne();
			assertThat(client.repetitions()).isZero();
		}
	}

	@Test
	void answerThatSaysCloseKeepsNothing() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.read(socket);
			this.peer.send(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
			// Another request would be answered by nobody.
		}, (socket) -> this.peer.serve(socket, "second"));
				HttpTestClient client = HttpTestClient.http1(server.port())) {
			client.get("/");
			assertThat(client.get("/").body()).isEqualTo("second");
			assertThat(client.repetitions()).isZero();
		}
	}

	/** Whoever does that is at fault, and a test has to see it. */
	@Test
	void newConnectionThatIsClosedWithoutAnAnswer() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.read(socket);
			socket.close();
		}); HttpTestClient client = HttpTestClient.http1(server.port())) {
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.get("/"));
			assertThat(server.connections()).isOne();
			assertThat(client.repetitions()).isZero();
		}
	}

	@Test
	void secondConnectionIsNewAndSoNotGivenUp() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.serve(socket, "first");
			this.peer.read(socket);
			socket.close();
		}, (socket) -> {
			this.peer.read(socket);
			socket.close();
		}); HttpTestClient client = HttpTestClient.http1(server.port())) {
			client.get("/");
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.get("/"));
			assertThat(server.connections()).isEqualTo(2);
			assertThat(client.repetitions()).isOne();
		}
	}

	/** It is not sent over a connection that may be about to be closed, either. */
	@Test
	void postIsNotRepeated() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.serve(socket, "first");
			this.peer.read(socket);
			socket.close();
		}, (socket) -> {
			this.peer.read(socket);
			socket.close();
		}); HttpTestClient client = HttpTestClient.http1(server.port())) {
			client.get("/");
			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> client.send(Request.post("/", "text/plain", "content")));
			assertThat(server.connections()).isEqualTo(2);
			assertThat(this.peer.requests()).filteredOn((request) -> request.startsWith("POST"))
				.singleElement()
				.asString()
				.endsWith("content")
				.doesNotContain("Expect:");
		}
	}

	@Test
	void postThatMayBeRepeated() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.serve(socket, "first");
			this.peer.read(socket);
			socket.close();
		}, (socket) -> this.peer.serve(socket, "second"));
				HttpTestClient client = HttpTestClient.http1(server.port())) {
			client.get("/");
			assertThat(client.send(Request.post("/", "text/plain", "content").asRepeatable()).body())
				.isEqualTo("second");
			assertThat(this.peer.requests()).hasSize(3).last().asString().endsWith("content");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", "HTTP/1.1 200 OK\r\nContent-Le",
			"HTTP", "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload; as=style\r\n\r\n" })
	void halfAnAnswerIsNotRepeated(String half) throws Exception {
		CountDownLatch read = new CountDownLatch(1);
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.serve(socket, "first");
			this.peer.read(socket);
			this.peer.send(socket, half);
			if (half.contains("103")) {
				read.await();
			}
			socket.close();
		}, (socket) -> this.peer.serve(socket, "second"));
				HttpTestClient client = HttpTestClient.http1(server.port())) {
			client.get("/");
			Exchange exchange = client.start(Request.get("/"));
			if (half.contains("103")) {
				assertThat(exchange.interim().links()).containsExactly("</a.css>; rel=preload; as=style");
				read.countDown();
			}
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(exchange::answer);
			assertThat(server.connections()).isOne();
			assertThat(client.repetitions()).isZero();
		}
	}

	@Test
	void repetitionCanBeSwitchedOff() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			this.peer.serve(socket, "first");
			this.peer.read(socket);
			socket.close();
		}, (socket) -> this.peer.serve(socket, "second"));
				HttpTestClient client = HttpTestClient.at("http://localhost:" + server.port())
					.version(HttpVersionPolicy.FORCE_HTTP_1)
					.withoutRepetition()
					.build()) {
			client.get("/");
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.get("/"));
			assertThat(server.connections()).isOne();
		}
	}

	@Test
	void nobodyThere() throws Exception {
		int port;
		try (ScriptedServer server = new ScriptedServer()) {
			port = server.port();
		}
		try (HttpTestClient client = HttpTestClient.http1(port)) {
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.get("/"))
				.withMessageContaining("GET /");
			assertThat(client.repetitions()).isZero();
		}
	}

}
