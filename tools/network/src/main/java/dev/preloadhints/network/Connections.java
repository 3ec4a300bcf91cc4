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
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Accepts connections on a port of this machine that no other machine can reach.
 */
final class Connections implements AutoCloseable {

	private final ServerSocket listener;

	/** Accept connections, and handle each in a thread of its own. */
	Connections(Handler handler) throws IOException {
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start(() -> {
			while (true) {
				Socket socket = this.listener.accept();
				start(() -> handle(socket, handler));
			}
		});
	}

	int port() {
		return this.listener.getLocalPort();
	}

	boolean isOpen() {
		return !this.listener.isClosed();
	}

	private static void handle(Socket socket, Handler handler) throws IOException, InterruptedException {
		try {
			socket.setTcpNoDelay(true);
			handler.handle(socket);
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	/** Run a task that ends with its connection. */
	static void start(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException | InterruptedException ex) {
				// One of the two ends has gone, and so does the connection.
				return;
			}
		}, "network");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
	}

	/** What is done with a connection; it is closed where that fails. */
	interface Handler {

		void handle(Socket socket) throws IOException, InterruptedException;

	}

	/** What a thread does. */
	interface Task {

		void run() throws IOException, InterruptedException;

	}

}
