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
package dev.preloadhints.benchmarks.request;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * An ordinary application whose pages are measured.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ShopApplication.ShopController.class)
public class ShopApplication {

	private static List<Book> catalog(int count) {
		List<Book> books = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			books.add(new Book(i, "The " + i + "th book & what it says", "Author " + i % 7, 990 + i));
		}
		return books;
	}

	/**
	 * Serves the pages.
	 */
	@Controller
	static class ShopController {

		private final List<Book> few = catalog(15);

		private final List<Book> many = catalog(622);

		/** 150 elements, 8 resources. */
		@GetMapping("/typical")
		String typical(Model model) {
			return books(model, this.few);
		}

		/** 5,000 elements, the same 8 resources. */
		@GetMapping("/large")
		String large(Model model) {
			return books(model, this.many);
		}

		private String books(Model model, List<Book> books) {
			model.addAttribute("title", "Books");
			model.addAttribute("books", books);
			return "shop/books";
		}

		/** What a script of the page fetches. */
		@GetMapping("/api/books")
		@ResponseBody
		List<Book> api() {
			return this.few;
		}

	}

	/**
	 * An entry of the list.
	 *
	 * @param id number of the book
	 * @param title title of the book
	 * @param author its author
	 * @param price its price in cents
	 */
	public record Book(int id, String title, String author, int price) {
	}

}
