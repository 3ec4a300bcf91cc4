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

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The list of all books, its live filter, and the page of a single book.
 */
@Controller
class CatalogController {

	private final Catalog catalog;

	CatalogController(Catalog catalog) {
		this.catalog = catalog;
	}

	@ModelAttribute("subjects")
	Subject[] subjects() {
		return Subject.values();
	}

	@GetMapping("/books")
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) Subject subject,
			Model model) {
		addBooks(q, subject, model);
		return "catalog/list";
	}

	/**
	 * The same list as a fragment, for the filter that htmx submits while one types.
	 */
	@GetMapping(path = "/books", headers = "HX-Request")
	String rows(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) Subject subject,
			Model model) {
		addBooks(q, subject, model);
		return "catalog/list :: results";
	}

	@GetMapping("/books/{slug}")
	String book(@PathVariable String slug, Model model) {
		Book book = this.catalog.find(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("book", book);
		model.addAttribute("neighbours", this.catalog.neighbours(book));
		return "catalog/book";
	}

	@GetMapping("/search")
	String search(@RequestParam(defaultValue = "") String q, Model model) {
		model.addAttribute("q", q);
		model.addAttribute("books", q.isBlank() ? List.of() : this.catalog.search(q, null));
		return "catalog/search";
	}

	private void addBooks(String q, Subject subject, Model model) {
		model.addAttribute("q", q);
		model.addAttribute("subject", subject);
		model.addAttribute("books", this.catalog.search(q, subject));
	}

}
