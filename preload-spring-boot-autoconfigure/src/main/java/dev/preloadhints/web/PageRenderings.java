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

package dev.preloadhints.web;

import jakarta.servlet.http.HttpServletRequest;

import dev.preloadhints.asset.AssetDiscovery;
import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.LinkRules;
import dev.preloadhints.collect.PageLinks;
import dev.preloadhints.declare.LinkRestrictions;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.header.LinkHeaders;
import dev.preloadhints.request.DocumentRequests;

/**
 * What the rendering of all pages has in common. Safe for all threads.
 */
public final class PageRenderings {

	private final LinkRules rules = new LinkRules();

	private final LinkRestrictions restrictions;

	private final AssetDiscovery discovery;

	private final LinkHeaders headers;

	private final PreloadEvents events;

	/**
	 * Create renderings.
	 * @param restrictions what is hinted at all
	 * @param discovery what the application's resources pull in by themselves
	 * @param headers write the header of a page
	 * @param events told what failed
	 */
	public PageRenderings(LinkRestrictions restrictions, AssetDiscovery discovery, LinkHeaders headers,
			PreloadEvents events) {
		this.restrictions = restrictions;
		this.discovery = discovery;
		this.headers = headers;
		this.events = events;
	}

	/** Begin with a page that has no links yet. */
	PageRendering begin(HttpServletRequest request, PageOutput output, PageLease lease) {
		String contextPath = request.getContextPath();
		PageLinks links = new PageLinks(DocumentRequests.urls(request),
				(link) -> this.restrictions.check(link, request),
				(sources, known, omissions) -> this.discovery.pulledIn(sources, known, contextPath, omissions));
		return new PageRendering(output, lease, this.headers.writer(links, contextPath), this.events,
				(observer) -> new LinkCollector(links, this.rules, observer));
	}

}
