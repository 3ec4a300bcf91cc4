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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Connections of HTTP/2 that a server gives up.
 */
@Timeout(60)
class Http2RepetitionTests {

	private final ScriptedServer.Script willing = (socket) -> {
		Http2Peer peer = new Http2Peer(socket);
		while (true) {
			peer.answer(peer.read(), "willing");
		}
	};

	@ParameterizedTest
	@ValueSource(ints = { Http2Peer.NO_ERROR, Http2Peer.INTERNAL_ERROR })
	void serverGoesAwayWhenTheNextRequestComes(int error) throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			Http2Peer peer = new Http2Peer(socket);
			int first = peer.read();
			peer.answer(first, "first");
			peer.read();
			peer.goAway(first, error);
		}, this.willing); HttpTestClient client = HttpTestClient.http2(server.port())) {
			assertThat(client.get("/").body()).isEqualTo("first");
			Answer answer = client.get("/");
			assertThat(answer.body()).isEqualTo("willing");
			assertThat(answer.version()).isEqualTo("HTTP/2.0");
			assertThat(answer.repetitions()).isOne();
			assertThat(client.get("/").repetitions()).isZero();
			assertThat(server.connections()).isEqualTo(2);
			assertThat(server.failures()).isEmpty();
		}
	}

	/** As when it refuses something before it has read all of it. */
	@Test
	void serverGoesAwayRightAfterItsAnswer() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			Http2Peer peer = new Http2Peer(socket);
			peer.answer(peer.read(), "first");
			peer.goAway(0, Http2Peer.INTERNAL_ERROR);
			socket.close();
		}, this.willing); HttpTestClient client = HttpTestClient.http2(server.port())) {
			assertThat(client.get("/").body()).isEqualTo("first");
			assertThat(client.repetitions()).isZero();
			assertThat(client.get("/").body()).isEqualTo("willing");
			assertThat(server.connections()).isEqualTo(2);
		}
	}

	/** It says so before it looked at anything, over and over. */
	@Test
	void serverThatAlwaysGoesAwayIsNotAskedForever() throws Exception {
		ScriptedServer.Script leaving = (socket) -> {
			Http2Peer peer = new Http2Peer(socket);
			peer.read();
			peer.goAway(0, Http2Peer.NO_ERROR);
		};
		try (ScriptedServer server = new ScriptedServer(leaving, leaving, leaving, leaving, leaving);
				HttpTestClient client = HttpTestClient.http2(server.port())) {
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.get("/"));
			assertThat(client.repetitions()).isEqualTo(3);
			assertThat(server.connections()).isEqualTo(4);
		}
	}

	@Test
	void refusedStream() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			Http2Peer peer = new Http2Peer(socket);
			peer.reset(peer.read(), Http2Peer.REFUSED_STREAM);
		}, this.willing); HttpTestClient client = HttpTestClient.http2(server.port())) {
			assertThat(client.get("/").body()).isEqualTo("willing");
			assertThat(client.repetitions()).isOne();
		}
	}

	@Test
	void keptConnectionThatIsClosed() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			Http2Peer peer = new Http2Peer(socket);
			peer.answer(peer.read(), "first");
			peer.read();
			socket.close();
		}, this.willing); HttpTestClient client = HttpTestClient.http2(server.port())) {
			assertThat(client.get("/").body()).isEqualTo("first");
			assertThat(client.get("/").body()).isEqualTo("willing");
			assertThat(client.repetitions()).isOne();
		}
	}

	@Test
	void streamThatFailsIsAnAnswer() throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			Http2Peer peer = new Http2Peer(socket);
			peer.answer(peer.read(), "first");
			peer.reset(peer.read(), Http2Peer.INTERNAL_ERROR);
		}, this.willing); HttpTestClient client = HttpTestClient.http2(server.port())) {
			client.get("/");
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.get("/"));
			assertThat(server.connections()).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void halfAnAnswerIsNotRepeated(boolean interim) throws Exception {
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			Http2Peer peer = new Http2Peer(socket);
			peer.answer(peer.read(), "first");
			int second = peer.read();
			if (interim) {
				peer.hint(second, "</a.css>; rel=preload");
			}
			else {
				peer.begin(second);
			}
			peer.goAway(0, Http2Peer.INTERNAL_ERROR);
			socket.close();
		}, this.willing); HttpTestClient client = HttpTestClient.http2(server.port())) {
			client.get("/");
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.get("/"));
			assertThat(server.connections()).isOne();
			assertThat(client.repetitions()).isZero();
		}
	}

	@Test
	void interimResponseIsThereBeforeTheAnswer() throws Exception {
		CompletableFuture<Void> seen = new CompletableFuture<>();
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			Http2Peer peer = new Http2Peer(socket);
			int stream = peer.read();
			peer.hint(stream, "</a.css>; rel=preload, </b.css>; rel=preload");
			seen.get(30, TimeUnit.SECONDS);
			peer.answer(stream, "page");
		}); HttpTestClient client = HttpTestClient.http2(server.port())) {
			Exchange exchange = client.start(Request.navigation("/"));
			assertThat(exchange.interim().status()).isEqualTo(103);
			assertThat(exchange.isAnswered()).isFalse();
			seen.complete(null);
			assertThat(exchange.answer().hints()).containsExactly("</a.css>; rel=preload", "</b.css>; rel=preload");
			assertThat(exchange.answer().isHinted()).isTrue();
			assertThat(exchange.answer().body()).isEqualTo("page");
		}
	}

	@Test
	void whoWaitsForAnInterimResponseIsToldThatThereIsNone() throws Exception {
		try (ScriptedServer server = new ScriptedServer(this.willing);
				HttpTestClient client = HttpTestClient.http2(server.port())) {
			Exchange exchange = client.start(Request.get("/"));
			assertThatExceptionOfType(AssertionError.class).isThrownBy(exchange::interim);
			assertThat(exchange.answer().hints()).isEmpty();
		}
	}

	@Test
	void cancelResetsTheStream() throws Exception {
		CompletableFuture<Integer> reason = new CompletableFuture<>();
		try (ScriptedServer server = new ScriptedServer((socket) -> {
			Http2Peer peer = new Http2Peer(socket);
			peer.hint(peer.read(), "</a.css>; rel=preload");
			reason.complete(peer.readReset());
		}); HttpTestClient client = HttpTestClient.http2(server.port())) {
			Exchange exchange = client.start(Request.get("/"));
			exchange.interim();
			exchange.cancel();
			assertThat(reason.get(30, TimeUnit.SECONDS)).isEqualTo(Http2Peer.CANCEL);
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(exchange::answer);
			assertThat(client.repetitions()).isZero();
		}
	}

}
