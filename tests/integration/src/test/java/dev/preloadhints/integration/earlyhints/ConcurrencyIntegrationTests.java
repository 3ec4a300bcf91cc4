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

package dev.preloadhints.integration.earlyhints;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.page.PageHistory;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Exchange;

import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.STYLE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that many browsers ask for at the same time.
 */
@Tag("slow")
class ConcurrencyIntegrationTests {

	private static final int BROWSERS = 64;

	private static final String PAGE = EarlyHintsServer.path("/waiting", "hold", "all", "style", "/css/app.css",
			"script", "/js/app.js");

	/** All for one tenant's page, and eight for each of eight. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 8 })
	void browsersAtOnceTeachWhatTheyTeachOneAfterTheOther(int tenants) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(LearningIntegrationTests.Tenants.class)) {
			WaitingController controller = server.context().getBean(WaitingController.class);
			controller.hold("all");
			List<Exchange> exchanges = IntStream.range(0, BROWSERS)
				.mapToObj((i) -> server.start(PAGE, "X-Tenant", "tenant-" + i % tenants))
				.toList();
			AtomicInteger active = server.context().getBean(AtomicInteger.class);
			Awaitility.await().until(() -> active.get() == BROWSERS);
			controller.release("all");
			List<Answer> answers = exchanges.stream().map(Exchange::answer).toList();
			server.awaitIdle();
			Map<String, String> atOnce = learned(server);
			Answer next = server.navigate(PAGE, "X-Tenant", "tenant-0");

			server.forget();
			for (int i = 0; i < BROWSERS; i++) {
				Answer alone = server.navigate(PAGE, "X-Tenant", "tenant-" + i % tenants);
				assertThat(answers.get(i).status()).isEqualTo(200);
				assertThat(answers.get(i).body()).isEqualTo(alone.body());
				assertThat(answers.get(i).links()).isEqualTo(alone.links());
				assertThat(answers.get(i).isHinted()).isFalse();
			}
			assertThat(atOnce).isEqualTo(learned(server)).hasSize(tenants);
			assertThat(next.hints()).isEqualTo(server.navigate(PAGE, "X-Tenant", "tenant-0").hints()).contains(STYLE);
			assertThat(server.context().getBean(PageStore.class).size()).isEqualTo(tenants);
		}
	}

	private static Map<String, String> learned(EarlyHintsServer server) {
		return server.context()
			.getBean(PageStore.class)
			.pages()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((page) -> page.getKey().variant(), (page) -> describe(page.getValue())));
	}

	private static String describe(PageHistory page) {
		return page.links()
			.stream()
			.map((link) -> link.link() + " on " + link.hits() + " of " + link.renders() + ", " + link.isDoubtful())
			.collect(Collectors.joining("\n"));
	}

}
