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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A plain connection to a server of this machine: what really goes over the wire, before
 * any client makes sense of it, and what no client would send. Bytes are characters of
 * ISO 8859-1.
 */
public final class RawConnection implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 30_000;

	private final Socket socket = new Socket();

	private RawConnection(int port, int receiveBufferSize) {
		try {
			if (receiveBufferSize > 0) {
				this.socket.setReceiveBufferSize(receiveBufferSize);
			}
			this.socket.connect(new InetSocketAddress("localhost", port), PATIENCE_MILLIS);
			this.socket.setSoTimeout(PATIENCE_MILLIS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Connect.
	 * @param port where the server listens
	 * @return the connection
	 */
	public static RawConnection to(int port) {
		return new RawConnection(port, 0);
	}

	/**
	 * Connect as somebody who has no room for much.
	 * @param port where the server listens
	 * @param receiveBufferSize number of bytes that fit into this side's buffer
	 * @return the connection
	 */
	public static RawConnection withReceiveBuffer(int port, int receiveBufferSize) {
		return new RawConnection(port, receiveBufferSize);
	}

	/**
	 * Ask for a page over HTTP/1.1, and for the connection to be closed after it.
	 * @param port where the server listens
	 * @param target path and query
	 * @param headers names and values, by turns
	 * @return all that came back
	 */
	public static RawAnswer get(int port, String target, String... headers) {
		try (RawConnection connection = to(port)) {
			connection.send(request("GET", target, "close", List.of(headers)));
			return new RawAnswer(connection.read());
		}
	}

	/**
	 * Write a request of HTTP/1.1, without content.
	 * @param method the method
	 * @param target path and query
	 * @param connection {@code close} or {@code keep-alive}
	 * @param headers names and values, by turns
	 * @return the head of the request
	 */
	public static String request(String method, String target, String connection, List<String> headers) {
		StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
		for (int i = 0; i < headers.size(); i += 2) {
			request.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
		}
		return request.append("Connection: ").append(connection).append("\r\n\r\n").toString();
	}

	/**
	 * Send something.
	 * @param text the bytes
	 * @return this connection
	 */
	public RawConnection send(String text) {
		try {
			this.socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read all that comes, until the server closes the connection.
	 * @return the bytes
	 */
	public String read() {
		try {
			return new String(input().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read some of what comes.
	 * @param length number of bytes to wait for
	 * @return the bytes, fewer if the server closes the connection before
	 */
	public String read(int length) {
		try {
			return new String(input().readNBytes(length), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What comes, as it comes.
	 * @return the bytes
	 */
	public InputStream input() {
		try {
			return this.socket.getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Leave without a word: the connection is not closed in order, but reset. */
	public void reset() {
		try {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
