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

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.preloadhints.integration.support.Meters;
import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that do not fit into the buffer of a response, with Boot's default of sending
 * them while they are rendered.
 */
@Tag("slow")
class LargePageIntegrationTests {

	private static final String HEAD = "</css/app.css>; rel=preload; as=style, </js/blocking.js>; rel=preload; as=script";

	private final TestServer server = TestServer.withPages();

	private final TestServer unbuffered = TestServer.withPages("preload.link-header.buffer-size=0");

	@Test
	void linksOfTheHeadAreSentAndLaterOnesCounted() {
		Meters meters = new Meters(this.server);
		double omitted = meters.count("preload.links.omitted", "reason", "committed");
		Answer page = meters.during(() -> this.server.get("/pages/big"));
		assertThat(page.content().bytes()).hasSizeGreaterThan(3_000_000);
		assertThat(page.body()).endsWith("</html>\n").contains("/js/end.js");
		assertThat(page.link()).isEqualTo(HEAD);
		assertThat(meters.count("preload.links.omitted", "reason", "committed") - omitted).isEqualTo(2);
	}

	@Test
	void linksOfTheHeadAreSentWithTheContainersOwnBuffer() {
		Meters meters = new Meters(this.unbuffered);
		double omitted = meters.count("preload.links.omitted", "reason", "committed");
		Answer page = meters.during(() -> this.unbuffered.get("/pages/big"));
		assertThat(page.content()).isEqualTo(this.server.withoutStarter().get("/pages/big").content());
		assertThat(page.link()).isEqualTo(HEAD);
		assertThat(meters.count("preload.links.omitted", "reason", "committed") - omitted).isEqualTo(2);
	}

	@Test
	void longHeadFitsIntoTheBuffer() {
		assertThat(this.server.get("/pages/long-head").link())
			.isEqualTo("</css/first.css>; rel=preload; as=style, </css/last.css>; rel=preload; as=style");
	}

	@Test
	void longHeadDoesNotFitIntoTheContainersBuffer() {
		Meters meters = new Meters(this.unbuffered);
		double omitted = meters.count("preload.links.omitted", "reason", "committed");
		Answer page = meters.during(() -> this.unbuffered.get("/pages/long-head?kilobytes=64"));
		assertThat(page.content())
			.isEqualTo(this.server.withoutStarter().get("/pages/long-head?kilobytes=64").content());
		assertThat(page.headers("Link")).isEmpty();
		assertThat(meters.count("preload.links.omitted", "reason", "committed") - omitted).isEqualTo(2);
	}

	@Test
	void pageThatIsRenderedBeforeItIsSent() {
		TestServer whole = TestServer
			.withPages("spring.thymeleaf.servlet.produce-partial-output-while-processing=false");
		Answer page = whole.get("/pages/big");
		assertThat(page.content()).isEqualTo(this.server.withoutStarter().get("/pages/big").content());
		assertThat(page.link()).isEqualTo("</css/app.css>; rel=preload; as=style, "
				+ "</js/blocking.js>; rel=preload; as=script, </js/end.js>; rel=preload; as=script, "
				+ "</img/late.jpg>; rel=preload; as=image; fetchpriority=high");
	}

}
