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

package dev.preloadhints.thymeleaf;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.link.Link;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that Thymeleaf takes for those of the dialect, and that are the application's
 * own.
 */
class ForeignNamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "<div data-preload-type=\"image\" data-preload-as=\"x\">x</div>",
			"<preload-link>the application's element</preload-link>", "<preload-link href=\"/a.css\" as=\"style\"/>",
			"<PRELOAD-LINK  Href='/a.css'><b>x</b></PRELOAD-LINK>",
			"<img src=\"/a.png\" data-preload-hint=\"yes\" data-preload-fetchpriority>",
			"<script DATA-PRELOAD-HINT=no data-preload-crossorigin='x' src=\"/a.js\"></script>",
			"<html xmlns:preload=\"urn:example:mine\"><body preload-hint=\"false\">x</body></html>",
			"<html xmlns-preload=\"https://preloadhints.dev/thymeleaf\"></html>",
			"<p preload:other=\"x\" preload=\"auto\"><preload:other/></p>",
			"<preload-link th:text=\"${text}\" data-preload-as=\"x\">y</preload-link>" })
	void stayInThePage(String template) {
		Map<String, Object> model = Map.of("text", "<&>");
		String without = new StringPage().render(StringPage.engine(), template, model);
		for (boolean collecting : new boolean[] { true, false }) {
			StringPage page = new StringPage();
			assertThat(page.render(StringPage.engine(new PreloadDialect(collecting)), template, model))
				.isEqualTo(without);
			assertThat(page.failures()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script src=\"/a.js\" preload:hint=\"false\" data-preload-hint=\"mine\"></script>",
			"<script src=\"/a.js\" data-preload-hint=\"mine\" Preload:Hint=\"false\"></script>" })
	void stayBesideTheDialectsOwn(String template) {
		StringPage page = new StringPage();
		assertThat(page.render(StringPage.engine(new PreloadDialect(true)), template, Map.of()))
			.isEqualTo("<script src=\"/a.js\" data-preload-hint=\"mine\"></script>");
		assertThat(page.collector().links().written()).isEmpty();
	}

	@Test
	void meanNothing() {
		StringPage page = new StringPage();
		page.render(StringPage.engine(new PreloadDialect(true)), """
				<preload-link href="/font.woff2" as="font"></preload-link>
				<div data-preload-hint="false"><script src="/a.js" data-preload-fetchpriority="low"></script></div>
				<img src="/a.png" data-preload-hint="true">
				""", Map.of());
		assertThat(page.collector().links().written()).extracting(Link::fieldValue)
			.containsExactly("</a.js>; rel=preload; as=script");
	}

}
