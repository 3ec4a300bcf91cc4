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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that does to its connections exactly what a test says, one script for each
 * connection in turn.
 */
final class ScriptedServer implements AutoCloseable {

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final List<Throwable> failures = new CopyOnWriteArrayList<>();

	private final Queue<Script> scripts;

	private final ServerSocket server;

	ScriptedServer(Script... scripts) throws IOException {
		this.scripts = new ConcurrentLinkedQueue<>(List.of(scripts));
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::accept, "scripted-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.server.accept();
				this.sockets.add(socket);
				Script script = this.scripts.poll();
				Thread thread = new Thread(() -> play(script, socket), "scripted-connection");
				thread.setDaemon(true);
				thread.start();
			}
		}
		catch (IOException ex) {
			// The test is over.
		}
	}

	private void play(Script script, Socket socket) {
		try {
			script.play(socket);
		}
		catch (Exception | AssertionError ex) {
			if (!this.server.isClosed()) {
				this.failures.add(ex);
			}
		}
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** Number of connections so far. */
	int connections() {
		return this.sockets.size();
	}

	/** What went wrong here, which a test should see. */
	List<Throwable> failures() {
		return this.failures;
	}

	/** Close a connection without a word, so that the other side sees a reset. */
	static void reset(Socket socket) throws IOException {
		socket.setSoLinger(true, 0);
		socket.close();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	/** What a connection is for. */
	interface Script {

		void play(Socket socket) throws Exception;

	}

}
