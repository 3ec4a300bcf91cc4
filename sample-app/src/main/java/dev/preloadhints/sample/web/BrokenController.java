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

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Pages that fail on purpose, to show what an error page looks like.
 */
@Controller
class BrokenController {

	@GetMapping("/broken")
	String controller() {
		throw new IllegalStateException("This controller fails on purpose");
	}

	/**
	 * Fails in the middle of the template, after the head was rendered.
	 */
	@GetMapping("/broken/template")
	String template() {
		return "broken";
	}

}
