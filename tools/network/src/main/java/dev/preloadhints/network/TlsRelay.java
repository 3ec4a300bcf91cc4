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

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Stands between a browser and one server, with TLS on both sides, and can keep the
 * server's Early Hints from having an effect. A browser heeds only the first {@code 103}
 * of a response (HTML standard, "create navigation params by fetching"), so it is sent an
 * empty one before anything that the server says on a stream. All else passes as it is.
 */
public final class TlsRelay implements Closeable {

	private static final String HTTP_2 = "h2";

	private static final String HTTP_1_1 = "http/1.1";

	private static final int BUFFER_SIZE = 16 * 1024;

	private static final int HEADERS = 1;

	/**
	 * {@code :status: 103} as a literal that leaves the table of header fields as it is
	 * (RFC 7541, section 6.2.2), whose name is entry 8 of the static one.
	 */
	private static final byte[] EARLY_HINTS = { 8, 3, '1', '0', '3' };

	private static final int END_HEADERS = 4;

	private final InetSocketAddress server;

	private final Trust trust;

	private final SSLContext identity;

	private final boolean withoutEarlyHints;

	private final Connections connections;

	/**
	 * Stand between.
	 * @param server the server's unresolved address
	 * @param trust which servers are trusted
	 * @param identity what the browser is told who this is
	 * @param withoutEarlyHints whether Early Hints have no effect
	 * @throws IOException if there is no port to listen on
	 */
	public TlsRelay(InetSocketAddress server, Trust trust, SSLContext identity, boolean withoutEarlyHints)
			throws IOException {
		this.server = server;
		this.trust = trust;
		this.identity = identity;
		this.withoutEarlyHints = withoutEarlyHints;
		this.connections = new Connections(this::relay);
	}

	/**
	 * Return where to connect instead of the server.
	 * @return the address
	 */
	public InetSocketAddress address() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), this.connections.port());
	}

	private void relay(Socket socket) throws IOException {
		SSLSocket far = connect(this.trust.context(), this.server);
		String protocol = far.getApplicationProtocol();
		SSLSocket near = (SSLSocket) this.identity.getSocketFactory().createSocket(socket, null, true);
		near.setUseClientMode(false);
		near.setHandshakeApplicationProtocolSelector(
				(handshake, offered) -> offered.contains(protocol) ? protocol : "");
		near.startHandshake();
		Connections.start(() -> {
			try (near; far) {
				copy(near.getInputStream(), far.getOutputStream());
			}
		});
		try (near; far) {
			if (this.withoutEarlyHints && protocol.equals(HTTP_2)) {
				copyFrames(far.getInputStream(), near.getOutputStream());
			}
			else {
				copy(far.getInputStream(), near.getOutputStream());
			}
		}
	}

	static SSLSocket connect(SSLContext trust, InetSocketAddress server) throws IOException {
		Socket socket = SocksProxy.dial(server);
		socket.setTcpNoDelay(true);
		SSLSocket result = (SSLSocket) trust.getSocketFactory()
			.createSocket(socket, server.getHostString(), server.getPort(), true);
		SSLParameters parameters = result.getSSLParameters();
		parameters.setApplicationProtocols(new String[] { HTTP_2, HTTP_1_1 });
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		result.setSSLParameters(parameters);
		result.startHandshake();
		return result;
	}

	private static void copy(InputStream from, OutputStream to) throws IOException {
		byte[] buffer = new byte[BUFFER_SIZE];
		for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
			to.write(buffer, 0, length);
		}
	}

	/** Copy frames of HTTP/2 (RFC 9113, section 4.1). */
	static void copyFrames(InputStream from, OutputStream to) throws IOException {
		DataInputStream input = new DataInputStream(new BufferedInputStream(from, BUFFER_SIZE));
		BufferedOutputStream output = new BufferedOutputStream(to, BUFFER_SIZE);
		Set<Integer> answered = new HashSet<>();
		byte[] buffer = new byte[BUFFER_SIZE];
		while (true) {
			byte[] header = input.readNBytes(9);
			if (header.length < 9) {
				return;
			}
			int stream = ByteBuffer.wrap(header).getInt(5);
			if (header[3] == HEADERS && answered.add(stream)) {
				output.write(ByteBuffer.allocate(9)
					.putInt(EARLY_HINTS.length << 8 | HEADERS)
					.put((byte) END_HEADERS)
					.putInt(stream)
					.array());
				output.write(EARLY_HINTS);
			}
			output.write(header);
			int left = ByteBuffer.wrap(header).getInt() >>> 8;
			while (left > 0) {
				int length = input.read(buffer, 0, Math.min(left, buffer.length));
				if (length < 0) {
					throw new EOFException();
				}
				output.write(buffer, 0, length);
				left -= length;
			}
			if (input.available() == 0) {
				output.flush();
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.connections.close();
	}

}
