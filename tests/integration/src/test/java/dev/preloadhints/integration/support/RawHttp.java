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

package dev.preloadhints.integration.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * HTTP/1.1 over a plain socket: what really went over the wire, before any client makes
 * sense of it.
 */
public final class RawHttp {

	private final String response;

	private RawHttp(String response) {
		this.response = response;
	}

	/** Ask for a page, and for the connection to be closed after it. */
	public static RawHttp get(TestServer server, String path) {
		try (Socket socket = new Socket("localhost", server.port())) {
			socket.setSoTimeout(30_000);
			String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			InputStream in = socket.getInputStream();
			return new RawHttp(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The lines before the first empty one: status line and header fields. */
	public List<String> head() {
		return List.of(this.response.substring(0, this.response.indexOf("\r\n\r\n")).split("\r\n"));
	}

	public String body() {
		return this.response.substring(this.response.indexOf("\r\n\r\n") + 4);
	}

}
