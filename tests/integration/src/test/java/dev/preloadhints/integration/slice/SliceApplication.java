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

package dev.preloadhints.integration.slice;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import dev.preloadhints.PreloadLink;
import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.Destination;

/**
 * An application of which tests take a slice.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SliceApplication {

	@Controller
	static class PageController {

		@GetMapping("/page")
		@PreloadLink(href = "/fonts/text.woff2", as = Destination.FONT)
		String page(PreloadLinks links) {
			links.preconnect("https://cdn.example.com");
			return "pages/plain";
		}

	}

}
