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

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;

/**
 * Collects the links of one page while it is rendered: shown its elements one after the
 * other, and told where its head ends. Whatever it is shown, it throws nothing. Not
 * thread-safe; a page is rendered by one thread.
 */
public final class LinkCollector {

	/** Name of the request attribute under which a page's collector is found. */
	public static final String ATTRIBUTE = LinkCollector.class.getName();

	private final PageLinks links;

	private final LinkRules rules;

	private final PageObserver observer;

	private final ElementSignature signature = new ElementSignature();

	private final AncestorRules ancestors = new AncestorRules();

	private final PageExecution execution = new PageExecution();

	private boolean headComplete;

	/**
	 * Create a collector.
	 * @param links the links of the page
	 * @param rules make links of elements
	 * @param observer told how far the page is
	 */
	public LinkCollector(PageLinks links, LinkRules rules, PageObserver observer) {
		this.links = links;
		this.rules = rules;
		this.observer = observer;
	}

	/**
	 * The links of the page.
	 * @return the links so far, and why others are left out
	 */
	public PageLinks links() {
		return this.links;
	}

	/**
	 * A template begins. What it shows is collected if it writes the page, until it ends.
	 * @param started the execution
	 */
	public void templateStarted(TemplateExecution started) {
		try {
			if (this.execution.isIn(started.context())) {
				this.execution.start(started.context());
			}
			else if (!this.execution.isOpen() && this.observer.renderingStarted(started)) {
				this.headComplete = false;
				this.execution.start(started.context());
			}
		}
		catch (Throwable ex) {
			this.observer.failed(ex);
		}
	}

	/**
	 * A template ended.
	 * @param context context of its execution
	 */
	public void templateEnded(Object context) {
		if (this.execution.shows(context)) {
			headEnded();
			discover();
		}
		if (this.execution.isIn(context) && this.execution.end()) {
			this.observer.renderingComplete();
		}
	}

	/**
	 * The execution of a template that writes the page.
	 * @return an execution, open from its start to its end
	 */
	public PageExecution execution() {
		return this.execution;
	}

	/**
	 * Whether the page is being rendered, and its head is not complete.
	 * @return whether links of the head may follow
	 */
	public boolean isInHead() {
		return this.execution.isOpen() && !this.headComplete;
	}

	/** The page's head ended, or its body began. */
	public void headEnded() {
		if (this.execution.isOpen() && !this.headComplete) {
			discover();
			this.headComplete = true;
			this.observer.headComplete();
		}
	}

	/**
	 * Look at an element of the page.
	 * @param element the element as it is rendered
	 */
	public void element(HtmlElement element) {
		if (!this.execution.isOpen()) {
			return;
		}
		try {
			collect(element);
		}
		catch (Throwable ex) {
			this.links.omit(element.name(), OmissionReason.FAILED);
			this.observer.failed(ex);
		}
	}

	private void collect(HtmlElement element) {
		String name = element.name();
		ElementOutcome outcome = this.rules.apply(element, this.signature, this.links.urls());
		if (!outcome.isReference() && !outcome.importMap() && !name.equals("base") && !name.equals("body")) {
			return;
		}
		this.ancestors.look(element);
		HtmlContext context = this.ancestors.context();
		if (!this.headComplete && context.isBehindHead(name)) {
			headEnded();
		}
		if (outcome.isReference()) {
			add(outcome, outcome.decided() ? outcome.reason() : this.ancestors.reason(name, outcome.reason()));
		}
		else if (outcome.importMap() && context.isHtml(name) && this.links.importMapSeen() && this.headComplete) {
			this.observer.headComplete();
		}
		else if (name.equals("base") && context.isDocument(name)) {
			this.links.urls().base(element.attribute("href"));
		}
	}

	private void add(ElementOutcome outcome, @Nullable OmissionReason reason) {
		Link link = outcome.link();
		if (reason != null) {
			this.links.omit(outcome.url(), reason);
		}
		else if (link != null && this.links.addNew(link)) {
			added(link);
		}
	}

	private void added(Link link) {
		if (this.headComplete && this.links.isWanted(link)) {
			this.observer.linkAdded(link);
		}
	}

	private void discover() {
		try {
			this.links.discover().forEach(this::added);
		}
		catch (Throwable ex) {
			this.observer.failed(ex);
		}
	}

	/** Forget everything: another page is rendered than the one that was begun. */
	public void reset() {
		this.execution.stop();
		this.headComplete = false;
		this.links.clear();
	}

}
