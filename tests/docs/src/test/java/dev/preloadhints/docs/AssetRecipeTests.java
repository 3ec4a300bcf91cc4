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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import dev.preloadhints.docs.RecipeApplication.Answer;
import dev.preloadhints.docs.snippets.ViteConfiguration;
import dev.preloadhints.docs.snippets.ViteManifest;
import dev.preloadhints.link.OmissionReason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The recipes for WebJars, Vite and a CDN.
 */
class AssetRecipeTests {

	@Test
	void webjarIsServedUnderItsVersion() throws Exception {
		try (RecipeApplication shop = start(List.of(), "spring.web.resources.cache.cachecontrol.max-age=365d")) {
			shop.navigateUntil("/webjar", (page) -> assertThat(page.hints())
				.endsWith("</webjars/htmx.org/2.0.10/dist/htmx.min.js>; rel=preload; as=script"));
			Answer file = shop.get("/webjars/htmx.org/2.0.10/dist/htmx.min.js");
			assertThat(file.status()).isEqualTo(200);
			assertThat(file.headers()).containsEntry("cache-control", "max-age=31536000");
		}
	}

	@Test
	void entryPointOfViteIsHintedWithWhatItImports() throws Exception {
		try (RecipeApplication shop = start(List.of(ViteManifest.class, ViteConfiguration.class),
				"spring.web.resources.chain.strategy.content.enabled=true",
				"spring.web.resources.chain.strategy.content.paths=/**")) {
			String hints = "</assets/main-5UjPuW-k.css>; rel=preload; as=style, "
					+ "</assets/shared-ChJ_j-JJ.css>; rel=preload; as=style, "
					+ "</assets/main-BRBmoGS9.js>; rel=modulepreload, "
					+ "</assets/shared-B7PI925R.js>; rel=modulepreload";
			shop.navigateUntil("/vite", (page) -> assertThat(page.hints()).isEqualTo(hints));
			for (String file : hints.replaceAll("[^<]*<([^>]*)>[^<]*", "$1 ").strip().split(" ")) {
				Answer answer = shop.get(file);
				assertThat(answer.status()).as(file).isEqualTo(200);
				assertThat(answer.headers()).containsEntry("cache-control", "max-age=31536000, public, immutable");
			}
		}
	}

	@Test
	void otherOriginIsHintedAheadOnlyIfItIsShared() throws Exception {
		String style = "<https://cdn.example.com/app-3f2c.css>; rel=preload; as=style";
		try (RecipeApplication shop = start(List.of())) {
			shop.navigateUntil("/cdn", (page) -> {
				assertThat(page.link()).contains(style);
				assertThat(page.hints()).isEmpty();
				assertThat(shop.unlearnable().count(OmissionReason.NOT_SHARED)).isPositive();
			});
		}
		try (RecipeApplication shop = start(List.of(), "preload.early-hints.shared-origins=https://cdn.example.com")) {
			shop.navigateUntil("/cdn",
					(page) -> assertThat(page.hints()).isEqualTo("<https://cdn.example.com>; rel=preconnect, "
							+ "<https://cdn.example.com>; rel=preconnect; crossorigin, " + style));
		}
	}

	private static RecipeApplication start(List<Class<?>> recipe, String... properties) {
		List<Class<?>> configurations = new ArrayList<>(recipe);
		configurations.addAll(List.of(DocsApplication.class, Shop.class));
		return RecipeApplication.start(configurations, properties);
	}

	@Controller
	static class Shop {

		@GetMapping("/webjar")
		String webjar() {
			return "books";
		}

		@GetMapping("/vite")
		String vite() {
			return Templates.containing("@vite");
		}

		@GetMapping("/cdn")
		String cdn() {
			return Templates.containing("app-3f2c.css");
		}

	}

}
