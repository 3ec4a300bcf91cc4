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
import java.net.Socket;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatIOException;

@Timeout(120)
class ListeningProcessTests {

	@TempDir
	private Path directory;

	@Test
	void listensUntilItIsClosed() throws Exception {
		int port;
		try (ListeningProcess process = ListeningProcess.start(this.directory, ListeningProcessTests::program)) {
			port = process.port();
			new Socket("localhost", port).close();
		}
		assertThatIOException().isThrownBy(() -> new Socket("localhost", port).close());
		assertThat(this.directory).doesNotExist();
		Files.createDirectory(this.directory);
	}

	/** Somebody who answers is not yet the program. */
	@Test
	void portThatSomebodyElseTakes() throws Exception {
		List<ServerSocket> others = new ArrayList<>();
		try (ListeningProcess process = ListeningProcess.start(this.directory, (port) -> {
			if (others.size() < 2) {
				others.add(new ServerSocket(port));
			}
			return program(port);
		})) {
			assertThat(others).hasSize(2).noneMatch((other) -> other.getLocalPort() == process.port());
		}
		finally {
			for (ServerSocket other : others) {
				other.close();
			}
			Files.createDirectory(this.directory);
		}
	}

	@Test
	void programThatEndsForAnotherReason() throws Exception {
		List<Integer> ports = new ArrayList<>();
		assertThatIllegalStateException().isThrownBy(() -> ListeningProcess.start(this.directory, (port) -> {
			ports.add(port);
			return List.of(java(), "-no-such-option");
		})).withMessageContaining("-no-such-option");
		assertThat(ports).hasSize(1);
		Files.createDirectory(this.directory);
	}

	@Test
	void portsAreGivenOnce() {
		assertThat(List.of(CandidatePorts.next(), CandidatePorts.next(), CandidatePorts.next())).doesNotHaveDuplicates()
			.allSatisfy((port) -> assertThat(port).isLessThan(32_768));
	}

	private static List<String> program(int port) throws IOException {
		return List.of(java(), "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
				ListeningProgram.class.getName(), String.valueOf(port));
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
