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

package dev.preloadhints.sample.reservation;

import java.util.List;
import java.util.Optional;

import dev.preloadhints.sample.catalog.Book;
import dev.preloadhints.sample.catalog.Catalog;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form with which a visitor has copies put aside: shown, validated, and after success
 * redirected to a page that can be reloaded.
 */
@Controller
@RequestMapping("/reservations")
class ReservationController {

	private static final String FORM = "reservation/form";

	private final Catalog catalog;

	private final ReservationDesk desk;

	ReservationController(Catalog catalog, ReservationDesk desk) {
		this.catalog = catalog;
		this.desk = desk;
	}

	@ModelAttribute("books")
	List<Book> books() {
		return this.catalog.all().stream().filter(Book::isInStock).toList();
	}

	@GetMapping("/new")
	String form(@ModelAttribute("reservation") ReservationForm reservation) {
		return FORM;
	}

	@PostMapping
	ModelAndView reserve(@Valid @ModelAttribute("reservation") ReservationForm form, BindingResult errors,
			RedirectAttributes redirect) {
		Optional<Book> book = this.catalog.find(form.getBook()).filter(Book::isInStock);
		if (book.isEmpty() && !errors.hasFieldErrors("book")) {
			errors.rejectValue("book", "unavailable", "This book is not in the shop");
		}
		if (errors.hasErrors()) {
			return new ModelAndView(FORM, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("done", this.desk.reserve(form, book.orElseThrow()));
		return new ModelAndView("redirect:/reservations/thanks");
	}

	@GetMapping("/thanks")
	String thanks(Model model) {
		return model.containsAttribute("done") ? "reservation/thanks" : "redirect:/reservations/new";
	}

}
