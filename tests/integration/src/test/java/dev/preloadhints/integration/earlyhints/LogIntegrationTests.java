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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.preloadhints.integration.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the logger {@code preload} says.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogIntegrationTests {

	private static final String PAGE = EarlyHintsServer.path("/books/kafka/read/castle", "style", "/css/app.css",
			"image", "/avatars/alice.png", "script", "/js/app.js?user=alice");

	@Test
	void oneLineAtStartUpAndNoneForAPage(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("logging.level.preload=info")) {
			server.learn(PAGE);
			server.navigate(PAGE);
		}
		assertThat(lines(output)).singleElement()
			.asString()
			.matches(".*Preload [0-9][^ ]+: .*")
			.contains(": Link header on (1000 bytes, 16 links); Early Hints on, learned from 2 renders of a page, "
					+ "over HTTP/2 without TLS (server.ssl)");
	}

	@Test
	void serverWithoutHttp2(CapturedOutput output) {
		TestServer.withPages("logging.level.preload=info", "server.servlet.context-path=/logged");
		assertThat(lines(output)).singleElement().asString().contains("HTTP/2 is off (server.http2.enabled)");
	}

	@Test
	void oneLineForEachPageAtDebugLevel(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("logging.level.preload=debug")) {
			server.learn(PAGE);
			server.navigate(PAGE);
			server.navigate("/avatars/alice.png");
		}
		List<String> pages = debugLines(output).stream().filter((line) -> !line.contains("not learned")).toList();
		assertThat(pages).hasSize(3);
		assertThat(pages.get(0)).contains("/books/{author}/read/{slug} (PageController#book): 3 links, ",
				" bytes; 103: unlearned (there was nothing to send: ");
		assertThat(pages.get(2)).endsWith("; 103: sent 1 links");
		assertThat(debugLines(output)).filteredOn((line) -> line.contains("not learned"))
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line).contains("/avatars/alice.png (not_shared"));
		assertThat(output).doesNotContain("user=alice");
	}

	@Test
	void linkThatNoResourceHandlerServesIsNamedAtDebugLevel(CapturedOutput output) {
		String page = EarlyHintsServer.path("/books/kafka/read/castle", "style", "/css/app.css", "script",
				"/webjars/htmx.org/dist/htmx.mim.js");
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("logging.level.preload=debug")) {
			server.learn(page);
		}
		assertThat(debugLines(output)).anySatisfy(
				(line) -> assertThat(line).endsWith("/books/{author}/read/{slug} (PageController#book): not learned: "
						+ "/webjars/htmx.org/dist/htmx.mim.js (not_shared: no resource handler serves it)"));
	}

	private static List<String> debugLines(CapturedOutput output) {
		return lines(output).stream().filter((line) -> line.contains("DEBUG")).toList();
	}

	private static List<String> lines(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> line.contains(" preload ")).toList();
	}

}
