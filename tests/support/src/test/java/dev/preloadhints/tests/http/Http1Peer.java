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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The other side of a connection of HTTP/1.1.
 */
final class Http1Peer {

	private final List<String> requests = new CopyOnWriteArrayList<>();

	/** Wait for a request and read it whole. */
	String read(Socket socket) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
		StringBuilder request = new StringBuilder();
		int length = 0;
		for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
			request.append(line).append('\n');
			if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
				length = Integer.parseInt(line.substring("content-length: ".length()));
			}
		}
		for (int i = 0; i < length; i++) {
			request.append((char) in.read());
		}
		this.requests.add(request.toString());
		return request.toString();
	}

	/** Answer with some text. */
	void answer(Socket socket, String text) throws IOException {
		send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + text.length() + "\r\n\r\n" + text);
	}

	void send(Socket socket, String bytes) throws IOException {
		socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Read a request and answer it. */
	void serve(Socket socket, String text) throws IOException {
		read(socket);
		answer(socket, text);
	}

	/** All requests that were read, over all connections. */
	List<String> requests() {
		return this.requests;
	}

}
