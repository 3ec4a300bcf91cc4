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
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.preloadhints.integration.support.Meters;
import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is counted of real pages, with the registry that Boot's actuator configures.
 */
class MetersIntegrationTests {

	@Test
	void metersAreThereBeforeTheFirstPage() {
		TestServer fresh = TestServer.withPages("server.servlet.context-path=/fresh");
		Meters meters = new Meters(fresh);
		assertThat(meters.pages()).isZero();
		assertThat(meters.exist("preload.links", "delivery", "header", "destination", "style", "rel", "preload"))
			.isTrue();
		assertThat(meters.exist("preload.links.omitted", "delivery", "header", "reason", "committed")).isTrue();
		assertThat(meters.exist("preload.errors", "stage", "listener")).isTrue();
		assertThat(meters.count("preload.links")).isZero();
		assertThat(meters.count("preload.links.omitted")).isZero();
		assertThat(meters.count("preload.errors")).isZero();
	}

	@Test
	void linksOfAPage() {
		TestServer server = TestServer.withPages("server.servlet.context-path=/counted");
		Meters meters = new Meters(server);
		Answer page = meters.during(() -> server.get("/counted/pages/plain"));
		assertThat(meters.count("preload.links", "delivery", "header")).isEqualTo(7);
		assertThat(meters.count("preload.links", "destination", "script", "rel", "preload")).isEqualTo(2);
		assertThat(meters.count("preload.links", "destination", "script", "rel", "modulepreload")).isEqualTo(1);
		assertThat(meters.count("preload.links", "destination", "style")).isEqualTo(1);
		assertThat(meters.count("preload.links", "destination", "font")).isEqualTo(1);
		assertThat(meters.count("preload.links", "destination", "image")).isEqualTo(1);
		assertThat(meters.count("preload.links", "destination", "none", "rel", "preconnect")).isEqualTo(1);
		assertThat(meters.count("preload.links.omitted", "delivery", "header", "reason", "media")).isEqualTo(1);
		assertThat(meters.count("preload.links.omitted", "delivery", "header")).isEqualTo(1);
		assertThat(meters.headerBytes()).isEqualTo(page.link().length());
		assertThat(meters.count("preload.errors")).isZero();
	}

	@Test
	void actuatorShowsThem() {
		TestServer server = TestServer.withPages("management.endpoints.web.exposure.include=metrics");
		server.get("/pages/plain");
		assertThat(server.get("/actuator/metrics/preload.links").body()).contains("\"delivery\"", "\"destination\"");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void failingFilterAndListenerAreCountedAndLoggedOnce(CapturedOutput output) {
		TestServer server = TestServer.withPages("integration.hostile-beans=true");
		Meters meters = new Meters(server);
		Answer page = meters.during(() -> server.get("/pages/plain"));
		assertThat(page.content()).isEqualTo(server.withoutStarter().get("/pages/plain").content());
		assertThat(page.link()).isEqualTo(Headers.PLAIN
			.replace(", </fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin", "")
			.replace(", </img/hero.jpg>; rel=preload; as=image; fetchpriority=high", ""));
		meters.during(() -> server.get("/pages/plain"));
		assertThat(meters.count("preload.errors", "stage", "filter")).isEqualTo(2);
		assertThat(meters.awaitCount(2, "preload.errors", "stage", "listener")).isEqualTo(2);
		assertThat(meters.count("preload.links.omitted", "reason", "filtered")).isEqualTo(2);
		assertThat(meters.count("preload.links.omitted", "reason", "failed")).isEqualTo(2);
		assertThat(output).containsOnlyOnce("IllegalStateException: The filter failed (logged once")
			.containsOnlyOnce("IllegalStateException: The listener failed (logged once");
	}

}
