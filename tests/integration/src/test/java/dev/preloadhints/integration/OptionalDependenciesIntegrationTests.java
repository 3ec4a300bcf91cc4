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

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.preloadhints.integration.support.IsolatedApplication;
import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that lack what the starter can do without.
 */
@Tag("slow")
class OptionalDependenciesIntegrationTests {

	private static final String MICROMETER = "io.micrometer.core.instrument.MeterRegistry";

	private static final String THYMELEAF = "org.thymeleaf.TemplateEngine";

	@Test
	void withoutMicrometer() throws Exception {
		try (IsolatedApplication application = new IsolatedApplication(
				"micrometer-(core|jakarta9|registry)|actuator|micrometer-metrics|micrometer-observation-\\D|boot-health")) {
			assertThat(application.hasClass(MICROMETER)).isFalse();
			assertThat(application.hasClass(THYMELEAF)).isTrue();
			assertThat(get(application.port(), "/style").headers("Link")).containsExactly(Headers.STYLE);
		}
	}

	@Test
	void withoutThymeleaf() throws Exception {
		try (IsolatedApplication application = new IsolatedApplication("thymeleaf")) {
			assertThat(application.hasClass(THYMELEAF)).isFalse();
			Answer response = get(application.port(), "/css/app.css");
			assertThat(response.status()).isEqualTo(200);
			assertThat(response.headers("Link")).isEmpty();
		}
	}

	@Test
	void withoutMeterRegistry() {
		TestServer server = TestServer.withPages("integration.without=.security.,.metrics.");
		assertThat(server.context().getBeanNamesForType(MeterRegistry.class)).isEmpty();
		assertThat(server.get("/pages/plain").link()).isEqualTo(Headers.PLAIN);
	}

	private static Answer get(int port, String path) {
		try (HttpTestClient client = HttpTestClient.http1(port)) {
			return client.get(path);
		}
	}

}
