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

package dev.preloadhints.test;

import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.preloadhints.link.Destination;

import static dev.preloadhints.test.PreloadResultMatchers.modulePreload;
import static dev.preloadhints.test.PreloadResultMatchers.noLinkTo;
import static dev.preloadhints.test.PreloadResultMatchers.preconnect;
import static dev.preloadhints.test.PreloadResultMatchers.preload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * The assertions with {@link MockMvc} and {@link MockMvcTester}.
 */
class MockMvcTests {

	private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new PageController()).build();

	@Test
	void resultMatchers() throws Exception {
		this.mvc.perform(get("/page"))
			.andExpect(preload("/css/app.css", Destination.STYLE))
			.andExpect(modulePreload("/js/*.js"))
			.andExpect(preconnect("https://cdn.example.com"))
			.andExpect(noLinkTo("/css/print.css"));
	}

	@Test
	void resultMatchersThatDoNotMatch() throws Exception {
		var result = this.mvc.perform(get("/page"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> result.andExpect(preload("/css/app.css", Destination.SCRIPT)));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> result.andExpect(modulePreload("/css/app.css")));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> result.andExpect(preconnect("https://other")));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> result.andExpect(noLinkTo("/css/app.css")));
	}

	@Test
	void tester() {
		MockMvcTester tester = MockMvcTester.create(this.mvc);
		assertThat(ResponseLinks.of(tester.get().uri("/page").exchange())).hasPreload("/css/app.css",
				Destination.STYLE);
	}

	@Controller
	static class PageController {

		@GetMapping("/page")
		@ResponseBody
		String page(HttpServletResponse response) {
			response.addHeader("Link", "<https://cdn.example.com>; rel=preconnect");
			response.addHeader("Link", "</css/app.css>; rel=preload; as=style, </js/shop.js>; rel=modulepreload");
			return "page";
		}

	}

}
