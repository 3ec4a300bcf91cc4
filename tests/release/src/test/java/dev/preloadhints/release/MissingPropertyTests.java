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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A release that lacks something fails at once, and says what.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissingPropertyTests {

	private Checkout checkout;

	@BeforeAll
	void checkOut() throws IOException {
		this.checkout = Checkout.ofProject("missing");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					-DskipTests      | Give -DskipTests, to build for a release what is published and nothing else.
					-Drelease.url=   | Give the project's public address with -Drelease.url=https://HOST/PROJECT (no slash at its end).
					-Dgpg.keyname=   | Give the key that signs the release with -Dgpg.keyname=FINGERPRINT.
					-DnewVersion=    | Set the version of the release first, with ./mvnw versions:set -Pfull -DnewVersion=VERSION.
					""")
	void isNamedInOneSentence(String missing, String sentence) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(List.of("deploy", "-Prelease", "-Dmaven.test.skip"));
		List.of("-DskipTests", "-Drelease.url=https://preload.test/project", "-Dgpg.keyname=0")
			.stream()
			.filter((argument) -> !argument.startsWith(missing))
			.forEach(arguments::add);

		Checkout.Run run = this.checkout.maven(Map.of(), arguments);

		assertThat(run.exitCode()).isEqualTo(1);
		assertThat(run.output()).containsOnlyOnce("failed with message:")
			.containsOnlyOnce(sentence)
			.contains("on project preload-publishing")
			.doesNotContain("Compiling", "Uploading");
	}

}
