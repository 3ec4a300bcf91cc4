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

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Pages that come about by forwards and includes.
 */
@Controller
class DispatchController {

	@GetMapping("/forward")
	String forward() {
		return "forward:/pages/style";
	}

	@GetMapping("/forward/deeper/to-base")
	String forwardFromDeeper() {
		return "forward:/pages/urls";
	}

	@GetMapping("/forward-to-no-preload")
	String forwardToNoPreload() {
		return "forward:/no-preload";
	}

	@GetMapping("/include")
	void include(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		IncludingServlet.includePage(request, response);
	}

}
