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

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.page.LinkHistory;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The links of a page are those of the templates that write its response, whatever other
 * templates its request has executed.
 */
class RenderedTemplatesIntegrationTests {

	private static final String STYLE = "</css/app.css>; rel=preload; as=style";

	private final TestServer server = TestServer.withPages();

	@ParameterizedTest
	@ValueSource(strings = { "/rendering/mail", "/typed/mail", "/rendering/broken-mail", "/typed/broken-mail",
			"/rendering/announced-mail", "/rendering/view-to-text", "/typed/view-to-text", "/rendering/other-thread",
			"/typed/other-thread", "/rendering/direct", "/rendering/view-itself", "/typed/view-itself",
			"/rendering/decorated-view", "/typed/decorated-view", "/rendering/failing" })
	void pageIsWhatWritesTheResponse(String path) {
		Answer page = this.server.get(path);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("<title>One style sheet</title>").doesNotContain("mail");
		assertThat(page.link()).isEqualTo(STYLE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/rendering/widgets | </css/app.css>; rel=preload; as=style, </js/page.mjs>; rel=modulepreload, </js/page.js>; rel=preload; as=script
					/typed/widgets     | </css/app.css>; rel=preload; as=style, </js/page.mjs>; rel=modulepreload, </js/page.js>; rel=preload; as=script
					/rendering/joined  | </css/app.css>; rel=preload; as=style, </js/page.js>; rel=preload; as=script
					/typed/joined      | </css/app.css>; rel=preload; as=style, </js/page.js>; rel=preload; as=script
					/rendering/overlapping | </css/app.css>; rel=preload; as=style, </js/page.js>; rel=preload; as=script
					/typed/overlapping | </css/app.css>; rel=preload; as=style, </js/page.js>; rel=preload; as=script
					""")
	void whatAPageHasRenderedIsTextToIt(String path, String links) {
		Answer page = this.server.get(path);
		assertThat(page.body()).contains("</html>");
		assertThat(page.status()).as(page.body()).isEqualTo(200);
		assertThat(page.link()).isEqualTo(links);
	}

	/** Each view sends what it wrote. What follows is too late for the header. */
	@Test
	void viewsOfOneResponseAreOnePage() {
		Answer page = this.server.get("/rendering/fragments");
		assertThat(page.body()).contains("One style sheet", "Sorry");
		assertThat(page.link()).isEqualTo(STYLE);
		awaitLearned("/rendering/fragments", "/css/advised.css");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/rendering/broken-mail", "/rendering/view-to-text", "/typed/mail", "/rendering/joined",
			"/rendering/overlapping", "/rendering/widgets" })
	void isLearned(String path) {
		awaitLearned(path, "/css/app.css");
	}

	private void awaitLearned(String path, String target) {
		PageStore store = this.server.context().getBean(PageStore.class);
		Awaitility.await().until(() -> {
			this.server.get(path);
			return store.pages()
				.entrySet()
				.stream()
				.filter((page) -> page.getKey().pattern().contains(path))
				.flatMap((page) -> page.getValue().links().stream())
				.map(LinkHistory::link)
				.anyMatch((link) -> link.target().equals(target));
		});
	}

}
