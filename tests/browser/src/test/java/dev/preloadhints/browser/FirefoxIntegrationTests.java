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

import java.util.ArrayList;
import java.util.List;

import dev.preloadhints.network.Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample's pages in Firefox, each time with empty caches: what a {@code 103} names is
 * used, and fetched once, as the server counts. So is what varies on any header.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FirefoxIntegrationTests {

	private Certificate certificate;

	private Firefox firefox;

	@BeforeAll
	void open() throws Exception {
		this.certificate = Certificate.create();
		this.firefox = Firefox.start(Tools.require("firefox", List.of("firefox-esr", "firefox")));
	}

	@AfterAll
	void close() throws Exception {
		if (this.firefox != null) {
			this.firefox.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/books", "/books/after-the-orchard" })
	void everyHintIsUsedAndNothingIsFetchedTwice(String page) throws Exception {
		try (Server shop = Server.https(this.certificate, List.of(Bookshop.class, StaticResourcesWithoutVary.class))) {
			for (int i = 0; i < 3; i++) {
				this.firefox.visit(shop.url(page));
			}
			List<List<String>> visits = new ArrayList<>();
			int used = 0;
			for (int i = 0; i < Tools.MAX_VISITS && used < 3; i++) {
				shop.forget();
				this.firefox.visit(shop.url(page + "?think=200"));
				List<String> early = this.firefox.early();
				visits.add(early);
				List<String> hints = shop.hints().last();
				assertThat(hints).as("hints").hasSizeGreaterThanOrEqualTo(4);
				assertThat(shop.requests().paths().stream().filter(hints::contains).toList()).as("requests")
					.containsExactlyInAnyOrderElementsOf(hints);
				// It does not say of a font what brought it.
				used += early.containsAll(hints.stream().filter((hint) -> !hint.endsWith(".woff2")).toList()) ? 1 : 0;
			}
			assertThat(used).as("visits that used all of " + shop.hints().last() + " among " + visits).isEqualTo(3);
		}
	}

	/** It asks no cache for what it has preloaded. */
	@ParameterizedTest
	@ValueSource(strings = { "Origin", "Accept", "Referer", "Cookie", "Priority", "TE", "X-Moz", "*" })
	void varyHasNothingFetchedTwice(String vary) throws Exception {
		try (Server server = Server.https(this.certificate, List.of(VaryIntegrationTests.Probe.class),
				"spring.config.name=probe", "preload.enabled=false")) {
			List<String> paths = VaryIntegrationTests.paths(vary);
			int acted = 0;
			for (int i = 0; i < Tools.MAX_VISITS && acted < 2; i++) {
				server.forget();
				this.firefox.visit(server.url("/vary/" + vary + "?cookie=true"));
				List<String> requests = server.requests().paths();
				assertThat(requests.stream().filter(paths::contains).toList()).as("Vary: " + vary)
					.containsExactlyInAnyOrderElementsOf(paths);
				acted += (requests.indexOf("/vary/committed") > paths.size()) ? 1 : 0;
			}
			assertThat(acted).as("visits on which the browser acted on all hints").isEqualTo(2);
		}
	}

}
