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

package dev.preloadhints.thymeleaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is an element to Thymeleaf, and what it is to a browser.
 */
class HtmlContextTests {

	private static final String RESOURCES = "<link rel=\"stylesheet\" href=\"/a.css\"><script src=\"/a.js\"></script>";

	private static final String IMAGE = "<img src=\"/a.png\" fetchpriority=\"high\">";

	@ParameterizedTest
	@ValueSource(strings = { "textarea", "title", "iframe", "xmp", "noembed", "noframes", "noscript", "plaintext",
			"template", "TEXTAREA", "textarea preload:hint=\"true\"" })
	void textAndTemplatesHaveNoElements(String name) {
		StringPage page = render(
				"<body><%s><div>%s%s</div></%s></body>".formatted(name, RESOURCES, IMAGE, name.split(" ")[0]));
		assertThat(targets(page)).isEmpty();
		assertThat(page.collector().links().omissions().count(OmissionReason.INERT)).isEqualTo(3);
	}

	/** Thymeleaf reads markup in the content of scripts that are no JavaScript. */
	@ParameterizedTest
	@ValueSource(strings = { "text/x-handlebars-template", "text/template", "text/html", "application/json" })
	void dataBlocksHaveNoElements(String type) {
		String block = "<script type=\"%s\"><base href=\"/b/\"><p>%s%s</p></script>".formatted(type,
				"<link rel=\"stylesheet\" href=\"/x.css\">", IMAGE);
		StringPage page = render("<head>" + block + "<link rel=\"stylesheet\" href=\"c.css\"></head><body></body>");
		assertThat(targets(page)).containsExactly("c.css");
		assertThat(page.events()).containsExactly("head");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<svg><link rel=\"stylesheet\" href=\"/a.css\"/></svg>",
			"<svg><g><script src=\"/a.js\"></script></g></svg>", "<math><script src=\"/a.js\"></script></math>",
			"<math><annotation-xml encoding=\"x\"><script src=\"/a.js\"></script></annotation-xml></math>",
			"<template><svg><foreignObject><script src=\"/a.js\"></script></foreignObject></svg></template>",
			"<template><div><template shadowrootmode=\"open\"><script src=\"/a.js\"></script></template></div></template>",
			"<div><template shadowrootmode=\"none\"><script src=\"/a.js\"></script></template></div>",
			"<div><template shadowroot=\"open\"><script src=\"/a.js\"></script></template></div>",
			"<ul><template shadowrootmode=\"open\"><script src=\"/a.js\"></script></template></ul>" })
	void nothingOfItIsLoaded(String body) {
		StringPage page = render("<html><body>" + body + "</body></html>");
		assertThat(targets(page)).isEmpty();
		assertThat(page.collector().links().omissions().count(OmissionReason.INERT)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<div><template shadowrootmode=\"open\">%s</template></div>",
			"<my-card><template shadowrootmode=\"CLOSED\"><p>%s</p></template></my-card>",
			"<p><th:block th:if=\"true\"><template shadowrootmode=\"open\">%s</template></th:block></p>",
			"<div><template shadowrootmode=\"open\"><span><template shadowrootmode=\"open\">%s</template></span></template></div>",
			"<svg><foreignObject>%s</foreignObject></svg>", "<svg><title>%s</title></svg>",
			"<svg><desc>%s</desc></svg>", "<svg><div>%s</div></svg>", "<math><mtext>%s</mtext></math>",
			"<math><annotation-xml encoding=\"text/html\">%s</annotation-xml></math>" })
	void allOfItIsLoaded(String body) {
		assertThat(targets(render("<html><body>" + body.formatted(RESOURCES + IMAGE) + "</body></html>")))
			.containsExactly("/a.css", "/a.js", "/a.png");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<textarea th:replace=\"~{:: x}\"></textarea>", "<title data-th-replace=\"~{:: x}\">x</title>",
					"<noscript th:remove=\"tag\"><script src=\"/a.js\"></script></noscript>",
					"<template th:remove=\"tag\"><svg><p><script src=\"/a.js\"></script></p></svg></template>" })
	void whatThymeleafTakesOutIsNoContext(String element) {
		assertThat(targets(render("<body>" + element
				+ "<div th:if=\"false\"><p th:fragment=\"x\"><script src=\"/a.js\"></script></p></div></body>")))
			.containsExactly("/a.js");
	}

	@Test
	void imageEndsSvg() {
		assertThat(targets(render("<body><svg>" + IMAGE + "</svg></body>"))).containsExactly("/a.png");
	}

	@ParameterizedTest
	@ValueSource(strings = { "noscript", "template", "svg", "math", "textarea", "title" })
	void baseAndImportMapsOfOtherContextsCountForNothing(String name) {
		StringPage page = render("""
				<head><%s><base href="/base/"><script type="importmap">{}</script></%1$s>
				<link rel="stylesheet" href="a.css"><script type="module" src="b.js"></script></head><body></body>
				""".formatted(name));
		assertThat(targets(page)).containsExactly("a.css", "b.js");
	}

	@Test
	void shadowTreesHaveImportMapsButNoBase() {
		StringPage page = render("""
				<body><div><template shadowrootmode="open"><base href="/base/">
				<script type="importmap">{}</script></template></div>
				<script src="a.js"></script><script type="module" src="b.js"></script></body>
				""");
		assertThat(targets(page)).containsExactly("a.js");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<title>x</title><script src=/a></script><p><script src=/b></script></p>              | head, /b
			<title>x</title><script src=/a></script><div><img src=/b fetchpriority=high></div>   | head, /b
			<script src=/a></script><img src=/b fetchpriority=high><script src=/c></script>      | head, /b, /c
			<html><script src=/a></script><main><h1>x</h1><script src=/b></script></main></html> | head, /b
			<script src=/a></script><my-app><script src=/b></script></my-app>                    | head, /b
			<script src=/a></script><preload:link href=/b as=font /><script src=/c></script>     | head
			<script src=/a></script><th:block th:if=true><script src=/b></script></th:block>     | head
			<head><noscript><link rel=stylesheet href=/a></noscript><script src=/b></script></head><body> | head
			<head><script src=/a></script></head><script src=/b></script><body>                  | head
			""")
	void headEndsWithTheFirstElementThatCannotBeInIt(String template, String events) {
		assertThat(String.join(", ", render(template).events())).isEqualTo(events);
	}

	private static StringPage render(String template) {
		StringPage page = new StringPage();
		String without = new StringPage().render(StringPage.engine(), template, Map.of());
		String with = page.render(StringPage.engine(new PreloadDialect(true)), template, Map.of());
		if (!template.contains("preload:")) {
			assertThat(with).isEqualTo(without);
		}
		assertThat(page.failures()).isEmpty();
		return page;
	}

	private static List<String> targets(StringPage page) {
		return new ArrayList<>(page.collector().links().written().stream().map(Link::target).toList());
	}

}
