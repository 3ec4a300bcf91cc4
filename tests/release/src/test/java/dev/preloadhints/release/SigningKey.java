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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A key that lives as long as the tests, in a directory that GnuPG has for itself.
 *
 * @param home where GnuPG keeps its files
 * @param fingerprint names the key
 */
record SigningKey(Path home, String fingerprint) implements AutoCloseable {

	/**
	 * Make a key, or skip the test where GnuPG is missing; on a build server that fails.
	 */
	static SigningKey create() throws IOException, InterruptedException {
		if (Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
			.noneMatch((directory) -> Files.isExecutable(Path.of(directory, "gpg")))) {
			missing("gpg is not on the path; install GnuPG to test what a release is made of");
		}
		// Its sockets want a short path.
		Path home = Files.createTempDirectory("gpg");
		run(home, List.of("gpg", "--batch", "--quiet", "--passphrase", "", "--quick-generate-key", "Nobody", "ed25519",
				"sign", "never"));
		String fingerprint = Arrays
			.stream(run(home, List.of("gpg", "--batch", "--with-colons", "--list-keys")).split("\n"))
			.filter((line) -> line.startsWith("fpr:"))
			.map((line) -> line.split(":")[9])
			.findFirst()
			.orElseThrow();
		return new SigningKey(home, fingerprint);
	}

	/**
	 * Verify a signature by this key.
	 */
	void verify(Path file, Path signature) throws IOException, InterruptedException {
		run(this.home, List.of("gpg", "--batch", "--quiet", "--verify", signature.toString(), file.toString()));
	}

	@Override
	public void close() throws IOException, InterruptedException {
		run(this.home, List.of("gpgconf", "--kill", "all"));
		try (Stream<Path> paths = Files.walk(this.home)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(path);
			}
		}
	}

	private static String run(Path home, List<String> command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
		builder.environment().put("GNUPGHOME", home.toString());
		Process process = builder.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException(command + " failed: " + output);
		}
		return output;
	}

	private static void missing(String what) {
		String ci = System.getenv("CI");
		if (ci != null && !ci.isEmpty() && !ci.equals("false")) {
			Assertions.fail(what);
		}
		System.getLogger(SigningKey.class.getName())
			.log(System.Logger.Level.WARNING, "*** TESTS ARE SKIPPED *** " + what);
		Assumptions.abort(what);
	}

}
