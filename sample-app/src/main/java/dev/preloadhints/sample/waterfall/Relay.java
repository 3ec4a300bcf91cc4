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

package dev.preloadhints.sample.waterfall;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A TCP relay that puts a network between a browser and the shop: each byte takes half a
 * round trip in its direction, and all connections together share a rate. TLS passes
 * through untouched. It listens on the loopback address, leads to one port of the
 * loopback address, and ends by itself after a time.
 * <p>
 * The handshake of TCP ends here and takes no time; so that a connection costs what it
 * would cost, its first bytes wait for that round trip.
 */
final class Relay implements Closeable {

	static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

	private static final Log logger = LogFactory.getLog(Relay.class);

	/** About one packet. */
	private static final int CHUNK_SIZE = 1460;

	/**
	 * Small, so that what waits for the line waits in the server, which knows what
	 * matters.
	 */
	private static final int RECEIVE_BUFFER_SIZE = 64 * 1024;

	private final ServerSocket listener;

	private final int target;

	private final Network network;

	private final TokenBucket up;

	private final TokenBucket down;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	/** The ports from which the relay's own connections to the shop come. */
	private final Set<Integer> sources = ConcurrentHashMap.newKeySet();

	private final long end;

	Relay(int target, Network network, Duration lifetime) throws IOException {
		this.listener = new ServerSocket(0, 50, LOOPBACK);
		this.target = target;
		this.network = network;
		this.up = new TokenBucket(network.bitsPerSecond(), System.nanoTime());
		this.down = new TokenBucket(network.bitsPerSecond(), System.nanoTime());
		this.end = System.nanoTime() + lifetime.toNanos();
		start(this::accept);
	}

	/** Where it listens. */
	int port() {
		return this.listener.getLocalPort();
	}

	boolean isOpen() {
		return !this.listener.isClosed();
	}

	/**
	 * Whether a connection that the shop has came through here.
	 * @param address the address of its other end
	 * @param port the port of its other end
	 * @param localPort the shop's port
	 * @return {@code true} if it is one of this relay's
	 */
	boolean carries(String address, int port, int localPort) {
		return localPort == this.target && address.equals(LOOPBACK.getHostAddress()) && this.sources.contains(port);
	}

	private void accept() throws IOException, InterruptedException {
		try (this) {
			while (true) {
				int left = (int) Duration.ofNanos(this.end - System.nanoTime()).toMillis();
				this.listener.setSoTimeout(Math.max(1, left));
				connect(this.listener.accept(), new Socket());
			}
		}
		catch (SocketTimeoutException ex) {
			logger.debug("The relay on port " + this.listener.getLocalPort() + " was forgotten");
		}
	}

	private void connect(Socket browser, Socket shop) throws IOException {
		this.sockets.addAll(Set.of(browser, shop));
		try {
			shop.setReceiveBufferSize(RECEIVE_BUFFER_SIZE);
			shop.connect(new InetSocketAddress(LOOPBACK, this.target));
			this.sources.add(shop.getLocalPort());
			browser.setTcpNoDelay(true);
			shop.setTcpNoDelay(true);
		}
		catch (IOException ex) {
			// The browser has gone already, or the shop. Others may come.
			logger.debug("A connection through the relay was not made", ex);
			browser.close();
			shop.close();
			return;
		}
		long oneWay = this.network.roundTrip().toNanos() / 2;
		relay(browser, shop, this.up, System.nanoTime() + 3 * oneWay);
		relay(shop, browser, this.down, System.nanoTime());
	}

	private void relay(Socket from, Socket to, TokenBucket line, long notBefore) {
		long oneWay = this.network.roundTrip().toNanos() / 2;
		BlockingQueue<Chunk> onTheWay = new LinkedBlockingQueue<>();
		start(() -> {
			byte[] buffer = new byte[CHUNK_SIZE];
			int length = 0;
			while (length >= 0) {
				length = read(from, buffer);
				byte[] bytes = Arrays.copyOf(buffer, Math.max(0, length));
				long sent = line.send(bytes.length, System.nanoTime());
				// No more is on the way than the line holds.
				sleepUntil(sent);
				onTheWay.add(new Chunk(ByteBuffer.wrap(bytes), Math.max(sent + oneWay, notBefore), length < 0));
			}
		});
		start(() -> {
			try (from; to) {
				OutputStream output = to.getOutputStream();
				for (Chunk chunk = onTheWay.take(); !chunk.last(); chunk = onTheWay.take()) {
					sleepUntil(chunk.due());
					output.write(chunk.bytes().array());
				}
			}
			finally {
				this.sockets.remove(from);
				this.sockets.remove(to);
			}
		});
	}

	/** Read, or tell the end; a connection that was cut has ended too. */
	private static int read(Socket from, byte[] buffer) {
		try {
			InputStream input = from.getInputStream();
			return input.read(buffer);
		}
		catch (IOException ex) {
			return -1;
		}
	}

	private static void sleepUntil(long time) {
		for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private void start(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException | InterruptedException ex) {
				logger.debug("A connection through the relay ended", ex);
			}
		}, "waterfall-relay");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	private record Chunk(ByteBuffer bytes, long due, boolean last) {
	}

	private interface Task {

		void run() throws IOException, InterruptedException;

	}

}
