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

package dev.preloadhints.sample.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.preloadhints.link.Destination;
import dev.preloadhints.test.ResponseLinks;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static dev.preloadhints.test.PreloadResultMatchers.noLinkTo;
import static dev.preloadhints.test.PreloadResultMatchers.preload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * How an application tests the links of its pages: what docs/testing.md shows.
 */
@WebMvcTest(CatalogController.class)
@Import({ Catalog.class, BookReader.class })
class CatalogPageTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MockMvc mockMvc;

	@Test
	void bookIsReadyForItsReader() {
		ResponseLinks links = ResponseLinks.of(this.mvc.get().uri("/books/after-the-orchard").exchange());
		assertThat(links).hasPreload("/css/book-*.css", Destination.STYLE)
			.hasModulePreload("/v1/js/modules/book.js")
			.hasNoLinkTo("/css/print*");
	}

	@Test
	void styleSheetsComeFirst() {
		ResponseLinks links = ResponseLinks.of(this.mvc.get().uri("/books").exchange());
		assertThat(links).targets().hasSizeLessThan(10).first().asString().startsWith("/css/");
	}

	@Test
	void searchHasItsStyleSheet() throws Exception {
		this.mockMvc.perform(get("/search"))
			.andExpect(preload("/css/app-*.css", Destination.STYLE))
			.andExpect(noLinkTo("/css/book-*.css"));
	}

	@Test
	void documentationShowsWhatIsTestedHere() throws IOException {
		String documentation = Files.readString(Path.of("..", "docs", "testing.md"));
		String source = Files
			.readString(Path.of("src", "test", "java", getClass().getName().replace('.', '/') + ".java"));
		Matcher tests = Pattern.compile("\t@Test\n\tvoid \\w+\\(\\)[^{]*\\{\n.*?\n\t\\}\n", Pattern.DOTALL)
			.matcher(documentation);
		int shown = 0;
		while (tests.find()) {
			assertThat(source).contains(tests.group());
			shown++;
		}
		assertThat(shown).isEqualTo(3);
	}

}
