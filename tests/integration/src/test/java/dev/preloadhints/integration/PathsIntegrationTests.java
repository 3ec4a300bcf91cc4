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

import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * URLs as an application publishes them: context path, servlet path, content versions and
 * WebJars.
 */
class PathsIntegrationTests {

	private final TestServer server = TestServer.withPages("server.servlet.context-path=/shop",
			"spring.mvc.servlet.path=/mvc", "spring.web.resources.chain.strategy.content.enabled=true",
			"preload.pages.links[0].href=/js/blocking.js", "preload.pages.links[0].as=script",
			"preload.pages.links[0].pages=/mvc/pages/style", "preload.resources.exclude=/mvc/webjars/**");

	@Test
	void linksAreThoseOfThePage() {
		Answer page = TestServer
			.withPages("server.servlet.context-path=/shop", "spring.web.resources.chain.strategy.content.enabled=true")
			.get("/shop/pages/webjar");
		assertThat(page.link())
			.matches("</shop/css/app-[0-9a-f]{32}\\.css>; rel=preload; as=style, "
					+ "</shop/webjars/jquery/3\\.7\\.1/jquery\\.min(-[0-9a-f]{32})?\\.js>; rel=preload; as=script")
			.satisfies((link) -> link.lines().forEach((line) -> assertThat(page.body()).contains(target(line))));
	}

	@Test
	void hintedUrlsExist() {
		TestServer shop = TestServer.withPages("server.servlet.context-path=/shop",
				"spring.web.resources.chain.strategy.content.enabled=true");
		for (String link : shop.get("/shop/pages/webjar").link().split(", ")) {
			assertThat(shop.get(target(link)).status()).as(link).isEqualTo(200);
		}
	}

	@Test
	void servletPathAndProperties() {
		Answer page = this.server.get("/shop/mvc/pages/style");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.link()).startsWith("</shop/css/app").contains("</shop/");
		assertThat(page.content()).isEqualTo(this.server.withoutStarter().get("/shop/mvc/pages/style").content());
	}

	private static String target(String link) {
		return link.substring(1, link.indexOf('>'));
	}

}
