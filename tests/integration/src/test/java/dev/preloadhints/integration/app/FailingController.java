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

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;

import dev.preloadhints.PreloadLink;
import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.Destination;

/**
 * Pages that fail.
 */
@Controller
class FailingController {

	@GetMapping("/advised")
	String advised() {
		throw new UnsupportedOperationException("Advised");
	}

	@GetMapping("/advised-after-links")
	@PreloadLink(href = "/fonts/failed.woff2", as = Destination.FONT)
	String advisedAfterLinks(PreloadLinks links) {
		links.preload("/css/failed.css", Destination.STYLE);
		throw new UnsupportedOperationException("Advised");
	}

	@GetMapping("/advised-with-links")
	@PreloadLink(href = "/fonts/failed.woff2", as = Destination.FONT)
	String advisedWithLinks(PreloadLinks links) {
		links.preload("/css/failed.css", Destination.STYLE);
		throw new IllegalCallerException("Advised, with links");
	}

	@GetMapping("/failed-after-links")
	@PreloadLink(href = "/fonts/failed.woff2", as = Destination.FONT)
	String failedAfterLinks(PreloadLinks links) {
		links.preload("/css/failed.css", Destination.STYLE);
		throw new IllegalStateException("Not advised");
	}

	@GetMapping("/send-error")
	@PreloadLink(href = "/fonts/failed.woff2", as = Destination.FONT)
	void sendError(HttpServletResponse response, PreloadLinks links) throws IOException {
		links.preload("/css/failed.css", Destination.STYLE);
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
	}

	@GetMapping("/broken")
	String broken() {
		return "pages/broken";
	}

	@GetMapping("/broken-with-own-links")
	String brokenWithOwnLinks(HttpServletResponse response) {
		response.addHeader("Link", "</next>; rel=next");
		return "pages/broken";
	}

	@ControllerAdvice
	static class Advice {

		@ExceptionHandler
		String handle(UnsupportedOperationException ex) {
			return "pages/advised";
		}

		@ExceptionHandler
		String handle(IllegalCallerException ex, PreloadLinks links) {
			links.preload("/js/sorry.js", Destination.SCRIPT);
			return "pages/advised";
		}

	}

}
