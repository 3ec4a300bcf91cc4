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

import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Exchange;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.RawConnection;
import dev.preloadhints.tests.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets no {@code 103}, and how that is counted.
 */
class DecisionIntegrationTests {

	private static final String PAGE = EarlyHintsServer.page("style", "/css/app.css");

	private final EarlyHintsServer server = EarlyHintsServer.shared();

	@ParameterizedTest
	@CsvSource({ "cors, document", "no-cors, script", "navigate, iframe", "navigate, empty", "same-origin, document" })
	void notANavigation(String mode, String destination) {
		this.server.learn(PAGE);
		this.server.count();
		Answer page = this.server.get(PAGE, "Sec-Fetch-Mode", mode, "Sec-Fetch-Dest", destination);
		assertThat(page.isHinted()).isFalse();
		assertThat(page.status()).isEqualTo(200);
		assertThat(this.server.outcomes("sent")).isZero();
		assertThat(this.server.outcomes()).isEqualTo(this.server.outcomes("not_navigation"));
	}

	@Test
	void clientThatDoesNotSay() {
		this.server.learn(PAGE);
		assertThat(this.server.get(PAGE).isHinted()).isFalse();
		assertThat(this.server.get(PAGE, "Sec-Fetch-Mode", "navigate").isHinted()).isFalse();
		assertThat(this.server.get(PAGE, "Sec-Fetch-Dest", "document").isHinted()).isFalse();
		assertThat(this.server.outcomes("not_navigation")).isEqualTo(3);
	}

	@Test
	void clientThatDoesNotSayTeachesNonetheless() {
		this.server.get(PAGE);
		this.server.get(PAGE);
		assertThat(this.server.navigate(PAGE).hints()).containsExactly(SendingIntegrationTests.STYLE);
	}

	@Test
	void olderProtocol() {
		this.server.learn(PAGE);
		try (HttpTestClient client = HttpTestClient.http1(this.server.port())) {
			Answer page = client.navigate(PAGE);
			assertThat(page.version()).isEqualTo("HTTP/1.1");
			assertThat(page.isHinted()).isFalse();
			assertThat(page.links()).containsExactly(SendingIntegrationTests.STYLE);
		}
		assertThat(this.server.outcomes("protocol")).isEqualTo(1);
	}

	@Test
	void olderProtocolOnRequest() throws Exception {
		String path = EarlyHintsServer.path("/waiting", "style", "/css/app.css", "hold", "http1");
		try (EarlyHintsServer http1 = EarlyHintsServer.cacheable("preload.early-hints.http1=true");
				HttpTestClient client = HttpTestClient.http1(http1.port())) {
			http1.learn(path);
			WaitingController controller = http1.context().getBean(WaitingController.class);
			controller.hold("http1");
			Exchange exchange = client.start(Request.navigation(path));
			boolean flushed = !EarlyHintsServer.isTomcat();
			if (flushed) {
				assertThat(exchange.interim().links()).containsExactly(SendingIntegrationTests.STYLE);
				assertThat(exchange.isAnswered()).isFalse();
			}
			controller.release("http1");
			Answer page = exchange.answer();
			assertThat(page.version()).isEqualTo("HTTP/1.1");
			// Tomcat would keep it back until it writes the page.
			assertThat(page.isHinted()).isEqualTo(flushed);
			assertThat(http1.outcomes("container")).isEqualTo(flushed ? 0 : 1);
			assertThat(page.links()).containsExactly(SendingIntegrationTests.STYLE);
			assertThat(page.body()).contains("The end.");
		}
	}

	@Test
	void clientWithoutInterimResponses() throws Exception {
		try (EarlyHintsServer http1 = EarlyHintsServer.cacheable("preload.early-hints.http1=true");
				RawConnection connection = RawConnection.to(http1.port())) {
			http1.learn(PAGE);
			connection.send("GET " + PAGE + " HTTP/1.0\r\nHost: localhost\r\n"
					+ "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n\r\n");
			String page = connection.read();
			assertThat(page.lines().findFirst()).hasValueSatisfying((line) -> assertThat(line).contains(" 200"));
			assertThat(page).contains("The end.");
			assertThat(http1.outcomes("protocol")).isEqualTo(1);
		}
	}

