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

import java.util.Arrays;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.preloadhints.integration.app.ReactiveApplication;
import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A WebFlux application is left alone.
 */
@Tag("slow")
class WebFluxIntegrationTests {

	private final TestServer server = TestServer.of(ReactiveApplication.class,
			"spring.main.web-application-type=reactive");

	@Test
	void nothingOfOursIsThere() {
		assertThat(this.server.context().getClass().getName()).contains("Reactive");
		assertThat(Arrays.stream(this.server.context().getBeanDefinitionNames())
			.map((name) -> String.valueOf(this.server.context().getType(name)))
			.filter((type) -> type.contains("dev.preloadhints.") && !type.contains("integration"))).isEmpty();
	}

	@Test
	void pageIsServedAsItIs() {
		Answer page = this.server.get("/pages/style");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.headers("Link")).isEmpty();
		assertThat(page.body()).contains("<link rel=\"stylesheet\" href=\"/css/app.css\">");
		assertThat(page.content()).isEqualTo(this.server.withoutStarter().get("/pages/style").content());
	}

}
