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

import java.util.List;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Tab;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import dev.preloadhints.tests.http.HttpTestClient;
import jakarta.servlet.http.HttpServletRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A shop whose pages begin a session, with Spring Boot's defaults, and Chromium that
 * comes to it for the first and for the second time: nothing is fetched twice.
 */
@TestInstance(Lifecycle.PER_CLASS)
class NewVisitorIntegrationTests {

	private static final String STYLE = "/css/about.css";

	private Certificate certificate;

	private Chromium chromium;

	@BeforeAll
	void open() throws Exception {
		this.certificate = Certificate.create();
		this.chromium = Tools.chromium(this.certificate);
	}

	@AfterAll
	void close() throws Exception {
		if (this.chromium != null) {
			this.chromium.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tomcat", "jetty" })
	void isSentNothingAndComesBackToEarlyHints(String container) throws Exception {
		try (Server server = start(container)) {
			learn(server);
			int used = 0;
			for (int i = 0; i < Tools.MAX_VISITS && used < 3; i++) {
				try (Tab tab = this.chromium.open()) {
					server.forget();
					Visit first = tab.visit(server.url("/shop"));
					assertThat(first.interim()).isZero();
					assertThat(styleSheets(server)).singleElement().asString().startsWith(STYLE + ";jsessionid=");
					server.forget();
					Visit second = tab.visit(server.url("/shop"));
					assertThat(styleSheets(server)).hasSizeLessThanOrEqualTo(1).doesNotContain(";jsessionid=");
					assertThat(server.hints().last()).contains(STYLE);
					used += second.tookEarly(List.of(STYLE)) ? 1 : 0;
				}
			}
			assertThat(used).isEqualTo(3);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tomcat", "jetty" })
	void isSentEarlyHintsWhereResourcesHaveNoSessionIds(String container) throws Exception {
		try (Server server = start(container, "preload.resources.session-ids=false")) {
			learn(server);
			int used = 0;
			for (int i = 0; i < Tools.MAX_VISITS && used < 3; i++) {
				server.forget();
				Visit visit = this.chromium.visit(server.url("/shop"));
				assertThat(styleSheets(server)).containsExactly(STYLE);
				used += visit.tookEarly(List.of(STYLE)) ? 1 : 0;
			}
			assertThat(used).isEqualTo(3);
		}
	}

	private Server start(String container, String... properties) {
		String[] all = new String[properties.length + 3];
		all[0] = "spring.config.name=shop";
		all[1] = "browser.container=" + container;
		all[2] = "spring.web.resources.cache.cachecontrol.max-age=1h";
		System.arraycopy(properties, 0, all, 3, properties.length);
		return Server.https(this.certificate, List.of(Shop.class), all);
	}

	/** By a visitor who comes back, and by new ones. */
	private void learn(Server server) throws Exception {
		try (HttpTestClient visitor = HttpTestClient.at(server.url(""))
			.trusting(this.certificate.trust())
			.keepingCookies()
			.build()) {
			Awaitility.await().until(() -> visitor.navigate("/shop").isHinted());
		}
		try (HttpTestClient visitor = HttpTestClient.tls(server.port(), this.certificate.trust())) {
			visitor.navigate("/shop");
			visitor.navigate("/shop");
		}
	}

	private static List<String> styleSheets(Server server) {
		return server.requests().paths().stream().filter((path) -> path.startsWith(STYLE)).toList();
	}

	@Controller
	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Shop {

		@GetMapping("/shop")
		String page(HttpServletRequest request) throws InterruptedException {
			request.getSession();
			Thread.sleep(100);
			return "proxied/page";
		}

	}

}
