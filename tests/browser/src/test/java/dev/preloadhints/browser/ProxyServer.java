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

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * A proxy of its own, which runs as long as a test needs it.
 */
final class ProxyServer implements AutoCloseable {

	private final Path directory;

	private final Process process;

	private final int port;

	private ProxyServer(Path directory, Process process, int port) {
		this.directory = directory;
		this.process = process;
		this.port = port;
	}

	/**
	 * Start it and wait until it listens.
	 * @param directory of its own, deleted at the end
	 * @param port where it listens
	 * @param command program and arguments, such that it stays in the foreground
	 */
	static ProxyServer start(Path directory, int port, List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(directory.resolve("output.log").toFile())
			.start();
		ProxyServer proxy = new ProxyServer(directory, process, port);
		proxy.awaitStart();
		return proxy;
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	static boolean isRoot() {
		return System.getProperty("user.name").equals("root");
	}

	int port() {
		return this.port;
	}

	private void awaitStart() throws IOException, InterruptedException {
		for (int i = 0; i < 100 && this.process.isAlive(); i++) {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 1000);
				return;
			}
			catch (IOException ex) {
				Thread.sleep(100);
			}
		}
		String output = output();
		close();
		throw new IllegalStateException("The proxy does not listen: " + output);
	}

	/** What it has said and logged so far. */
	String output() throws IOException {
		StringBuilder output = new StringBuilder();
		try (Stream<Path> files = Files.list(this.directory)) {
			for (Path log : files.filter((file) -> file.toString().endsWith(".log")).toList()) {
				output.append(Files.readString(log));
			}
		}
		return output.toString();
	}

	@Override
	public void close() throws IOException, InterruptedException {
		List<ProcessHandle> children = this.process.descendants().toList();
		this.process.destroy();
		if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
			children.forEach(ProcessHandle::destroyForcibly);
			this.process.destroyForcibly();
		}
		FileSystemUtils.deleteRecursively(this.directory);
	}

}
