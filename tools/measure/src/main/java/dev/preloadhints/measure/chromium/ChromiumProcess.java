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

package dev.preloadhints.measure.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A Chromium with a new profile, which does not outlive this virtual machine.
 */
final class ChromiumProcess implements AutoCloseable {

	private final Path directory;

	private final Process process;

	private volatile boolean killed;

	private final Thread end = new Thread(this::kill, "chromium-end");

	private ChromiumProcess(Path directory, Process process) {
		this.directory = directory;
		this.process = process;
	}

	static ChromiumProcess start(ChromiumSettings settings, List<String> arguments) throws IOException {
		Path directory = Files.createTempDirectory("preload-chromium");
		List<String> command = new ArrayList<>(
				List.of(settings.program().toString(), "--no-first-run", "--no-default-browser-check", "--disable-sync",
						"--disable-component-update", "--user-data-dir=" + directory.resolve("profile")));
		if (!settings.sandbox()) {
			command.add("--no-sandbox");
		}
		if (!settings.trustedKeys().isEmpty()) {
			command.add("--ignore-certificate-errors-spki-list=" + String.join(",", settings.trustedKeys()));
		}
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(directory.resolve("output.log").toFile())
			.start();
		ChromiumProcess result = new ChromiumProcess(directory, process);
		Runtime.getRuntime().addShutdownHook(result.end);
		return result;
	}

	/** What it has said until now. */
	String output() throws IOException {
		return Files.readString(this.directory.resolve("output.log"));
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	int waitFor() throws InterruptedException {
		return this.process.waitFor();
	}

	/** End it. */
	void end() {
		this.process.destroy();
		close();
	}

	/** Let it end, which it was asked to. */
	@Override
	public void close() {
		List<ProcessHandle> children = this.process.descendants().toList();
		try {
			if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
			children.forEach(ProcessHandle::destroyForcibly);
			this.process.waitFor(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			kill();
			Thread.currentThread().interrupt();
		}
		forgetEnd();
		delete();
	}

	private void forgetEnd() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.end);
		}
		catch (IllegalStateException ex) {
			// The virtual machine ends already, and so has this process.
			return;
		}
	}

	/** Whether it had to go because this virtual machine does. */
	boolean killed() {
		return this.killed;
	}

	private void kill() {
		this.killed = true;
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly().onExit().orTimeout(5, TimeUnit.SECONDS).handle((exit, ex) -> exit).join();
		delete();
	}

	/** What cannot be deleted stays in the directory for temporary files. */
	private synchronized void delete() {
		try {
			Files.walkFileTree(this.directory, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					file.toFile().delete();
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(Path file, IOException ex) {
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException ex) {
					directory.toFile().delete();
					return FileVisitResult.CONTINUE;
				}

			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
