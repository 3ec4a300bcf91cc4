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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.preloadhints.benchmarks.PageMemoryTests;
import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The benchmarks of an application run, and compare what they say they compare.
 */
class RequestBenchmarkTests {

	@ParameterizedTest
	@CsvSource({ "/typical, 148", "/large, 5004" })
	void pagesHaveTheElementsThatTheyAreNamedFor(String path, int elements) {
		try (Server server = new Server(Variant.NONE); Client client = new Client(server.port(), true)) {
			String html = client.send(Client.request(path, Client.NAVIGATION)).body();
			assertThat(Pattern.compile("<[a-z]").matcher(html).results()).hasSize(elements);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "NONE", "NONE_AGAIN" })
	void variantsSayTheSameResources(Variant variant) throws Exception {
		try (Server server = new Server(variant); Client client = new Client(server.port(), true)) {
			Answer response = client.send(Client.request("/typical", Client.NAVIGATION));
			String links = response.link();
			assertThat(Pattern.compile("<([^>]+)>").matcher(links).results().map((link) -> link.group(1)))
				.containsExactlyInAnyOrder("/css/base.css", "/css/shop.css", "/fonts/text.woff2", "/js/consent.js",
						"/js/vendor.js", "/js/shop.js", "/js/cart.js", "/img/hero.avif");
		}
	}

	@Test
	void withoutTheStarterThereAreNoLinks() {
		try (Server server = new Server(Variant.NONE); Client client = new Client(server.port(), true)) {
			assertThat(client.send(Client.request("/typical", Client.NAVIGATION)).headers("Link")).isEmpty();
		}
	}

	@Test
	void comparisonOfRequestsRuns() {
		List<String> lines = PageMemoryTests.lines((out) -> RequestCost.run(out, 1, 1, "JSON"));
		assertThat(lines).hasSize(2 + Variant.values().length);
	}

	@Test
	void comparisonOfProcessesRuns() throws Exception {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		ProcessCost.run(new PrintStream(output, true, StandardCharsets.UTF_8), 1, 1, 1,
				List.of(Variant.NONE, Variant.STARTER));
		assertThat(output.toString(StandardCharsets.UTF_8).lines()).hasSize(2 + 2 * 2);
	}

	@Test
	void latencyIsMeasured() {
		List<String> lines = PageMemoryTests.lines((out) -> EarlyHintsLatency.run(out, 20, 12));
		assertThat(lines).hasSize(2 + 2).last().asString().startsWith("| 12 |");
	}

	@Test
	void startUpTimeIsMeasured() throws Exception {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		StartUpTime.run(new PrintStream(output, true, StandardCharsets.UTF_8), 1);
		assertThat(output.toString(StandardCharsets.UTF_8).lines()).hasSize(2 + 2 * 3);
	}

}
