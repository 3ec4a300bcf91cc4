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

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/shelf")
public class FragmentController {

	private final Catalog catalog = (query) -> List.of(Map.of("title", "Kim"));

	@GetMapping("/books")
	String books(String q, @RequestHeader(name = "HX-Request", required = false) boolean fragment, Model model) {
		model.addAttribute("books", this.catalog.search(q));
		return fragment ? "books :: results" : "books";
	}

	interface Catalog {

		List<?> search(String query);

	}

}
