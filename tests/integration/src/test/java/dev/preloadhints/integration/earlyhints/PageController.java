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

import jakarta.servlet.http.HttpServletRequest;

import java.nio.charset.StandardCharsets;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Pages whose elements are named by the request: what a database, a feature flag or a
 * user's profile does to a page of a real application.
 */
@Controller
class PageController {

	@GetMapping({ "/page", "/own/page", "/own/basket", "/framed/page", "/committed/page", "/opaque/page" })
	String page(@RequestParam MultiValueMap<String, String> elements, Model model) {
		return show(elements, model);
	}

	/** Another page with the same template. */
	@GetMapping("/other")
	String other(@RequestParam MultiValueMap<String, String> elements, Model model) {
		return show(elements, model);
	}

	@GetMapping("/books/{author}/read/{slug}")
	String book(@PathVariable String author, @RequestParam MultiValueMap<String, String> elements, Model model) {
		return show(elements, model);
	}

	@GetMapping("/redirects")
	String redirects(@RequestParam MultiValueMap<String, String> elements, Model model) {
		return elements.containsKey("away") ? "redirect:/functional" : show(elements, model);
	}

	@GetMapping("/fails")
	String fails(@RequestParam MultiValueMap<String, String> elements, Model model) {
		if (elements.containsKey("now")) {
			throw new UnsupportedOperationException("A page that fails");
		}
		return show(elements, model);
	}

	@GetMapping("/etag")
	String etag(ServletWebRequest request, @RequestParam MultiValueMap<String, String> elements, Model model) {
		return request.checkNotModified("v1") ? null : show(elements, model);
	}

	/** URLs get the session's id while nobody knows whether there are cookies. */
	@GetMapping("/session")
	String session(HttpServletRequest request, @RequestParam MultiValueMap<String, String> elements, Model model) {
		request.getSession();
		return show(elements, model);
	}

	@GetMapping("/deferred")
	DeferredResult<String> deferred() {
		DeferredResult<String> result = new DeferredResult<>(30_000L);
		new Thread(() -> result.setResult("style")).start();
		return result;
	}

	/** Static to the page, but each user's own to the server. */
	@GetMapping(path = "/avatars/{user}.png", produces = MediaType.IMAGE_PNG_VALUE)
	@ResponseBody
	byte[] avatar(@PathVariable String user) {
		return user.getBytes(StandardCharsets.UTF_8);
	}

	private static String show(MultiValueMap<String, String> elements, Model model) {
		model.addAllAttributes(elements);
		return "page";
	}

}
