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
import java.nio.charset.StandardCharsets;

/**
 * The application with one of the variants, in a JVM of its own. It ends when nobody
 * needs it any more, its parent's end included.
 */
final class ServerProcess implements AutoCloseable {

	private static final String LISTENING = "listening: ";

	private final Process process;

	private final int port;

	private ServerProcess(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	static ServerProcess start(Variant variant) throws IOException {
		Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx512m", "-cp",
				System.getProperty("java.class.path"), ServerProcess.class.getName(), variant.name())
			.redirectErrorStream(true)
			.start();
		BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		StringBuilder told = new StringBuilder();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			if (line.startsWith(LISTENING)) {
				return new ServerProcess(process, Integer.parseInt(line.substring(LISTENING.length())));
			}
			told.append(line).append('\n');
		}
		throw new IllegalStateException("The application did not start: " + told);
	}

	/**
	 * The application, until its standard input ends.
	 * @param args the name of the variant
	 */
	public static void main(String[] args) throws IOException {
		try (Server server = new Server(Variant.valueOf(args[0]))) {
			System.out.println(LISTENING + server.port());
			while (System.in.read() >= 0) {
				// Nobody says anything.
				continue;
			}
		}
	}

	int port() {
		return this.port;
	}

	ProcessHandle handle() {
		return this.process.toHandle();
	}

	@Override
	public void close() throws IOException {
		this.process.getOutputStream().close();
		this.process.onExit().join();
	}

}
