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

package dev.preloadhints.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Takes what is uploaded, as Maven Central does.
 */
final class Central implements AutoCloseable {

	private final HttpServer server;

	private final BlockingQueue<byte[]> uploads = new LinkedBlockingQueue<>();

	private Central(HttpServer server) {
		this.server = server;
	}

	static Central start() throws IOException {
		Central central = new Central(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
		central.server.createContext("/api/v1/publisher/upload", (exchange) -> {
			central.uploads.add(fileIn(exchange));
			answer(exchange, 201, "00000000-0000-0000-0000-000000000001");
		});
		central.server.start();
		return central;
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/**
	 * What was uploaded and not asked for yet.
	 */
	byte[] upload() {
		byte[] upload = this.uploads.poll();
		if (upload == null) {
			throw new IllegalStateException("Nothing was uploaded");
		}
		return upload;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * The only part of a multipart body, which a line with the boundary precedes and
	 * follows.
	 */
	private static byte[] fileIn(HttpExchange exchange) {
		try {
			byte[] body = exchange.getRequestBody().readAllBytes();
			String text = new String(body, StandardCharsets.ISO_8859_1);
			String boundary = text.substring(0, text.indexOf("\r\n"));
			int begin = text.indexOf("\r\n\r\n") + 4;
			int end = text.lastIndexOf("\r\n" + boundary + "--");
			return text.substring(begin, end).getBytes(StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange, int status, String text) throws IOException {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, body.length);
		try (exchange) {
			exchange.getResponseBody().write(body);
		}
	}

}
