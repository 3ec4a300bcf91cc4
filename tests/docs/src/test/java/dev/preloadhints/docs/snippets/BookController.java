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

package dev.preloadhints.docs.snippets;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.preloadhints.PreloadLink;
import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.LinkRelation;

@Controller
@PreloadLink(href = "https://api.example.com", rel = LinkRelation.PRECONNECT, crossorigin = CrossOrigin.ANONYMOUS)
class BookController {

	@GetMapping("/books/{slug}")
	@PreloadLink(href = "/fonts/fraunces-600.woff2", as = Destination.FONT, type = "font/woff2")
	String book(@PathVariable String slug, PreloadLinks links) {
		links.preload("/img/hero-1120.webp", Destination.IMAGE).preconnect("https://cdn.example.com");
		return "book";
	}

}
