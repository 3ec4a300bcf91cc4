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

package dev.preloadhints.measure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command line, on a machine without a browser.
 */
class MeasureCommandTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "--runs | many", "--runs | 0", "--warmups | -1", "--round-trip | 100", "--bandwidth | fast",
					"--format | xml", "--fail-if-fcp-over | soon", "--fail-if-lcp-over | 1h",
					"--chromium | /no/such/browser", "--ca | /no/such/file.pem", "--cookie | name" })
	void wrongValueIsNamedWithItsOption(String option, String value) {
		assertThat(run(option, value, "https://localhost:8443/")).isEqualTo(2);
		assertThat(this.err.toString()).contains(option).contains(value);
		assertThat(this.out.toString()).isEmpty();
	}

	@Test
	void wrongUrlIsNamed() {
		assertThat(run("https://localhost:8443/", "localhost:8443")).isEqualTo(2);
		assertThat(this.err.toString()).contains("URL").contains("'localhost:8443'");
	}

	@Test
	void missingUrlIsSaid() {
		assertThat(run()).isEqualTo(2);
		assertThat(this.err.toString()).contains("URL");
		assertThat(run("open")).isEqualTo(2);
	}

	@Test
	void unknownOptionIsNamed() {
		assertThat(run("--quick", "https://localhost:8443/")).isEqualTo(2);
		assertThat(this.err.toString()).contains("--quick");
	}

	@Test
	void wrongUrlToOpenIsNamed() {
		assertThat(run("open", "localhost:8443")).isEqualTo(2);
		assertThat(this.err.toString()).contains("'localhost:8443'");
	}

	@Test
	void fileWithoutCertificatesIsNamed(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("ca.pem"), "no certificate");
		assertThat(run("--ca", file.toString(), "https://localhost:8443/")).isEqualTo(2);
		assertThat(this.err.toString()).contains("--ca").contains(file.toString());
	}

	@Test
	void withoutABrowserThereIsAnExitCodeOfItsOwn() {
		assertThat(run("http://localhost:8080/")).isEqualTo(3);
		assertThat(this.err.toString()).contains("No Chromium").contains("--chromium").doesNotContain("\tat ");
		assertThat(run("open", "http://localhost:8080/")).isEqualTo(3);
	}

	@Test
	void helpSaysWhatTheNetworkIs() {
		assertThat(run("--help")).isZero();
		assertThat(this.out.toString()).contains("--round-trip")
			.contains("--ca=FILE")
			.contains("a network of their own");
	}

	private int run(String... arguments) {
		return MeasureCommand.commandLine(Optional::<Path>empty)
			.setOut(new PrintWriter(this.out))
			.setErr(new PrintWriter(this.err))
			.execute(arguments);
	}

}
