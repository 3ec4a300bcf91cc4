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

package dev.preloadhints.integration.app;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Pages of an application that has response headers of its own.
 */
@Controller
class HeadersController {

	private final PagesController pages;

	HeadersController(PagesController pages) {
		this.pages = pages;
	}

	@GetMapping("/own-links")
	String ownLinks(HttpServletResponse response, Model model, @RequestParam(defaultValue = "0") int more) {
		response.addHeader("Link", "</terms>; rel=\"terms-of-service\", </next>; rel=next; title=\"a, b\"");
		response.addHeader("Link", "<https://api.example.com/>; rel=preconnect");
		for (int i = 0; i < more; i++) {
			response.addHeader("Link", "</pages/" + i + ">; rel=item");
		}
		return this.pages.page("plain", model, 0, 0);
	}

	@GetMapping("/heavy-headers")
	String heavyHeaders(HttpServletResponse response, Model model, @RequestParam int bytes) {
		for (int sent = 0; sent < bytes; sent += 500) {
			response.addHeader("X-Heavy", "x".repeat(Math.min(500, bytes - sent) - "X-Heavy: \r\n".length()));
		}
		return this.pages.page("plain", model, 0, 0);
	}

}
