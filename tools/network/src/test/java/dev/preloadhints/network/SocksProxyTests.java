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
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The JDK's own SOCKS client, a server that sends back what it gets, and the proxy
 * between.
 */
class SocksProxyTests {

	private static final InetSocketAddress SHOP = InetSocketAddress.createUnresolved("shop.example", 443);

	private final List<InetSocketAddress> asked = new CopyOnWriteArrayList<>();

	private Connections echo;

	@BeforeEach
	void open() throws IOException {
		this.echo = new Connections((socket) -> {
			try (socket) {
				socket.getInputStream().transferTo(socket.getOutputStream());
			}
		});
	}

	@AfterEach
	void close() throws IOException {
		this.echo.close();
	}

	@Test
	void namesAreResolvedAtTheFarEnd() throws IOException {
		try (SocksProxy proxy = proxy(Conditions.REAL); Socket socket = client(proxy)) {
			socket.connect(SHOP);
			assertThat(echo(socket, "owls")).isEqualTo("owls");
			assertThat(this.asked).containsExactly(SHOP);
		}
	}

	@Test
	void connectionTakesARoundTripAndEachAnswerAnother() throws IOException {
		Duration roundTrip = Duration.ofMillis(100);
		try (SocksProxy proxy = proxy(new Conditions(roundTrip, Conditions.UNLIMITED)); Socket socket = client(proxy)) {
			long begin = System.nanoTime();
			socket.connect(SHOP);
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(roundTrip);
			assertThat(echo(socket, "owls")).isEqualTo("owls");
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(roundTrip.multipliedBy(2));
		}
	}

	@Test
	void bandwidthIsKept() throws IOException {
		try (SocksProxy proxy = proxy(new Conditions(Duration.ZERO, 800_000)); Socket socket = client(proxy)) {
			socket.connect(SHOP);
			long begin = System.nanoTime();
			String text = "owl!".repeat(5000);
			assertThat(echo(socket, text)).isEqualTo(text);
			// 20 KB at 100 KB/s.
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
		}
	}

	@Test
	void serverThatIsNotThereIsNotReached() throws IOException {
		// A port that is taken, where nobody listens.
		try (Socket taken = new Socket()) {
			taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			InetSocketAddress address = (InetSocketAddress) taken.getLocalSocketAddress();
			try (SocksProxy proxy = new SocksProxy(Conditions.REAL, (any) -> address); Socket socket = client(proxy)) {
				assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.connect(SHOP));
			}
		}
	}

	private SocksProxy proxy(Conditions conditions) throws IOException {
		return new SocksProxy(conditions, (address) -> {
			this.asked.add(address);
			return new InetSocketAddress(InetAddress.getLoopbackAddress(), this.echo.port());
		});
	}

	private static Socket client(SocksProxy proxy) {
		URI url = URI.create(proxy.url());
		return new Socket(new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(url.getHost(), url.getPort())));
	}

	private static String echo(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		return new String(socket.getInputStream().readNBytes(text.length()), StandardCharsets.US_ASCII);
	}

}
