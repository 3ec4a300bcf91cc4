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

package dev.preloadhints;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import dev.preloadhints.autoconfigure.PreloadAutoConfiguration;
import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.TemplateExecution;
import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.FetchPriority;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRelation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * What a controller adds to its page.
 */
class PreloadLinksTests {

	private static final List<String> LINKS = List.of("<https://cdn.example.com>; rel=preconnect; crossorigin",
			"</shop/a.css>; rel=preload; as=style", "</shop/%C3%BC%20b.css>; rel=preload; as=style");

	@Test
	void areTheSameForEachRequest() {
		run((links) -> {
			links.add(LinkRelation.PRECONNECT, "https://cdn.example.com", PageController.CORS)
				.add(LinkRelation.PRELOAD, "/a.css", PageController.STYLE)
				.preload("/ü b.css", Destination.STYLE);
		}, LINKS);
	}

	@Test
	void aTargetThatAttributesSetIsNoUrlToAdd() {
		run((links) -> links.add(LinkRelation.PRELOAD, "/a.css",
				(link) -> link.destination(Destination.STYLE).target("/other.css")), LINKS.subList(1, 2));
	}

	@Test
	void whatCannotBeHintedLeavesThePageAlone() {
		run((links) -> {
			links.preload("javascript:alert(1)", Destination.SCRIPT).modulePreload("http://[").preconnect("");
			links.add(LinkRelation.PRELOAD, "/without-destination", (link) -> {
			});
			links.add(LinkRelation.PRELOAD, "/a.css", (link) -> PageController.STYLE.accept(link.media("\u0000")));
			links.add(LinkRelation.PRELOAD, "/a.css", (link) -> {
				throw new IllegalStateException("expected");
			});
		}, List.of());
	}

	@Test
	void areDeclaredWithEachAttribute() {
		run("/shop/declared", (links) -> {
		}, List
			.of("</shop/a.css>; rel=preload; as=style; type=\"text/css\"; crossorigin=use-credentials; fetchpriority=low; media=screen"));
	}

	private static void run(Consumer<PreloadLinks> added, List<String> expected) {
		run("/shop/page", added, expected);
	}

	private static void run(String path, Consumer<PreloadLinks> added, List<String> expected) {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PreloadAutoConfiguration.class, WebMvcAutoConfiguration.class))
			.withPropertyValues("preload.resources.destinations=style,script")
			.withBean(PageController.class, () -> new PageController(added))
			.run((context) -> {
				MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
				// On a busy machine a page goes out before a version is known.
				Awaitility.await()
					.atMost(Duration.ofMinutes(2))
					.untilAsserted(() -> assertThat(links(mvc, path)).isEqualTo(expected));
				assertThat(links(mvc, path)).isEqualTo(expected);
			});
	}

	private static List<String> links(MockMvc mvc, String path) throws Exception {
		MockHttpServletResponse response = mvc.perform(get(path).contextPath("/shop")).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		List<String> links = new ArrayList<>();
		response.getHeaders("Link").forEach((field) -> links.addAll(List.of(field.split(", "))));
		return links;
	}

	@Controller
	static class PageController {

		private static final Consumer<LinkBuilder> STYLE = (link) -> link.destination(Destination.STYLE);

		private static final Consumer<LinkBuilder> CORS = (link) -> link.crossorigin(CrossOrigin.ANONYMOUS);

		private final Consumer<PreloadLinks> added;

		PageController(Consumer<PreloadLinks> added) {
			this.added = added;
		}

		@GetMapping("/page")
		View page(PreloadLinks links) {
			this.added.accept(links);
			return this::render;
		}

		@GetMapping("/declared")
		@PreloadLink(href = "/a.css", as = Destination.STYLE, type = "text/css",
				crossorigin = CrossOrigin.USE_CREDENTIALS, fetchpriority = FetchPriority.LOW, media = "screen")
		View declared() {
			return this::render;
		}

		private void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
			response.setContentType("text/html");
			LinkCollector collector = (LinkCollector) request.getAttribute(LinkCollector.ATTRIBUTE);
			collector.templateStarted(new TemplateExecution(this, response, true));
			collector.templateEnded(this);
		}

	}

}
