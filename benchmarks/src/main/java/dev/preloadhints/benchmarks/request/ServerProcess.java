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

package dev.preloadhints.benchmarks.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import com.sun.management.OperatingSystemMXBean;

/**
 * The application with one of the variants, in a JVM of its own. It tells what it has
 * used when it is sent a byte, and ends when nobody can do that any more.
 */
final class ServerProcess implements AutoCloseable {

	private static final String LISTENING = "listening: ";

	private static final String USED = "used: ";

	private final Process process;

	private final BufferedReader output;

	private final int port;

	private ServerProcess(Process process) throws IOException {
		this.process = process;
		this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		this.port = Integer.parseInt(read(LISTENING));
	}

	static ServerProcess start(Variant variant) throws IOException {
		return new ServerProcess(new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx512m", "-cp",
				System.getProperty("java.class.path"), ServerProcess.class.getName(), variant.name())
			.redirectErrorStream(true)
			.start());
	}

	/**
	 * The application, until its standard input ends.
	 * @param args the name of the variant
	 */
	public static void main(String[] args) throws IOException {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		try (Server server = new Server(Variant.valueOf(args[0]))) {
			System.out.println(LISTENING + server.port());
			while (System.in.read() >= 0) {
				System.out.println(USED + system.getProcessCpuTime());
			}
		}
	}

	/** CPU time of all threads so far, in nanoseconds, exact to ten milliseconds. */
	long cpuNanos() {
		try {
			this.process.getOutputStream().write('?');
			this.process.getOutputStream().flush();
			return Long.parseLong(read(USED));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String read(String label) throws IOException {
		StringBuilder told = new StringBuilder();
		for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
			if (line.startsWith(label)) {
				return line.substring(label.length());
			}
			told.append(line).append('\n');
		}
		throw new IllegalStateException("The application has ended: " + told);
	}

	int port() {
		return this.port;
	}

	@Override
	public void close() throws IOException {
		this.process.getOutputStream().close();
		this.process.onExit().join();
	}

}
