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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

/**
 * The application with one of the variants, in a JVM of its own. It tells what it has
 * used when it is sent a byte, and ends when nobody can do that any more.
 */
final class ServerProcess implements AutoCloseable {

	private static final String LISTENING = "listening: ";

	private static final String USED = "used: ";

	private final JavaProcess process;

	private final int port;

	private ServerProcess(JavaProcess process) throws IOException {
		this.process = process;
		this.port = Integer.parseInt(process.read(LISTENING));
	}

	static ServerProcess start(Variant variant) throws IOException {
		return new ServerProcess(JavaProcess.start(List.of("-Xmx512m"), ServerProcess.class, variant.name()));
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
			this.process.poke();
			return Long.parseLong(this.process.read(USED));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.port;
	}

	@Override
	public void close() throws IOException {
		this.process.close();
	}

}
