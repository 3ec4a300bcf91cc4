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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;

/**
 * A page, given as its HTML, that is shown to a collector element by element.
 */
final class TestPage implements PageObserver {

	private final LinkCollector collector;

	private final List<String> events = new ArrayList<>();

	private final List<String> failures = new ArrayList<>();

	private boolean wanted = true;

	TestPage(String path, LinkPolicy policy) {
		this(path, policy, LinkDiscovery.NONE);
	}

	TestPage(String path, LinkRules rules) {
		this(path, rules, (link) -> null, LinkDiscovery.NONE);
	}

	TestPage(String path, LinkPolicy policy, LinkDiscovery discovery) {
		this(path, new LinkRules(), policy, discovery);
	}

	private TestPage(String path, LinkRules rules, LinkPolicy policy, LinkDiscovery discovery) {
		this.collector = new LinkCollector(new PageLinks(new PageUrls(path, "jsessionid"), policy, discovery), rules,
				this);
	}

	/**
	 * A page with these elements, in {@code /shop/books/}, rendered from begin to end.
	 */
	static TestPage page(String... html) {
		return pageAt("/shop/books/", html);
	}

	static TestPage pageAt(String path, String... html) {
		return new TestPage(path, (link) -> null).render((page) -> page.elements(String.join("\n", html)));
	}

	TestPage unwanted() {
		this.wanted = false;
		return this;
	}

	TestPage render(Consumer<TestPage> content) {
		this.collector.templateStarted(new TemplateExecution(this, null, true));
		content.accept(this);
		this.collector.templateEnded(this);
		return this;
	}

	TestPage elements(String html) {
		return elements(this, html);
	}

	/** Elements that are processed in a context of the template engine. */
	TestPage elements(Object context, String html) {
		for (Element element : Jsoup.parseBodyFragment(html).body().select("*")) {
			if (element.parent() != null && !element.normalName().equals("body")
					&& this.collector.execution().shows(context)) {
				this.collector.element(new JsoupElement(element));
			}
		}
		return this;
	}

	LinkCollector collector() {
		return this.collector;
	}

	/** The links as they would be written, best first. */
	List<String> links() {
		return this.collector.links().written().stream().map(Link::fieldValue).toList();
	}

	/** The targets of the links, best first. */
	List<String> targets() {
		return this.collector.links().written().stream().map(Link::target).toList();
	}

	/** Reason and URL of what was left out. */
	List<String> omissions() {
		return this.collector.links()
			.omissions()
			.named()
			.stream()
			.map((omission) -> omission.reason().value() + " " + omission.url())
			.toList();
	}

	int omitted(OmissionReason reason) {
		return this.collector.links().omissions().count(reason);
	}

	/** What the observer was told, in order. */
	List<String> events() {
		return this.events;
	}

	List<String> failures() {
		return this.failures;
	}

	@Override
	public boolean renderingStarted(TemplateExecution execution) {
		this.events.add("started");
		return this.wanted;
	}

	@Override
	public void headComplete() {
		this.events.add("head " + targets());
	}

	@Override
	public void linkAdded(Link link) {
		this.events.add("added " + link.target());
	}

	@Override
	public void renderingComplete() {
		this.events.add("complete");
	}

	@Override
	public void failed(Throwable failure) {
		this.failures.add(String.valueOf(failure.getMessage()));
	}

	private record JsoupElement(Element element) implements HtmlElement {

		@Override
		public String name() {
			return this.element.normalName();
		}

		@Override
		public @Nullable String attribute(String name) {
			return this.element.hasAttr(name) ? this.element.attr(name) : null;
		}

		@Override
		public @Nullable String refinement(String name) {
			return attribute("preload:" + name);
		}

		@Override
		public void forEachAncestor(Consumer<HtmlElement> visitor) {
			List<Element> ancestors = new ArrayList<>(this.element.parents());
			// The parser's own: the page has neither head nor body.
			ancestors.removeIf((ancestor) -> ancestor.normalName().matches("html|body"));
			Collections.reverse(ancestors);
			ancestors.forEach((ancestor) -> visitor.accept(new JsoupElement(ancestor)));
		}

	}

}
