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

package dev.preloadhints.sample.web;

import dev.preloadhints.sample.catalog.Catalog;
import dev.preloadhints.sample.catalog.Subject;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The pages that do not belong to a department of the shop.
 */
@Controller
class PageController {

	private final Catalog catalog;

	PageController(Catalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping("/")
	String home(Model model) {
		model.addAttribute("picks", this.catalog.picks());
		model.addAttribute("subjects", Subject.values());
		model.addAttribute("total", this.catalog.all().size());
		return "home";
	}

	@GetMapping("/about")
	String about() {
		return "about";
	}

}
