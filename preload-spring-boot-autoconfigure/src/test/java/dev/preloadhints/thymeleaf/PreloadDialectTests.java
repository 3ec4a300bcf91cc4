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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PreloadDialect}: each template of the resources beside this class has
 * a file with the links that are expected of it.
 */
class PreloadDialectTests {

	private static final Map<String, Object> MODEL = new HashMap<>();

	/** What the test templates have of the dialect's, as Thymeleaf takes it out. */
	private static final Pattern OWN = Pattern
		.compile("<preload:link[^>]*>(</preload:link>)?| xmlns:preload=\"[^\"]*\"| preload:\\w+=\"[^\"]*\"");

	static {
		MODEL.put("names", List.of("one", "two"));
		MODEL.put("content", "<link rel=\"stylesheet\" href=\"/content.css\"><p class=\"a\" class=\"b\">");
		MODEL.put("missing", null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "evaluated", "fragments", "decorated", "refined", "sloppy", "based", "mistaken" })
	void collectsTheLinksOfTheRenderedPage(String template) throws IOException {
		DialectPage page = DialectPage.render(template, MODEL, new PreloadDialect(true));
		List<String> seen = new ArrayList<>(page.links());
		page.failures().forEach((failure) -> seen.add("failed: " + failure));
		String expected = new ClassPathResource(template + ".links", getClass())
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(seen).containsExactlyElementsOf(expected.lines().toList());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void takesNothingOutOfAPageButWhatIsItsOwn(boolean collecting) {
		for (String template : List.of("evaluated", "fragments", "decorated", "refined", "sloppy", "based",
				"mistaken")) {
			DialectPage page = DialectPage.render(template, MODEL, new PreloadDialect(collecting));
			String without = OWN.matcher(DialectPage.render(template, MODEL).body()).replaceAll("");
			assertThat(page.body()).isEqualTo(without);
			assertThat(page.events().isEmpty()).isNotEqualTo(collecting);
		}
	}

	@Test
	void removesItsAttributesAndElements() {
		String body = DialectPage.render("refined", MODEL, new PreloadDialect(true)).body();
		assertThat(body).doesNotContain("preload:")
			.contains("<section class=\"x\">")
			.contains("<link rel=\"icon\" href=\"/icon.svg\">")
			.contains("<p>text</p>");
	}

	@Test
	void tellsWhenTheHeadIsCompleteAndWhatComesLater() {
		DialectPage page = DialectPage.render("decorated", MODEL, new PreloadDialect(true));
		assertThat(page.events()).containsExactly("start", "head", "/img/content.jpg", "/js/end.js", "end");
	}

	@Test
	void tellsThatTheHeadIsCompleteOnAPageWithoutBody() {
		DialectPage page = DialectPage.render("sloppy", MODEL, new PreloadDialect(true));
		assertThat(page.events()).containsExactly("start", "head", "/d.jpg?x=1&y=2", "/prototype.css",
				"/%C3%BCmlaut%20&%20more.jpg", "end");
	}

	@Test
	void rendersATemplateOutsideOfARequest() {
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(new StringTemplateResolver());
		engine.addDialect(new PreloadDialect(true));
		String mail = "<html><head><link rel=\"stylesheet\" href=\"/mail.css\"></head><body>Hello</body></html>";
		assertThat(engine.process(mail, new Context())).isEqualTo(mail);
	}

}
