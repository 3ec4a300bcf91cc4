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

import java.util.List;

import dev.preloadhints.measure.chromium.Visit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private static final String BROWSER = "Chrome 156";

	@Test
	void textIsATableWithWhatIsToBeSaidAboutIt() {
		Report report = new Report(Results.plan(true), BROWSER, List.of(Results.of(Variant.NONE, 820, 828, 852),
				Results.of(Variant.HEADER, 820, 832, 836), Results.of(Variant.AS_IS, 608, 612, 628)));
		assertThat(report.text()).isEqualTo(
				"""
						page                          variant      FCP                  LCP                  TTFB                 103 came             by 103  by header  resources  unused
						https://localhost:8443/books  no hints     828 ms (824 to 840)  838 ms (834 to 850)  240 ms (240 to 240)  -                    0       0          3          -
						https://localhost:8443/books  header only  832 ms (826 to 834)  842 ms (836 to 844)  240 ms (240 to 240)  -                    0       2          3          -
						https://localhost:8443/books  as it is     612 ms (610 to 620)  622 ms (620 to 630)  240 ms (240 to 240)  120 ms (120 to 120)  1       1          3          0

						Medians of 3 visits with an empty cache, and quartiles; 100 ms round trip, 1.6 Mbit/s; Chrome 156.
						https://localhost:8443/books, header only: FCP 4 ms later (0 %, within the spread), LCP 4 ms later (0 %, within the spread) than with no hints
						https://localhost:8443/books, as it is: FCP 216 ms earlier (26 %), LCP 216 ms earlier (26 %) than with no hints
						""");
	}

	@Test
	void markdownIsATableAndAList() {
		Report report = new Report(Results.plan(false), BROWSER, List.of(Results.failed("status 404")));
		assertThat(report.markdown()).isEqualTo("""
				| page | FCP | LCP | TTFB | 103 came | by 103 | by header | resources | unused |
				| --- | --- | --- | --- | --- | --- | --- | --- | --- |
				| https://localhost:8443/books | failed | - | - | - | - | - | - | - |

				Medians of 3 visits with an empty cache, and quartiles; 100 ms round trip, 1.6 Mbit/s; Chrome 156.

				- https://localhost:8443/books: failed: status 404
				""");
	}

	@Test
	void ignoredHintsRedirectsAndWarningsAreTold() {
		Visit heeded = Results.visit(Variant.AS_IS, 600, true);
		Visit ignored = Results.visit(Variant.AS_IS, 800, false);
		Visit elsewhere = new Visit("https://localhost:8443/login", 200, "h2", 0, 1, 2, 3, List.of());
		Result result = new Result(Results.URL, Variant.AS_IS, List.of(heeded, ignored, elsewhere), List.of(),
				List.of("The resource /x.css was preloaded but not used"));
		assertThat(new Report(Results.plan(false), BROWSER, List.of(result)).text()).contains(
				"https://localhost:8443/books: shown was https://localhost:8443/login\n",
				"https://localhost:8443/books: a 103 came and was not heeded on 1 of 3 visits\n",
				"https://localhost:8443/books: The resource /x.css was preloaded but not used\n");
	}

	@Test
	void failedVariantIsComparedWithNothing() {
		Report report = new Report(Results.plan(true), BROWSER,
				List.of(Results.of(Variant.NONE, 1, 2, 3), Results.failed("nothing was painted")));
		assertThat(report.text()).contains("as it is: failed: nothing was painted").doesNotContain("than with");
	}

	@Test
	void jsonHasEveryVisit() {
		JsonNode report = new JsonMapper().readTree(new JsonReport(Results.plan(true), BROWSER,
				List.of(Results.of(Variant.NONE, 828), Results.of(Variant.AS_IS, 608, 612.06, 628)))
			.toString());
		assertThat(report.get("browser").asString()).isEqualTo(BROWSER);
		assertThat(report.get("roundTrip").asLong()).isEqualTo(100);
		assertThat(report.get("bitsPerSecond").asLong()).isEqualTo(1_600_000);
		JsonNode none = report.get("results").get(0);
		assertThat(none.get("variant").asString()).isEqualTo("none");
		assertThat(none.has("earlyHints")).isFalse();
		JsonNode asIs = report.get("results").get(1);
		assertThat(asIs.get("url").asString()).isEqualTo(Results.URL);
		assertThat(asIs.get("variant").asString()).isEqualTo("as-is");
		assertThat(asIs.get("fcp").get("median").asDouble()).isEqualTo(612.1);
		assertThat(asIs.get("fcp").get("upperQuartile").asDouble()).isEqualTo(620);
		assertThat(asIs.get("earlyHints").get("median").asDouble()).isEqualTo(120);
		assertThat(asIs.get("hintedByEarlyHints").get("median").asInt()).isEqualTo(1);
		assertThat(asIs.get("hintedByHeader").get("median").asInt()).isEqualTo(1);
		assertThat(asIs.get("visits")).hasSize(3);
		JsonNode resource = asIs.get("visits").get(0).get("resources").get(0);
		assertThat(resource.get("initiatorType").asString()).isEqualTo("early-hints");
		assertThat(resource.get("inLinkHeader").asBoolean()).isTrue();
		assertThat(resource.get("transferSize").asLong()).isZero();
	}

}
