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

import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Exchange;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a request hands out ends with it. A handler that keeps its links, and uses them
 * when the connection serves somebody else, says nothing to them.
 */
@Tag("slow")
class LateCallIntegrationTests {

	private static final int ROUNDS = 2;

	@ParameterizedTest
	@ValueSource(strings = { "callable", "deferred", "returned", "failed", "completed" })
	void saysNothingToTheNextVisitorOverHttp2(String kind) {
		EarlyHintsServer server = EarlyHintsServer.shared();
		try (HttpTestClient client = HttpTestClient.http2(server.port())) {
			saysNothingToTheNextVisitor(server, client, kind);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "callable", "deferred", "returned", "failed", "completed" })
	void saysNothingToTheNextVisitorOverHttp1(String kind) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("preload.early-hints.http1=true");
				HttpTestClient client = HttpTestClient.http1(server.port())) {
			saysNothingToTheNextVisitor(server, client, kind);
		}
	}

	private static void saysNothingToTheNextVisitor(EarlyHintsServer server, HttpTestClient client, String kind) {
		LateController late = server.context().getBean(LateController.class);
		WaitingController waiting = server.context().getBean(WaitingController.class);
		for (int round = 0; round < ROUNDS; round++) {
			String name = kind + round;
			client.navigate(EarlyHintsServer.path("/late/" + kind, "name", name));
			server.awaitIdle();
			waiting.hold(name);
			Exchange bob = client
				.start(Request.navigation(EarlyHintsServer.path("/waiting", "style", "/css/app.css", "hold", name)));
			AtomicInteger active = server.context().getBean(AtomicInteger.class);
			Awaitility.await().until(() -> active.get() == 1);
			assertThat(late.call(name)).as("sent").isFalse();
			waiting.release(name);
			Answer answer = bob.answer();
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.links()).as("header").noneMatch((link) -> link.contains("alice"));
			assertThat(answer.hints()).as("Early Hints").noneMatch((link) -> link.contains("alice"));
		}
	}

}
