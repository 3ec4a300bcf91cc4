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

package dev.preloadhints.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

class SlowLinkTests {

	private static final Conditions FAST = new Conditions(Duration.ZERO, 1_000_000_000);

	private ServerSocket server;

	@BeforeEach
	void listen() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	}

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	@Test
	void everythingArrivesUnchangedInBothDirections() throws Exception {
		byte[] question = bytes(300_000, 1);
		byte[] answer = bytes(700_000, 2);
		try (SlowLink link = link(FAST); Socket client = connect(link); Socket accepted = this.server.accept()) {
			client.getOutputStream().write(question);
			assertThat(accepted.getInputStream().readNBytes(question.length)).isEqualTo(question);
			accepted.getOutputStream().write(answer);
			accepted.close();
			assertThat(client.getInputStream().readAllBytes()).isEqualTo(answer);
		}
	}

	@Test
	void answerTakesTheRoundTripAndTheConnectionAnother() throws Exception {
		Duration roundTrip = Duration.ofMillis(80);
		try (SlowLink link = link(new Conditions(roundTrip, 1_000_000_000))) {
			long start = System.nanoTime();
			try (Socket client = connect(link); Socket accepted = this.server.accept()) {
				echo(client, accepted);
				assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2 * roundTrip.toNanos());
				start = System.nanoTime();
				echo(client, accepted);
				assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(roundTrip.toNanos());
			}
		}
	}

	@Test
	void bytesTakeTheirTimeInEachDirection() throws Exception {
		Conditions conditions = new Conditions(Duration.ZERO, 8_000_000);
		try (SlowLink link = link(conditions); Socket client = connect(link); Socket accepted = this.server.accept()) {
			assertThat(time(client, accepted, 200_000)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
			assertThat(time(accepted, client, 200_000)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
		}
	}

	@Test
	void connectionsShareTheLine() throws Exception {
		Conditions conditions = new Conditions(Duration.ZERO, 8_000_000);
		try (SlowLink link = link(conditions);
				Socket client = connect(link);
				Socket accepted = this.server.accept();
				Socket other = connect(link);
				Socket otherAccepted = this.server.accept()) {
			long start = System.nanoTime();
			client.getOutputStream().write(new byte[100_000]);
			other.getOutputStream().write(new byte[100_000]);
			accepted.getInputStream().readNBytes(100_000);
			otherAccepted.getInputStream().readNBytes(100_000);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
		}
	}

	@Test
	void knowsItsOwnConnections() throws Exception {
		try (SlowLink link = link(FAST); Socket client = connect(link); Socket accepted = this.server.accept()) {
			echo(client, accepted);
			int port = this.server.getLocalPort();
			assertThat(link.carries("127.0.0.1", accepted.getPort(), port)).isTrue();
			assertThat(link.carries("127.0.0.1", accepted.getPort(), port + 1)).isFalse();
			assertThat(link.carries("127.0.0.1", accepted.getPort() + 1, port)).isFalse();
			assertThat(link.carries("192.0.2.1", accepted.getPort(), port)).isFalse();
		}
	}

	@Test
	void nobodyElseReachesIt() throws Exception {
		Optional<InetAddress> address = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((each) -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
			.findFirst();
		assumeThat(address).isPresent();
		try (SlowLink link = link(FAST); Socket socket = new Socket()) {
			assertThatIOException()
				.isThrownBy(() -> socket.connect(new InetSocketAddress(address.get(), link.port()), 2000));
		}
	}

	@Test
	void endsWithAllItsConnections() throws Exception {
		SlowLink link = link(FAST);
		try (Socket client = connect(link); Socket accepted = this.server.accept()) {
			link.close();
			assertThat(link.isOpen()).isFalse();
			assertThat(ended(accepted)).isTrue();
			awaitRefusal(link);
		}
	}

	/** A connection that is being made while the way is closed is closed as well. */
	@RepeatedTest(50)
	void endsWithAConnectionThatIsBeingMade() throws Exception {
		SlowLink link = link(FAST);
		try (Socket client = connect(link)) {
			link.close();
			assertThat(ended(client)).isTrue();
		}
	}

	@Test
	void endsByItself() throws Exception {
		SlowLink link = new SlowLink(this.server.getLocalPort(), FAST, Duration.ofMillis(50));
		while (link.isOpen()) {
			Thread.sleep(10);
		}
		awaitRefusal(link);
	}

	private SlowLink link(Conditions conditions) throws IOException {
		return new SlowLink(this.server.getLocalPort(), conditions);
	}

	private static Socket connect(SlowLink link) throws IOException {
		return new Socket(InetAddress.getLoopbackAddress(), link.port());
	}

	/** The system gives a port back when the thread that waits at it was woken. */
	private static void awaitRefusal(SlowLink link) throws InterruptedException {
		try {
			while (true) {
				connect(link).close();
				Thread.sleep(10);
			}
		}
		catch (IOException ex) {
			// Refused, or reset just before.
			return;
		}
	}

	private static boolean ended(Socket client) throws IOException {
		try {
			return client.getInputStream().read() == -1;
		}
		catch (SocketException ex) {
			// Cut rather than closed.
			return true;
		}
	}

	private static void echo(Socket client, Socket accepted) throws IOException {
		client.getOutputStream().write(1);
		accepted.getOutputStream().write(accepted.getInputStream().read());
		assertThat(client.getInputStream().read()).isEqualTo(1);
	}

	private static Duration time(Socket from, Socket to, int size) throws IOException {
		long start = System.nanoTime();
		from.getOutputStream().write(new byte[size]);
		assertThat(to.getInputStream().readNBytes(size)).hasSize(size);
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private static byte[] bytes(int size, int seed) {
		byte[] bytes = new byte[size];
		new Random(seed).nextBytes(bytes);
		return bytes;
	}

}
