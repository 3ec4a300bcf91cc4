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

package dev.preloadhints.integration.earlyhints;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.preloadhints.PreloadLink;
import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.Destination;

/**
 * Pages whose handlers declare links, or send them early themselves.
 */
@Controller
class HandlerLinksController {

	@GetMapping("/declared")
	@PreloadLink(href = "/fonts/text.woff2", as = Destination.FONT, type = "font/woff2")
	String declared(@RequestParam MultiValueMap<String, String> elements, Model model) {
		model.addAllAttributes(elements);
		return "page";
	}

	/** Adds what depends on the user, and does not send it early. */
	@GetMapping("/added")
	String added(@RequestParam(required = false) String own, PreloadLinks links,
			@RequestParam MultiValueMap<String, String> elements, Model model) {
		if (own != null) {
			links.preload(own, Destination.IMAGE);
		}
		model.addAllAttributes(elements);
		return "page";
	}

	/** Tells by a header what came of sending early. */
	@GetMapping("/early")
	@PreloadLink(href = "/fonts/text.woff2", as = Destination.FONT)
	String early(@RequestParam(defaultValue = "true") boolean send, PreloadLinks links, HttpServletResponse response,
			@RequestParam MultiValueMap<String, String> elements, Model model) {
		links.preload("/img/hero.jpg", Destination.IMAGE);
		if (send) {
			response.setHeader("X-Sent", links.sendEarly() + ", " + links.sendEarly());
		}
		model.addAllAttributes(elements);
		return "page";
	}

}
