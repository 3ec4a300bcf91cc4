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

import org.junit.jupiter.api.Test;

import dev.preloadhints.docs.RecipeApplication.Answer;
import dev.preloadhints.docs.snippets.FragmentController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The recipes for htmx and Turbo.
 */
class ScriptedNavigationTests {

	private static final String LINK = "</css/app.css>; rel=preload; as=style, "
			+ "</webjars/htmx.org/2.0.10/dist/htmx.min.js>; rel=preload; as=script";

	@Test
	void fragmentsAndBoostedNavigationGetNoHeaderAndTeachNothing() throws Exception {
		try (RecipeApplication shop = start()) {
			for (int i = 0; i < 2; i++) {
				assertThat(shop.navigate("/shelf/books").link()).isEqualTo(LINK);
				Answer fragment = shop.get("/shelf/books?q=kim", "HX-Request", "true");
				assertThat(fragment.link()).isEmpty();
				assertThat(fragment.body().strip()).startsWith("<ul id=\"results\"").endsWith("</ul>");
				assertThat(shop.get("/shelf/books?q=kim", "HX-Request", "true", "HX-Boosted", "true").link()).isEmpty();
			}
			shop.navigateUntil("/shelf/books", (page) -> assertThat(page.hints()).isEqualTo(LINK));
		}
	}

	@Test
	void turboFetchesPagesWithoutHeader() throws Exception {
		try (RecipeApplication shop = start()) {
			for (int i = 0; i < 2; i++) {
				assertThat(shop.navigate("/shelf/books").link()).isEqualTo(LINK);
				assertThat(shop.get("/shelf/books", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty").link())
					.isEmpty();
				assertThat(shop.get("/shelf/books", "Turbo-Frame", "shelf").link()).isEmpty();
			}
			shop.navigateUntil("/shelf/books", (page) -> assertThat(page.hints()).isEqualTo(LINK));
			assertThat(shop.get("/shelf/books").link()).as("without any sign of a script").isEqualTo(LINK);
		}
	}

	private static RecipeApplication start() {
		return RecipeApplication.start(List.of(DocsApplication.class, FragmentController.class),
				"spring.web.resources.cache.cachecontrol.max-age=1h");
	}

}
