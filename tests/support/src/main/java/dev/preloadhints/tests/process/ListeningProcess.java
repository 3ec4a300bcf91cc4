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

package dev.preloadhints.tests.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that listens on a port, and runs as long as a test needs it. If somebody else
 * takes the port first, it is started again on another.
 */
public final class ListeningProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final int ATTEMPTS = 5;

	private final Path directory;

	private final Process process;

	private final int port;

	private ListeningProcess(Path directory, Process process, int port) {
		this.directory = directory;
		this.process = process;
		this.port = port;
	}

	/**
	 * Start a program and wait until it listens.
	 * @param directory of its own, deleted at the end
	 * @param launch how it is started, such that it stays in the foreground
	 * @return the program
	 * @throws IllegalStateException if it does not listen, with what it said
	 */
	public static ListeningProcess start(Path directory, Launch launch) throws IOException, InterruptedException {
		for (int i = 1;; i++) {
			int port = CandidatePorts.next();
			Process process = new ProcessBuilder(launch.command(port)).directory(directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(directory.resolve("output.log").toFile())
				.start();
			ListeningProcess started = new ListeningProcess(directory, process, port);
			if (started.awaitStart()) {
				return started;
			}
			String output = started.output();
			started.end();
			if (i == ATTEMPTS || !saysThatAddressIsTaken(output)) {
				started.close();
				throw new IllegalStateException("It does not listen: " + output);
			}
		}
	}

	/**
	 * Whether a program ended because somebody else listens where it should.
	 * @param output what it said
	 * @return whether it said so
	 */
	public static boolean saysThatAddressIsTaken(String output) {
		String text = output.toLowerCase(Locale.ROOT);
		return text.contains("address already in use") || text.contains("address in use")
				|| text.contains("already in use") || text.contains("cannot bind socket");
	}

	private boolean awaitStart() throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (this.process.isAlive() && System.nanoTime() < end) {
			if (isConnectable() && Listeners.belong(this.port, this.process)) {
				return true;
			}
			// Ends the wait early, too, if the program ends.
			this.process.waitFor(20, TimeUnit.MILLISECONDS);
		}
		return false;
	}

	private boolean isConnectable() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 1000);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Where it listens.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	/**
	 * What it has said and logged so far.
	 * @return the content of all files of its directory whose names end with {@code .log}
	 */
	public String output() throws IOException {
		StringBuilder output = new StringBuilder();
		try (Stream<Path> files = Files.list(this.directory)) {
			for (Path log : files.filter((file) -> file.toString().endsWith(".log")).toList()) {
				output.append(Files.readString(log));
			}
		}
		return output.toString();
	}

	private void end() throws IOException {
		List<ProcessHandle> children = this.process.descendants().toList();
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				children.forEach(ProcessHandle::destroyForcibly);
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	@Override
	public void close() throws IOException {
		end();
		try (Stream<Path> files = Files.walk(this.directory)) {
			files.sorted(Comparator.reverseOrder()).forEach(ListeningProcess::delete);
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * How a program is started.
	 */
	@FunctionalInterface
	public interface Launch {

		/**
		 * Prepare its start.
		 * @param port where it shall listen
		 * @return program and arguments
		 */
		List<String> command(int port) throws IOException;

	}

}
