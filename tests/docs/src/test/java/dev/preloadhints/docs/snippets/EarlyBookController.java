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
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.Destination;

@Controller
@RequestMapping("/early")
class EarlyBookController {

	private final Catalog catalog = (slug) -> slug;

	@GetMapping("/books/{slug}")
	String book(@PathVariable String slug, PreloadLinks links, Model model) {
		links.preload("/img/covers/" + slug + ".webp", Destination.IMAGE).sendEarly();
		model.addAttribute("book", this.catalog.find(slug));
		return "book";
	}

	interface Catalog {

		Object find(String slug);

	}

}
