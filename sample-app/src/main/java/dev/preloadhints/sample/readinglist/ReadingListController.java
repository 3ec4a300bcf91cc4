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

package dev.preloadhints.sample.readinglist;

import java.util.List;

import dev.preloadhints.sample.catalog.Catalog;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The reading list. The list itself lives in the visitor's browser; the page asks for the
 * books on it as a fragment.
 */
@Controller
class ReadingListController {

	private static final int MAX_BOOKS = 60;

	private final Catalog catalog;

	ReadingListController(Catalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping("/reading-list")
	String page() {
		return "reading-list";
	}

	@GetMapping("/reading-list/books")
	String books(@RequestParam(defaultValue = "") List<String> slug, Model model) {
		model.addAttribute("books", this.catalog.find(slug.stream().limit(MAX_BOOKS).toList()));
		return "fragments/book :: cards(books=${books})";
	}

}
