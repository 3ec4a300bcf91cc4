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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A TCP proxy that makes the way to a server on this machine longer and narrower: opening
 * a connection takes a round trip, each byte takes half of one, and all connections
 * together share a rate. TLS passes through it untouched. Nobody reaches it from another
 * machine.
 */
public final class SlowLink implements AutoCloseable {

	/**
	 * Small, so that what waits for the line waits in the server, which knows what
	 * matters.
	 */
	private static final int RECEIVE_BUFFER_SIZE = 64 * 1024;

	private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

	private final int target;

	private final Conditions conditions;

	private final Relay relay;

	private final Connections connections;

	/** The ports from which connections to the server come. */
	private final Set<Integer> sources = ConcurrentHashMap.newKeySet();

	/**
	 * Open the way to a server on this machine.
	 * @param target the server's port
	 * @param conditions what the way is like
	 * @throws IOException if there is no port to listen on
	 */
	public SlowLink(int target, Conditions conditions) throws IOException {
		this.target = target;
		this.conditions = conditions;
		this.relay = new Relay(conditions);
		this.connections = new Connections(this::connect);
	}

	/**
	 * Open the way to a server on this machine for a while.
	 * @param target the server's port
	 * @param conditions what the way is like
	 * @param lifetime how long it is open, unless it is closed before
	 * @throws IOException if there is no port to listen on
	 */
	public SlowLink(int target, Conditions conditions, Duration lifetime) throws IOException {
		this(target, conditions);
		CompletableFuture.delayedExecutor(lifetime.toNanos(), TimeUnit.NANOSECONDS).execute(() -> {
			try {
				close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/**
	 * Return where the way begins.
	 * @return the port
	 */
	public int port() {
		return this.connections.port();
	}

	/**
	 * Return the address of a page at the other end.
	 * @param path the path of the page
	 * @return its URL
	 */
	public String url(String path) {
		return "https://localhost:" + port() + path;
	}

	/**
	 * Tell whether the way is still open.
	 * @return {@code false} after it was closed
	 */
	public boolean isOpen() {
		return this.connections.isOpen();
	}

	/**
	 * Tell whether a connection that the server has came through here.
	 * @param address the address of its other end
	 * @param port the port of its other end
	 * @param localPort the server's port
	 * @return {@code true} if it did
	 */
	public boolean carries(String address, int port, int localPort) {
		return localPort == this.target && address.equals(LOOPBACK.getHostAddress()) && this.sources.contains(port);
	}

	private void connect(Socket near) throws IOException {
		long connected = System.nanoTime() + this.conditions.roundTrip().toNanos();
		Socket far = new Socket();
		far.setReceiveBufferSize(RECEIVE_BUFFER_SIZE);
		far.connect(new InetSocketAddress(LOOPBACK, this.target));
		this.sources.add(far.getLocalPort());
		this.relay.join(near, far, connected);
	}

	@Override
	public void close() throws IOException {
		this.connections.close();
		this.relay.close();
	}

}
