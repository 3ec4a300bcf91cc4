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

import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.LinkRelation;

@Controller
class BooksController {

	@GetMapping("/books")
	String books(PreloadLinks links) {
		links.preload("/img/hero-1120.webp", Destination.IMAGE)
			.preconnect("https://cdn.example.com")
			.add(LinkRelation.PRELOAD, "/data/stock.json",
					(link) -> link.destination(Destination.FETCH).crossorigin(CrossOrigin.ANONYMOUS));
		return "books";
	}

}
