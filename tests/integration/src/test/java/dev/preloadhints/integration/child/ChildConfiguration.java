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

package dev.preloadhints.integration.child;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import dev.preloadhints.PreloadLinks;
import dev.preloadhints.link.Destination;

/**
 * Spring MVC for a second dispatcher servlet, in a context of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import(ChildConfiguration.ChildController.class)
public class ChildConfiguration {

	@Controller
	static class ChildController {

		@GetMapping("/page")
		String page(Model model, PreloadLinks links) {
			model.addAttribute("greeting", "Hello");
			links.preload("/fonts/child.woff2", Destination.FONT);
			return "pages/style";
		}

	}

}
