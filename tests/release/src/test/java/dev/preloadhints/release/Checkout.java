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
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The project's files without what was built, in a directory where Maven may be run.
 */
record Checkout(Path directory) {

	static final Path ROOT = Path.of(System.getProperty("release.root"));

	private static final Path WORK = Path.of(System.getProperty("release.directory"), "checkouts");

	private static final Set<String> NOT_COPIED = Set.of(".git", "target", ".flattened-pom.xml");

	/**
	 * Copy the working tree.
	 */
	static Checkout ofProject(String name) throws IOException {
		return new Checkout(ROOT).copy(name);
	}

	/**
	 * Copy what is checked out here into another directory.
	 */
	Checkout copy(String name) throws IOException {
		Path target = WORK.resolve(name);
		delete(target);
		Files.walkFileTree(this.directory, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
				if (NOT_COPIED.contains(path.getFileName().toString())) {
					return FileVisitResult.SKIP_SUBTREE;
				}
				Files.createDirectories(inTarget(path));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
				if (!NOT_COPIED.contains(path.getFileName().toString())) {
					Files.copy(path, inTarget(path), StandardCopyOption.COPY_ATTRIBUTES);
				}
				return FileVisitResult.CONTINUE;
			}

			private Path inTarget(Path path) {
				return target.resolve(Checkout.this.directory.relativize(path));
			}

		});
		return new Checkout(target);
	}

	/**
	 * Run Maven as a person would, except that it leaves the local repository alone.
	 */
	Run maven(Map<String, String> environment, List<String> arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("./mvnw", "-B", "-ntp", "-Dmaven.install.skip",
				"-Dmaven.repo.local=" + System.getProperty("release.local-repository")));
		command.addAll(arguments);
		Path log = Files.createTempFile(WORK, "maven-", ".log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		// Those of the Maven that runs this test.
		builder.environment().keySet().removeAll(Set.of("MAVEN_PROJECTBASEDIR", "MAVEN_CMD_LINE_ARGS", "MAVEN_ARGS"));
		builder.environment().putAll(environment);
		Process process = builder.start();
		process.getOutputStream().close();
		if (!process.waitFor(5, TimeUnit.MINUTES)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
		}
		return new Run(process.exitValue(), Files.readString(log));
	}

	private static void delete(Path directory) throws IOException {
		if (Files.exists(directory)) {
			try (Stream<Path> paths = Files.walk(directory)) {
				for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(path);
				}
			}
		}
	}

	/**
	 * What came of a run of Maven.
	 *
	 * @param exitCode zero for success
	 * @param output all that it said
	 */
	record Run(int exitCode, String output) {
	}

}
