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

package dev.preloadhints.browser;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import dev.preloadhints.measure.MeasureCommand;
import dev.preloadhints.network.Certificate;
import dev.preloadhints.sample.SampleApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The measuring command with the sample, which knows nothing of it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MeasureIntegrationTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private Certificate certificate;

	private Server shop;

	@BeforeAll
	void open() {
		Tools.chromium();
		this.certificate = Certificate.create();
		// A link of which one page has no use.
		this.shop = Server.https(this.certificate, List.of(SampleApplication.class, MovedController.class),
				"preload.pages.links[0].pages=/about", "preload.pages.links[0].href=/css/form.css",
				"preload.pages.links[0].as=style");
	}

	@AfterAll
	void close() {
		if (this.shop != null) {
			this.shop.close();
		}
	}

	@Test
	void variantsDifferInWhatWasHinted() throws Exception {
		int code = measure("--compare", "--warmups", "1", "--runs", "5", "--round-trip", "40ms", "--bandwidth",
				"10Mbit", "--format", "json", this.shop.url("/books?think=200"));
		assertThat(code).as(this.err.toString() + this.out).isZero();
		JsonNode report = new JsonMapper().readTree(this.out.toString());
		Map<String, JsonNode> variants = StreamSupport.stream(report.get("results").spliterator(), false)
			.collect(Collectors.toMap((result) -> result.get("variant").asString(), Function.identity()));
		assertThat(variants).containsOnlyKeys("none", "header", "as-is");
		variants.values().forEach((result) -> {
			assertThat(result.get("visits")).hasSize(5);
			assertThat(result.get("visits"))
				.allSatisfy((visit) -> assertThat(visit.get("protocol").asString()).isEqualTo("h2"));
			// Think time, and round trips for TCP, TLS and the request.
			assertThat(median(result, "ttfb")).isGreaterThanOrEqualTo(320);
			assertThat(median(result, "fcp")).isGreaterThan(median(result, "ttfb"));
			assertThat(median(result, "lcp")).isGreaterThanOrEqualTo(median(result, "fcp"));
		});
		assertThat(initiators(variants.get("none"))).doesNotContain("early-hints");
		assertThat(median(variants.get("none"), "hintedByHeader")).isZero();
		assertThat(initiators(variants.get("header"))).doesNotContain("early-hints");
		assertThat(median(variants.get("header"), "hintedByHeader")).isGreaterThanOrEqualTo(4);
		assertThat(median(variants.get("as-is"), "hintedByEarlyHints")).isGreaterThanOrEqualTo(4);
		assertThat(median(variants.get("as-is"), "earlyHints")).isLessThan(median(variants.get("as-is"), "ttfb"));
		assertThat(median(variants.get("as-is"), "resources")).isEqualTo(median(variants.get("none"), "resources"));
	}

	@Test
	void failingPageIsReportedBesideTheOthers() throws Exception {
		int code = measure("--runs", "1", "--warmups", "0", this.shop.url("/nowhere"), this.shop.url("/about"));
		assertThat(code).isOne();
		assertThat(row("/nowhere")).contains(" failed ");
		assertThat(row("/about")).contains(" ms ").endsWith(" 1");
		assertThat(this.out.toString()).contains(this.shop.url("/nowhere") + ": failed: status 404")
			.containsPattern("/about: .*/css/form.*preload.*not used");
	}

	@Test
	void redirectIsFollowedInAllVariants() throws Exception {
		int code = measure("--compare", "--runs", "1", "--warmups", "1", this.shop.url("/moved"));
		assertThat(code).as(this.out.toString()).isZero();
		assertThat(this.out.toString()).contains("/moved, no hints: shown was " + this.shop.url("/search"),
				"/moved, header only: shown was ", "/moved, as it is: shown was ");
	}

	@Test
	void latePageIsNamed() throws Exception {
		int code = measure("--runs", "1", "--warmups", "0", "--fail-if-fcp-over", "100ms",
				this.shop.url("/search?think=200"));
		assertThat(code).isOne();
		assertThat(this.err.toString()).contains("FCP").contains("is over 100 ms");
	}

	@Test
	void serverThatIsNotTrustedIsNamed() {
		int code = run("--compare", "--chromium", Tools.chromium().toString(), this.shop.url("/"));
		assertThat(code).isOne();
		assertThat(this.err.toString()).contains("No trusted connection to localhost:" + this.shop.port());
	}

	@Test
	void openedBrowserTrustsTheServerUntilItIsClosed() throws Exception {
		this.shop.forget();
		String[] arguments = { "open", "--headless", "--no-sandbox", "--chromium", Tools.chromium().toString(), "--ca",
				this.certificate.pem().toString(), this.shop.url("/search") };
		Thread command = new Thread(() -> run(arguments));
		command.start();
		while (this.shop.requests().paths().stream().noneMatch((path) -> path.endsWith(".css"))) {
			assertThat(command.isAlive()).as(this.err.toString()).isTrue();
			Thread.sleep(50);
		}
		assertThat(this.shop.requests().paths()).contains("/search");
		command.interrupt();
		command.join();
	}

	private int measure(String... arguments) throws Exception {
		List<String> all = new ArrayList<>(List.of("--no-sandbox", "--chromium", Tools.chromium().toString(), "--ca",
				this.certificate.pem().toString()));
		all.addAll(List.of(arguments));
		return run(all.toArray(String[]::new));
	}

	private int run(String... arguments) {
		this.out.getBuffer().setLength(0);
		this.err.getBuffer().setLength(0);
		return MeasureCommand.run(new PrintWriter(this.out), new PrintWriter(this.err), arguments);
	}

	private String row(String page) {
		return this.out.toString()
			.lines()
			.filter((line) -> line.startsWith(this.shop.url(page) + " "))
			.findFirst()
			.orElseThrow();
	}

	private static double median(JsonNode result, String name) {
		return result.get(name).get("median").asDouble();
	}

	private static List<String> initiators(JsonNode result) {
		List<String> initiators = new ArrayList<>();
		result.get("visits")
			.forEach((visit) -> visit.get("resources")
				.forEach((resource) -> initiators.add(resource.get("initiatorType").asString())));
		assertThat(initiators).isNotEmpty();
		return initiators;
	}

	@Controller
	static class MovedController {

		@GetMapping("/moved")
		String page() {
			return "redirect:/search";
		}

	}

}
