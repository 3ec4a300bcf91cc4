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
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * The links of one page: at most one for each request that the page makes, and a reason
 * for each that is left out. Not thread-safe; a page is rendered by one thread.
 */
public final class PageLinks {

	/** Upper bound; no real page needs more. */
	private static final int MAX_LINKS = 256;

	private final PageUrls urls;

	private final LinkPolicy policy;

	private final DependencyLinks dependencies;

	private final CollectedLinks links = new CollectedLinks();

	private final Omissions omissions = new Omissions();

	/**
	 * Create the links of a page, which has none yet.
	 * @param urls what the URLs of the page mean
	 * @param policy the last word on each link
	 * @param discovery knows what the page's resources pull in
	 */
	public PageLinks(PageUrls urls, LinkPolicy policy, LinkDiscovery discovery) {
		this.urls = urls;
		this.policy = policy;
		this.dependencies = new DependencyLinks(discovery);
	}

	/** What the URLs of the page mean. */
	PageUrls urls() {
		return this.urls;
	}

	/**
	 * How the page is encoded, and with it the queries of its URLs.
	 * @param name name of the encoding
	 */
	public void encoding(String name) {
		this.urls.encoding(name);
	}

	/**
	 * Add a link that no element shows.
	 * @param link a link whose URL is written as an element's would be; made for this
	 * page alone, since its URLs are resolved in place
	 * @return the page's link, its target good on every path; {@code null} if left out
	 */
	public @Nullable Link add(LinkBuilder link) {
		ElementOutcome outcome = LinkRules.outcome(link, this.urls, true);
		if (outcome.link() != null) {
			return add(outcome.link());
		}
		if (outcome.reason() != null) {
			omit(outcome.url(), outcome.reason());
		}
		return null;
	}

	/**
	 * Add a link that no element shows.
	 * @param link a link whose target is the one to emit
	 * @return the page's link, its target good on every path; {@code null} if left out
	 */
	public @Nullable Link add(Link link) {
		addNew(link);
		return this.links.find(absolute(link));
	}

	/**
	 * Add a link, unless the page has one for that request.
	 * @return whether it was added
	 */
	boolean addNew(Link link) {
		if (this.links.size() >= MAX_LINKS) {
			omit(link.target(), OmissionReason.MAX_LINKS);
			return false;
		}
		Link absolute = absolute(link);
		if (this.links.find(absolute) != null) {
			return false;
		}
		OmissionReason reason = put(link, absolute);
		// A style sheet may be no destination of a hint, and the fonts that it names one.
		if (reason == null || reason == OmissionReason.DESTINATION) {
			this.dependencies.of(absolute);
		}
		return reason == null;
	}

	/**
	 * Add what the style sheets and modules pull in that were seen so far.
	 * @return the links that were added
	 */
	List<Link> discover() {
		List<Link> found = this.dependencies.links(this.links.absolute());
		if (found.isEmpty()) {
			return found;
		}
		List<Link> added = new ArrayList<>(found.size());
		for (Link link : found) {
			if (this.links.find(link) == null && put(link, link) == null) {
				added.add(link);
			}
		}
		return added;
	}

	/** Add a link for a request that has none, unless the policy leaves it out. */
	private @Nullable OmissionReason put(Link link, Link absolute) {
		OmissionReason reason = this.policy.check(absolute);
		if (reason == null) {
			this.links.add(link, absolute);
		}
		else {
			omit(link.target(), reason);
		}
		return reason;
	}

	/**
	 * Leave out what an element, or whoever else, names.
	 * @param url the URL as far as it is known, or the name of the element
	 * @param reason why there is no link
	 */
	public void omit(String url, OmissionReason reason) {
		this.omissions.add(url, reason);
	}

	/**
	 * The page has an import map.
	 * @return whether that was not known
	 */
	boolean importMapSeen() {
		return this.links.importMapSeen();
	}

	/** Whether a link is one of the page, import map or not. */
	boolean isWanted(Link link) {
		return this.links.isWanted(link);
	}

	/** Forget everything: another page is rendered than the one that was begun. */
	void clear() {
		this.urls.reset();
		this.links.clear();
		this.omissions.clear();
		this.dependencies.clear();
	}

	/**
	 * The page's links so far, as they are written.
	 * @return a view, best first, in document order where they are equally good
	 */
	public List<Link> written() {
		return this.links.written();
	}

	/**
	 * The page's links so far, each with a target that means the same on every path.
	 * @return a view, best first, no target relative to the page's path
	 */
	public List<Link> absolute() {
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
		all.addAll(this.dependencies.omissions());
		this.links.addUnwanted(all);
		return all;
	}

}
