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

package dev.preloadhints.docs;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.preloadhints.docs.Templates.Template;
import dev.preloadhints.docs.snippets.NonceFilter;
import dev.preloadhints.docs.snippets.ViteManifest;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each HTML snippet is rendered as a template. Where an HTTP snippet follows it, the page
 * has that header: spaces do not matter, and an ellipsis stands for anything.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TemplateSnippetTests {

	private ConfigurableApplicationContext context;

	private HttpTestClient client;

	@BeforeAll
	void start() {
		this.context = DocsApplication.start(
				new MapPropertySource("templates", Map.of(Templates.PROPERTY, Templates.prefix())),
				SnippetController.class, ViteManifest.class, NonceFilter.class);
		this.client = HttpTestClient
			.http1(this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	@AfterAll
	void stop() {
		this.client.close();
		this.context.close();
	}

	@ParameterizedTest
	@MethodSource("templates")
	void templateRendersWithTheHeaderThatFollows(Template template) {
		Answer page = get(template);
		assertThat(page.status())
			.as("%s is a template that does not render: the log above says why. What it needs in its model belongs"
					+ " into %s, and what is no template into a ```text block", template,
					SnippetController.class.getSimpleName())
			.isEqualTo(200);
		assertThat(page.body()).doesNotContain("preload:", "th:");
		if (template.header() != null) {
			// What an asset pulls in is known some time after the first page.
			Awaitility.await().untilAsserted(() -> assertHeader(template));
		}
	}

	private void assertHeader(Template template) {
		String[] field = template.header().text().split(":", 2);
		assertThat(String.join(", ", get(template).headers(field[0])))
			.as("%s: the template before it has another header", template.header())
			.matches(pattern(field[1]));
	}

	static List<Template> templates() {
		return Templates.all();
	}

	private Answer get(Template template) {
		return this.client.get("/snippet/" + template.view());
	}

	private static String pattern(String value) {
		return Stream.of(value.strip().replaceAll("\\s+", " ").split("…", -1))
			.map(Pattern::quote)
			.reduce((left, right) -> left + "[^<>]*" + right)
			.orElseThrow();
	}

	@Controller
	static class SnippetController {

		@GetMapping("/snippet/{view}")
		String page(@PathVariable String view, Model model) {
			model.addAttribute("article", Map.of("content", "<p>Some words.</p>"));
			model.addAttribute("books", List.of(Map.of("title", "Kim")));
			return view;
		}

	}

}
