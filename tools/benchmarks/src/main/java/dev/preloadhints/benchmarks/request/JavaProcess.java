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
import java.util.ArrayList;
import java.util.List;

/**
 * A program with this one's classes in a JVM of its own, which tells what it has to tell
 * in lines that begin with a label.
 */
final class JavaProcess implements AutoCloseable {

	private final Process process;

	private final BufferedReader output;

	/** What it printed besides, to be shown if it fails. */
	private final StringBuilder told = new StringBuilder();

	private JavaProcess(Process process) {
		this.process = process;
		this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Start a program.
	 * @param options of the JVM
	 * @param program the class with its main method
	 * @param args its arguments
	 */
	static JavaProcess start(List<String> options, Class<?> program, String... args) throws IOException {
		List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
		command.addAll(List.of(args));
		return new JavaProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
	}

	/** Wait for a line with the label, and give what follows in it. */
	String read(String label) throws IOException {
		for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
			if (line.startsWith(label)) {
				return line.substring(label.length());
			}
			this.told.append(line).append('\n');
		}
		throw new IllegalStateException("The program ended before it said '" + label + "':\n" + this.told);
	}

	/** Send it a byte. */
	void poke() throws IOException {
		this.process.getOutputStream().write('?');
		this.process.getOutputStream().flush();
	}

	/** End its input, and wait until it ends as well. */
	@Override
	public void close() throws IOException {
		this.process.getOutputStream().close();
		this.output.lines().forEach((line) -> this.told.append(line).append('\n'));
		int exitCode = this.process.onExit().join().exitValue();
		if (exitCode != 0) {
			throw new IllegalStateException("The program ended with " + exitCode + ":\n" + this.told);
		}
	}

}