	@Test
	void nothingLearned() {
		assertThat(this.server.navigate(PAGE).isHinted()).isFalse();
		assertThat(this.server.outcomes("unlearned")).isEqualTo(1);
		assertThat(this.server.outcomes()).isEqualTo(1);
	}

	@Test
	void committedBeforeThePage() {
		String path = EarlyHintsServer.path("/committed/page", "style", "/css/app.css");
		this.server.navigate(path);
		Answer page = this.server.navigate(path);
		assertThat(page.isHinted()).isFalse();
		assertThat(page.body()).contains("The end.");
		assertThat(this.server.outcomes("committed")).isEqualTo(2);
		assertThat(this.server.outcomes()).isEqualTo(2);
	}

	@Test
	@EnabledIfSystemProperty(named = "integration.container", matches = "tomcat",
			disabledReason = "A filter of Jetty's own fails with such a response")
	void responseThatHidesTheContainersOwn() {
		String path = EarlyHintsServer.path("/opaque/page", "style", "/css/app.css");
		this.server.learn(path);
		Answer page = this.server.navigate(path);
		assertThat(page.isHinted()).isFalse();
		assertThat(page.links()).containsExactly(SendingIntegrationTests.STYLE);
		assertThat(page.body()).contains("The end.");
		assertThat(this.server.outcomes("container")).isEqualTo(3);
	}

	@Test
	void senderThatFails() {
		try (EarlyHintsServer failing = EarlyHintsServer.cacheable(FailingSender.class)) {
			String path = EarlyHintsServer.path("/own/page", "style", "/css/app.css");
			failing.learn(path);
			Answer page = failing.navigate(path);
			assertThat(page.isHinted()).isFalse();
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.links()).containsExactly("</own.html>; rel=help", SendingIntegrationTests.STYLE);
			assertThat(page.fields().all("X-Own")).containsExactly("own");
			assertThat(page.body()).contains("The end.");
			assertThat(failing.outcomes("failed")).isEqualTo(1);
			assertThat(failing.errors("early_hints")).isEqualTo(1);
		}
	}

	/** Each of four resources is missing once, and each time a hint is wasted. */
	@Test
	void pageWhoseHintsKeepMissingIsSilenced() {
		String[] all = { "style", "/css/app.css", "style", "/css/other.css", "style", "/css/third.css", "style",
				"/css/fourth.css" };
		String whole = EarlyHintsServer.page(all);
		for (int i = 0; i < 18; i++) {
			this.server.navigate(whole);
		}
		assertThat(this.server.outcomes("sent")).isEqualTo(16);
		for (int missing = 0; missing < 4; missing++) {
			String[] others = new String[6];
			System.arraycopy(all, 0, others, 0, 2 * missing);
			System.arraycopy(all, 2 * missing + 2, others, 2 * missing, 6 - 2 * missing);
			Answer page = this.server.navigate(EarlyHintsServer.page(others));
			assertThat(page.hints()).hasSize(4);
			assertThat(page.links()).hasSize(3);
		}
		assertThat(this.server.outcomes("silenced")).isZero();
		this.server.count();
		for (int i = 0; i < 64; i++) {
			assertThat(this.server.navigate(whole).isHinted()).isFalse();
		}
		assertThat(this.server.outcomes("silenced")).isEqualTo(64);
		assertThat(this.server.navigate(whole).hints()).hasSize(4);
	}

	@Test
	void switchedOffThereIsNothing() {
		try (EarlyHintsServer off = EarlyHintsServer.cacheable("preload.early-hints.enabled=false")) {
			off.learn(PAGE);
			Answer page = off.navigate(PAGE);
			assertThat(page.isHinted()).isFalse();
			assertThat(page.links()).containsExactly(SendingIntegrationTests.STYLE);
			assertThat(off.navigate("/early").fields().all("X-Sent")).containsExactly("false, false");
			assertThat(off.outcomes()).isZero();
			assertThat(off.predictions("missed")).isZero();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class FailingSender {

		@Bean
		EarlyHintsSender failingSender() {
			return new EarlyHintsSender() {

				@Override
				public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
					return true;
				}

				@Override
				public void send(HttpServletResponse containerResponse) {
					throw new UnsupportedOperationException("A sender that fails");
				}

			};
		}

	}

}
