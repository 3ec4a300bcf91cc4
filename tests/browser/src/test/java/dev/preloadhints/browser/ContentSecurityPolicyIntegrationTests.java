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

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Tab;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ResponseFacade;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Chromium makes of a {@code 103} with a script under a policy with nonces, which no
 * link carries. The documentation relies on it. The Early Hints here are sent by hand.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ContentSecurityPolicyIntegrationTests {

	private static final String STYLE = "/probe/style.css";

	private static final String SCRIPT = "/probe/script.js";

	private static final Map<String, String> POLICIES = Map.of("self", "script-src 'self' 'nonce-abc'", "nonce",
			"script-src 'nonce-abc'", "strict", "script-src 'nonce-abc' 'strict-dynamic'", "strict-and-self",
			"script-src 'nonce-abc' 'strict-dynamic' 'self'");

	private Chromium chromium;

	private Server server;

	@BeforeAll
	void open() throws Exception {
		Certificate certificate = Certificate.create();
		this.chromium = Tools.chromium(certificate);
		this.server = Server.https(certificate, List.of(Probe.class), "spring.config.name=probe",
				"preload.enabled=false");
	}

	@AfterAll
	void close() throws Exception {
		if (this.chromium != null) {
			this.chromium.close();
		}
		if (this.server != null) {
			this.server.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "self, true, false", "nonce, false, true", "strict, false, false", "strict-and-self, true, false" })
	void scriptIsFetchedEarly(String policy, boolean early, boolean violation) throws Exception {
		int acted = 0;
		for (int i = 0; i < Tools.MAX_VISITS && acted < 3; i++) {
			this.server.forget();
			try (Tab tab = this.chromium.open()) {
				Visit visit = tab.visit(this.server.url("/probe/" + policy));
				assertThat(this.server.requests().repeated()).as("fetched twice").isEmpty();
				assertThat(tab.console().stream().anyMatch((line) -> line.contains("Content Security Policy")))
					.as("violation: " + tab.console())
					.isEqualTo(violation);
				if (visit.tookEarly(List.of(STYLE))) {
					acted++;
					assertThat(visit.tookEarly(List.of(SCRIPT))).as("script fetched early").isEqualTo(early);
				}
			}
		}
		assertThat(acted).as("visits on which the browser acted on the hints").isEqualTo(3);
	}

	@Controller
	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Probe {

		@GetMapping("/probe/{policy}")
		void page(@PathVariable String policy, HttpServletResponse response) throws Exception {
			response.setHeader("Content-Security-Policy", POLICIES.get(policy));
			response.setHeader("Link",
					"<" + STYLE + ">; rel=preload; as=style, <" + SCRIPT + ">; rel=preload; as=script");
			ServletResponse container = response;
			while (container instanceof ServletResponseWrapper wrapper) {
				container = wrapper.getResponse();
			}
			((ResponseFacade) container).sendEarlyHints();
			Thread.sleep(200);
			response.setContentType("text/html;charset=UTF-8");
			response.getWriter().write("""
					<!DOCTYPE html><html lang="en"><head><title>Probe</title><link rel="icon" href="data:,">
					<link rel="stylesheet" href="%s"><script nonce="abc" src="%s"></script></head>
					<body><p>Probe</p></body></html>
					""".formatted(STYLE, SCRIPT));
		}

		@GetMapping(STYLE)
		void style(HttpServletResponse response) throws IOException {
			asset(response, "text/css", "p { color: green }");
		}

		@GetMapping(SCRIPT)
		void script(HttpServletResponse response) throws IOException {
			asset(response, "text/javascript", "document.title = 'Run'");
		}

		private void asset(HttpServletResponse response, String type, String content) throws IOException {
			response.setHeader("Cache-Control", "max-age=3600");
			response.setContentType(type);
			response.getWriter().write(content);
		}

	}

}
