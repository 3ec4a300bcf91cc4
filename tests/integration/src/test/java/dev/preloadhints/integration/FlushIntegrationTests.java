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

package dev.preloadhints.integration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.integration.app.FlushingApplication;
import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.RawAnswer;
import dev.preloadhints.tests.http.RawConnection;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that are flushed while they are rendered, and pages whose head no tag ends.
 */
class FlushIntegrationTests {

	private static final String HEAD = "</css/app.css>; rel=preload; as=style, </js/blocking.js>; rel=preload; as=script";

	private final TestServer server = TestServer.of(FlushingApplication.class);

	/** Values in scripts are flushed by the serializer of Jackson 2. */
	@ParameterizedTest
	@ValueSource(strings = { "inline", "writer", "response", "fragment", "head-only", "bodyless", "bodyless-text",
			"bodyless-flushed", "import-map" })
	void headIsKnownBeforeAnythingIsSent(String page) {
		Answer answer = this.server.get("/pages/flush-" + page);
		assertThat(answer.link()).isEqualTo(HEAD);
		assertThat(answer.content()).isEqualTo(this.server.withoutStarter().get("/pages/flush-" + page).content());
		assertThat(answer.body()).endsWith("end of the page\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "stream", "bodyless-stream" })
	void pageIsSentAsFarAsItIsFlushedOnceItsHeadHasEnded(String page) {
		FlushingApplication.GO_ON.drainPermits();
		try (RawConnection connection = RawConnection.to(this.server.port())) {
			connection.send(RawConnection.request("GET", "/pages/flush-" + page, "close", java.util.List.of()));
			StringBuilder sent = new StringBuilder();
			while (!sent.toString().contains("the first part")) {
				sent.append(connection.read(1));
			}
			FlushingApplication.GO_ON.release();
			RawAnswer answer = new RawAnswer(sent + connection.read());
			assertThat(answer.head()).contains("Link: " + HEAD);
			assertThat(answer.body()).contains("the first part").contains("end of the page");
		}
	}

	@Test
	void pageThatIsFlushedWhereTheHeadEndsIsSentThere() {
		FlushingApplication.GO_ON.drainPermits();
		try (RawConnection connection = RawConnection.to(this.server.port())) {
			connection.send(RawConnection.request("GET", "/pages/flush-early", "close", java.util.List.of()));
			StringBuilder sent = new StringBuilder();
			while (!sent.toString().contains("</head>")) {
				sent.append(connection.read(1));
			}
			FlushingApplication.GO_ON.release();
			assertThat(new RawAnswer(sent + connection.read()).head()).contains("Link: " + HEAD);
		}
	}

}
