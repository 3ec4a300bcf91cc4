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

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * Collects the links of one page while it is rendered: at most one for each request that
 * the page makes, and a reason for each that is left out. Whatever it is shown, it throws
 * nothing. Not thread-safe; a page is rendered by one thread.
 */
public final class LinkCollector {

	/** Name of the request attribute under which a page's collector is found. */
	public static final String ATTRIBUTE = LinkCollector.class.getName();

	/** A page with more than these has a problem that hints do not solve. */
	private static final int MAX_LINKS = 256;

	private final PageUrls urls;

	private final LinkRules rules;

	private final LinkPolicy policy;

	private final DependencyLinks pulledIn;

	private final PageObserver observer;

	private final ElementSignature signature = new ElementSignature();

	private final CollectedLinks links = new CollectedLinks();

	private final Omissions omissions = new Omissions();

	private final PageExecution execution = new PageExecution();

	private boolean headComplete;

	/**
	 * Create a collector.
	 * @param urls what the URLs of the page mean
	 * @param rules make links of elements
	 * @param policy the last word on each link
	 * @param discovery knows what the page's resources pull in
	 * @param observer told how far the page is
	 */
	public LinkCollector(PageUrls urls, LinkRules rules, LinkPolicy policy, LinkDiscovery discovery,
			PageObserver observer) {
		this.urls = urls;
		this.rules = rules;
		this.policy = policy;
		this.pulledIn = new DependencyLinks(discovery);
		this.observer = observer;
	}

	/**
	 * Who is told how far the page is.
	 * @return the observer that the collector was given
	 */
	public PageObserver observer() {
		return this.observer;
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
			this.omissions.add(element.name(), OmissionReason.FAILED);
			this.observer.failed(ex);
		}
	}

	private void collect(HtmlElement element) {
		String name = element.name();
		ElementOutcome outcome = this.rules.apply(element, this.signature, this.urls);
		if (!outcome.isReference() && !outcome.importMap() && !name.equals("base") && !name.equals("body")) {
			return;
		}
		AncestorRules surroundings = AncestorRules.of(element);
		HtmlContext context = surroundings.context();
		if (!this.headComplete && context.isBehindHead(name)) {
			headEnded();
		}
		if (outcome.isReference()) {
			add(outcome, outcome.decided() ? outcome.reason() : surroundings.reason(name, outcome.reason()));
		}
		else if (outcome.importMap() && context.isHtml(name) && this.links.importMapSeen() && this.headComplete) {
			this.observer.headComplete();
		}
		else if (name.equals("base") && context.isDocument(name)) {
			this.urls.base(element.attribute("href"));
		}
	}

	private @Nullable Link add(ElementOutcome outcome, @Nullable OmissionReason reason) {
		if (reason != null) {
			this.omissions.add(outcome.url(), reason);
			return null;
		}
		return (outcome.link() != null) ? add(outcome.link()) : null;
	}

	/**
	 * Add a link that no element shows.
	 * @param link a link whose URL is written as an element's would be
	 * @return the page's link, its target good on every path; {@code null} if left out
	 */
	public @Nullable Link add(LinkBuilder link) {
		ElementOutcome outcome = LinkRules.outcome(link, this.urls, true);
		return add(outcome, outcome.reason());
	}

	/**
	 * Add a link that no element shows.
	 * @param link a link whose target is the one to emit
	 * @return the page's link, its target good on every path; {@code null} if left out
	 */
	public @Nullable Link add(Link link) {
		if (this.links.size() >= MAX_LINKS) {
			this.omissions.add(link.target(), OmissionReason.MAX_LINKS);
			return null;
		}
		Link absolute = absolute(link);
		Link known = this.links.find(absolute);
		if (known != null) {
			return known;
		}
		OmissionReason reason = add(link, absolute);
		// A style sheet may be no destination of a hint, and the fonts that it names one.
		if (reason == null || reason == OmissionReason.DESTINATION) {
			this.pulledIn.by(absolute);
		}
		return (reason == null) ? absolute : null;
	}

	private @Nullable OmissionReason add(Link link, Link absolute) {
		OmissionReason reason = this.policy.check(absolute);
		if (reason != null) {
			this.omissions.add(link.target(), reason);
			return reason;
		}
		this.links.add(link, absolute);
		if (this.headComplete && this.links.isWanted(link)) {
			this.observer.linkAdded(link);
		}
		return null;
	}

	/** Add what the style sheets and modules pull in that were seen so far. */
	private void discover() {
		try {
			for (Link link : this.pulledIn.links(this.links.absolute())) {
				if (this.links.find(link) == null) {
					add(link, link);
				}
			}
		}
		catch (Throwable ex) {
			this.observer.failed(ex);
		}
	}

	/** Forget everything: another page is rendered than the one that was begun. */
	public void reset() {
		this.execution.stop();
		this.urls.reset();
		this.headComplete = false;
		this.links.clear();
		this.omissions.clear();
		this.pulledIn.clear();
	}

	/**
	 * The page's links so far.
	 * @return a view, best first, in document order where they are equally good
	 */
	public List<Link> links() {
		return this.links.written();
	}

	/**
	 * The page's links so far, each with a target that means the same on every path.
	 * @return a view, best first, no target relative to the page's path
	 */
	public List<Link> absoluteLinks() {
		return this.links.absolute();
	}

	/**
	 * A link by a target that means the same on every path.
	 * @param link a link of this page
	 * @return the link, its target not relative to the page's path
	 */
	public Link absolute(Link link) {
		return link.withTarget(this.urls.absolutePath(link.target()));
	}

	/**
	 * What was left out so far.
	 * @return the omissions of the page, modules on a page with an import map included
	 */
	public Omissions omissions() {
		Omissions all = new Omissions();
		all.addAll(this.omissions);
		all.addAll(this.pulledIn.omissions());
		this.links.addUnwanted(all);
		return all;
	}

}
