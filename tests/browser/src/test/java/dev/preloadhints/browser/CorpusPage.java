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

package dev.preloadhints.browser;

import java.util.List;

/**
 * Pages that use real style sheets and modules as their documentation says.
 */
enum CorpusPage {

	BOOTSTRAP("Bootstrap 5.3", List.of("/webjars/bootstrap/5.3.8/dist/css/bootstrap.min.css"), List.of(),
			"<main class=container><h1>Text</h1><p>Some <strong>text</strong>.</p><button class='btn btn-primary'>Go</button></main>"),

	BOOTSTRAP_ICONS("Bootstrap Icons", List.of("/webjars/bootstrap-icons/1.13.1/font/bootstrap-icons.css"), List.of(),
			"<p><i class='bi bi-alarm'></i> Text</p>"),

	BULMA("Bulma 1.0", List.of("/webjars/bulma/1.0.4/css/bulma.css"), List.of(),
			"<section class=section><h1 class=title>Text</h1><p class=subtitle>More</p></section>"),

	FONT_AWESOME("Font Awesome 6, all styles", List.of("/webjars/fortawesome__fontawesome-free/6.5.1/css/all.min.css"),
			List.of(),
			"<p><i class='fa-solid fa-house'></i> <i class='fa-regular fa-star'></i> <i class='fa-brands fa-github'></i> Text</p>"),

	FONT_AWESOME_SOLID("Font Awesome 6, solid alone",
			List.of("/webjars/fortawesome__fontawesome-free/6.5.1/css/fontawesome.min.css",
					"/webjars/fortawesome__fontawesome-free/6.5.1/css/solid.min.css"),
			List.of(), "<p><i class='fa-solid fa-house'></i> Text</p>"),

	MATERIAL_DESIGN_ICONS("Material Design Icons", List.of("/webjars/mdi__font/7.4.47/css/materialdesignicons.min.css"),
			List.of(), "<p><span class='mdi mdi-home'></span> Text</p>"),

	MATERIAL_ICONS("Material Icons", List.of("/webjars/material-icons/1.13.2/iconfont/material-icons.css"), List.of(),
			"<p><span class=material-icons>home</span> Text</p>"),

	ROBOTO("Fontsource Roboto, 400 and 700",
			List.of("/corpus/fontsource-roboto/400.css", "/corpus/fontsource-roboto/700.css", "/corpus/roboto.css"),
			List.of(), "<p>Some <strong>text</strong></p>"),

	INTER("Fontsource Inter, variable", List.of("/corpus/fontsource-variable-inter/index.css", "/corpus/inter.css"),
			List.of(), "<h1>Text</h1><p>Some <strong>text</strong></p>"),

	KATEX("KaTeX", List.of("/webjars/katex/0.18.11/dist/katex.min.css"), List.of(),
			"<p><span class=katex><span class=katex-html><span class=base><span class='mord mathnormal'>x</span><span class=mord>1</span></span></span></span></p>"),

	OPEN_PROPS("Open Props, sources", List.of("/corpus/open-props/src/index.css"), List.of(), "<h1>Text</h1>"),

	PICO("Pico 2", List.of("/webjars/picocss__pico/2.1.1/css/pico.css"), List.of(),
			"<main class=container><h1>Text</h1></main>"),

	SWAGGER_UI("Swagger UI", List.of("/webjars/swagger-ui-dist/5.30.1/swagger-ui.css"), List.of(),
			"<div class=swagger-ui><h1>Text</h1></div>"),

	SHOELACE("Shoelace, two components", List.of("/webjars/shoelace-style__shoelace/2.17.1/cdn/themes/light.css"),
			List.of("/webjars/shoelace-style__shoelace/2.17.1/cdn/components/button/button.js",
					"/webjars/shoelace-style__shoelace/2.17.1/cdn/components/dialog/dialog.js"),
			"<sl-button>Text</sl-button><sl-dialog label=Dialog>Text</sl-dialog>"),

	WEB_AWESOME("Web Awesome, one component",
			List.of("/webjars/awesome.me__webawesome/3.0.0-beta.6/dist-cdn/styles/webawesome.css"),
			List.of("/webjars/awesome.me__webawesome/3.0.0-beta.6/dist-cdn/components/button/button.js"),
			"<wa-button>Text</wa-button>"),

	THREE("three.js", List.of(), List.of("/corpus/three.js"), "<p>Text</p>"),

	TURBO("Turbo", List.of(), List.of("/webjars/hotwired__turbo/8.0.21/dist/turbo.es2017-esm.js"), "<p>Text</p>"),

	IMPORT_MAP("three.js, behind an import map", List.of(), List.of("/corpus/three.js"), "<p>Text</p>") {

		@Override
		boolean hasImportMap() {
			return true;
		}

	};

	private final String title;

	private final List<String> styles;

	private final List<String> modules;

	private final String body;

	CorpusPage(String title, List<String> styles, List<String> modules, String body) {
		this.title = title;
		this.styles = styles;
		this.modules = modules;
		this.body = body;
	}

	String title() {
		return this.title;
	}

	List<String> styles() {
		return this.styles;
	}

	List<String> modules() {
		return this.modules;
	}

	String body() {
		return this.body;
	}

	boolean hasImportMap() {
		return false;
	}

	String path() {
		return "/corpus-pages/" + name();
	}

}
