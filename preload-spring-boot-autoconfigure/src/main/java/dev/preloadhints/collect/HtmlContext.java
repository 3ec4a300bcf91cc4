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

package dev.preloadhints.collect;

import java.util.List;
import java.util.Set;

/**
 * Where in a document an element stands, as far as that decides what a browser makes of
 * it (<a href="https://html.spec.whatwg.org/multipage/parsing.html">HTML, parsing</a>). A
 * template engine knows of elements, where a browser may see text, an element of SVG, or
 * nothing that it loads. Begins outside of all elements and goes inwards, one element
 * after the other.
 * <table>
 * <caption>What is inside of</caption>
 * <tr>
 * <td>{@link #TEXT}</td>
 * <td>is text: no element, but what looks like one</td>
 * </tr>
 * <tr>
 * <td>{@code template}</td>
 * <td>is not loaded, except in a declarative shadow root, whose style sheets, scripts and
 * images are</td>
 * </tr>
 * <tr>
 * <td>{@code svg}, {@code math}</td>
 * <td>is no HTML, whatever its name, except at the {@link #INTEGRATION_POINTS}, and from
 * the first element on that {@linkplain #BREAKOUT ends it}</td>
 * </tr>
 * <tr>
 * <td>{@link #HEAD}</td>
 * <td>can be in the head. Any other element ends it, with or without tags for head and
 * body</td>
 * </tr>
 * </table>
 */
final class HtmlContext {

	/** Attributes that decide about a context. */
	static final List<String> ATTRIBUTES = List.of("encoding", "shadowrootmode");

	/**
	 * Elements whose content is text. That of {@code noscript} is none where scripts do
	 * not run, where nobody acts on hints either.
	 */
	private static final Set<String> TEXT = Set.of("iframe", "noembed", "noframes", "noscript", "plaintext", "script",
			"style", "textarea", "title", "xmp");

	/** HTML, the insertion modes up to "after head"; {@code html} and the head itself. */
	private static final Set<String> HEAD = Set.of("base", "basefont", "bgsound", "head", "html", "link", "meta",
			"noframes", "noscript", "script", "style", "template", "title");

	/** Elements that are HTML in the midst of SVG and MathML, which end there. */
	private static final Set<String> BREAKOUT = Set.of("b", "big", "blockquote", "body", "br", "center", "code", "dd",
			"div", "dl", "dt", "em", "embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li",
			"listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strike", "strong",
			"sub", "sup", "table", "tt", "u", "ul", "var");

	/** Elements of SVG and MathML whose content is HTML again. */
	private static final Set<String> INTEGRATION_POINTS = Set.of("desc", "foreignobject", "title", "mi", "mn", "mo",
			"ms", "mtext");

	private static final Set<String> SHADOW_HOSTS = Set.of("article", "aside", "blockquote", "body", "div", "footer",
			"h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "nav", "p", "section", "span");

	private String parent = "";

	private boolean inert;

	private boolean foreign;

	private boolean shadow;

	private boolean headEnded;

	/** Go back to where a document begins. */
	void reset() {
		this.parent = "";
		this.inert = false;
		this.foreign = false;
		this.shadow = false;
		this.headEnded = false;
	}

	/** Go into an element. */
	void enter(HtmlElement element) {
		String name = element.name();
		if (this.inert || name.indexOf(':') >= 0) {
			// Elements of a template engine are none of the page.
			return;
		}
		if (isHtml(name)) {
			this.headEnded |= !this.shadow && !HEAD.contains(name);
			this.foreign = name.equals("svg") || name.equals("math");
			if (name.equals("template")) {
				this.shadow |= isShadowRoot(element);
				this.inert = !isShadowRoot(element);
			}
			this.inert |= TEXT.contains(name);
		}
		else {
			this.foreign = !INTEGRATION_POINTS.contains(name) && !isHtmlAnnotation(element);
		}
		this.parent = name;
	}

	private boolean isShadowRoot(HtmlElement template) {
		String mode = template.attribute("shadowrootmode");
		return ("open".equalsIgnoreCase(mode) || "closed".equalsIgnoreCase(mode))
				&& (SHADOW_HOSTS.contains(this.parent) || this.parent.indexOf('-') > 0);
	}

	private static boolean isHtmlAnnotation(HtmlElement element) {
		String encoding = element.name().equals("annotation-xml") ? element.attribute("encoding") : null;
		return "text/html".equalsIgnoreCase(encoding) || "application/xhtml+xml".equalsIgnoreCase(encoding);
	}

	/** Whether an element of this name is one of HTML that a browser acts on. */
	boolean isHtml(String name) {
		return !this.inert && (!this.foreign || BREAKOUT.contains(name));
	}

	/**
	 * Whether such an element belongs to the document itself, and not to a shadow tree.
	 */
	boolean isDocument(String name) {
		return isHtml(name) && !this.shadow;
	}

	/** The elements that can be in a head. */
	static Set<String> ofHead() {
		return HEAD;
	}

	/** Whether nothing in an element of the head is an element of the document. */
	static boolean isOpaque(String name) {
		return TEXT.contains(name) || name.equals("template");
	}

	/** Whether the head of the document ended before an element of this name at last. */
	boolean isBehindHead(String name) {
		return this.headEnded || (isDocument(name) && !HEAD.contains(name) && name.indexOf(':') < 0);
	}

}
