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
import java.net.Socket;
import java.time.Duration;

/**
 * A TCP proxy that makes the way to a server on this machine longer and narrower: each
 * byte takes a delay in each direction, and all connections together share a rate. TLS
 * passes through it untouched. The TCP handshake itself is not delayed, because it ends
 * here.
 */
public final class SlowLink implements AutoCloseable {

	private final Relay relay;

	private final Connections connections;

	/**
	 * Open the way to a server on this machine.
	 * @param target the server's port
	 * @param delay what each byte takes in each direction, half a round trip
	 * @param bitsPerSecond what passes in each direction
	 * @throws IOException if there is no port to listen on
	 */
	public SlowLink(int target, Duration delay, long bitsPerSecond) throws IOException {
		this.relay = new Relay(new Conditions(delay.multipliedBy(2), bitsPerSecond));
		this.connections = new Connections(
				(socket) -> this.relay.join(socket, new Socket(InetAddress.getLoopbackAddress(), target)));
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

	@Override
	public void close() throws IOException {
		this.connections.close();
		this.relay.close();
	}

}
