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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who listens on a port, where the system tells (Linux does, in {@code /proc}).
 */
final class Listeners {

	private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

	private static final String LISTENING = "0A";

	private Listeners() {
	}

	/**
	 * Whether it is a process, or a child of it, that listens on a port.
	 * @return true also where nobody can tell
	 */
	static boolean belong(int port, Process process) throws IOException {
		if (TABLES.stream().noneMatch(Files::isReadable)) {
			return true;
		}
		Set<String> sockets = new HashSet<>();
		for (Path table : TABLES) {
			if (Files.isReadable(table)) {
				addSockets(sockets, Files.readAllLines(table), ":%04X".formatted(port));
			}
		}
		return Stream.concat(Stream.of(process.toHandle()), process.descendants())
			.anyMatch((handle) -> has(handle.pid(), sockets));
	}

	private static void addSockets(Set<String> sockets, List<String> lines, String port) {
		for (String line : lines) {
			String[] columns = line.strip().split("\\s+", -1);
			if (columns.length > 9 && columns[1].endsWith(port) && columns[3].equals(LISTENING)) {
				sockets.add("socket:[" + columns[9] + "]");
			}
		}
	}

	private static boolean has(long pid, Set<String> sockets) {
		try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
			return files.anyMatch((file) -> sockets.contains(target(file)));
		}
		catch (IOException ex) {
			// It has ended, or belongs to somebody else.
			return false;
		}
	}

	private static String target(Path link) {
		try {
			return Files.readSymbolicLink(link).toString();
		}
		catch (IOException ex) {
			return "";
		}
	}

}
