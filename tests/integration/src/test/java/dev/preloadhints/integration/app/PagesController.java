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

import java.util.List;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.preloadhints.NoPreload;

/**
 * Pages by the name of their template.
 */
@Controller
class PagesController {

	/**
	 * What an attacker would put into a model to end the header, and the quotes in it.
	 */
	private static final String HOSTILE = "\r\nSet-Cookie: stolen=1\r\n\r\n<h1>\">; rel=preload; as=script, </evil.js>; x=\"";

	@GetMapping({ "/pages/{name}", "/etag/pages/{name}" })
	String page(@PathVariable String name, Model model, @RequestParam(defaultValue = "40000") int rows,
			@RequestParam(defaultValue = "20") int kilobytes) {
		model.addAttribute("greeting", "Hello & welcome, größter Kunde");
		model.addAttribute("sheets", List.of("/css/one.css", "/css/two.css", "/css/one.css"));
		model.addAttribute("markup", "<p>from a CMS<link rel=\"stylesheet\" href=\"/css/cms.css\"><!-- kept --></p");
		model.addAttribute("inlineStyle", "p { color: black }\n".repeat(kilobytes * 1024 / 19));
		model.addAttribute("importMap", "<script type=\"importmap\">{}</script>");
		model.addAttribute("hostileUrl", "/css/x.css" + HOSTILE);
		model.addAttribute("hostileMedia", "(min-width: 1px)" + HOSTILE);
		model.addAttribute("hostileIntegrity", "sha256-\u0000\u0007ü" + HOSTILE);
		if (name.equals("big")) {
			model.addAttribute("rows", IntStream.range(0, rows).boxed().toList());
		}
		return "pages/" + name;
	}

	@GetMapping("/session")
	String session(HttpSession session, Model model) {
		session.setAttribute("visited", true);
		return page("style", model, 0, 0);
	}

	@GetMapping("/no-preload")
	@NoPreload
	String noPreload(Model model) {
		return page("style", model, 0, 0);
	}

	@PostMapping("/rendered-post")
	String renderedPost(Model model) {
		return page("style", model, 0, 0);
	}

	@PostMapping("/order")
	String order() {
		return "redirect:/pages/style";
	}

	@GetMapping("/json")
	@ResponseBody
	List<String> json() {
		return List.of("/css/app.css");
	}

	@GetMapping("/note")
	String note(Model model) {
		page("note", model, 0, 0);
		return "note.txt";
	}

}
