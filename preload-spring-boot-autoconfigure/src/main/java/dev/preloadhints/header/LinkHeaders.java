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

package dev.preloadhints.header;

import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.collect.PageLinks;
import dev.preloadhints.event.PreloadEvents;

/**
 * What the {@code Link} headers of all pages have in common. Safe for all threads.
 */
public final class LinkHeaders {

	private final LinkHeaderSettings settings;

	private final LinkHeaderFields fields = new LinkHeaderFields();

	private final LinkAssets assets;

	private final PreloadEvents events;

	/**
	 * Create headers.
	 * @param settings how they are written
	 * @param assets what is known of the resources that links name
	 * @param events told what failed
	 */
	public LinkHeaders(LinkHeaderSettings settings, LinkAssets assets, PreloadEvents events) {
		this.settings = settings;
		this.assets = assets;
		this.events = events;
	}

	/**
	 * The writer of one page's header.
	 * @param links the links of the page
	 * @param contextPath what the paths of the application's own URLs begin with
	 * @return a writer that has written nothing
	 */
	public LinkHeaderWriter writer(PageLinks links, String contextPath) {
		return new LinkHeaderWriter(this.settings, this.fields, links,
				(link) -> this.assets.checkForHeader(link, contextPath), this.events);
	}

}
