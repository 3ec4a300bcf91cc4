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

package dev.preloadhints.tests;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of the project, from wherever its tests are started.
 */
public final class ProjectDirectory {

	/** Where the project's files begin. */
	public static final Path ROOT = find(Path.of("").toAbsolutePath());

	private ProjectDirectory() {
	}

	/**
	 * Name a file of the project.
	 * @param first the first part of its path, from the project's directory
	 * @param more the other parts
	 * @return the file
	 */
	public static Path file(String first, String... more) {
		return ROOT.resolve(Path.of(first, more));
	}

	private static Path find(Path start) {
		for (Path directory = start; directory != null; directory = directory.getParent()) {
			if (Files.exists(directory.resolve("mvnw"))) {
				return directory;
			}
		}
		throw new IllegalStateException("Neither " + start + " nor a directory around it has the project's wrapper");
	}

}
