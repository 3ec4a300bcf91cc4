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

package dev.preloadhints.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server that writes a {@code 103} and the page after it in one send, so that a proxy
 * has both in its buffer at once.
 */
final class OneSendOrigin implements AutoCloseable {

	private static final int CHUNK = 8000;

	private final ServerSocket socket;

	private final byte[] answer;

	OneSendOrigin(String interim, String page) {
		this.answer = answer(interim, page);
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::serve, "origin");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket connection = this.socket.accept()) {
				readHead(connection.getInputStream());
				connection.getOutputStream().write(this.answer);
			}
			catch (IOException ex) {
				// The next one.
			}
		}
	}

	private static void readHead(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int read = in.read();
			if (read < 0) {
				throw new IOException("No request");
			}
			head.append((char) read);
		}
	}

	private static byte[] answer(String interim, String page) {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		answer.writeBytes(ascii(interim + "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
				+ "Transfer-Encoding: chunked\r\n\r\n"));
		for (int start = 0; start < page.length(); start += CHUNK) {
			String chunk = page.substring(start, Math.min(page.length(), start + CHUNK));
			answer.writeBytes(ascii(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n"));
		}
		answer.writeBytes(ascii("0\r\n\r\n"));
		return answer.toByteArray();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
