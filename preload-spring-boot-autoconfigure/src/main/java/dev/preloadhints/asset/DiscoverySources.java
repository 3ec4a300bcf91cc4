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

package dev.preloadhints.asset;

import java.util.ArrayList;
import java.util.List;

import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRelation;

/**
 * What the files of a page are looked into for.
 *
 * @param links its style sheets and modules that the application may serve, by their path
 * within it and without what differs from user to user
 * @param elsewhere whether the page was asked for under another context path than the
 * application's own, whichever that is
 */
record DiscoverySources(List<Link> links, boolean elsewhere) {

	/** No URL worth a hint is longer. */
	private static final int MAX_LENGTH = 512;

	/**
	 * Those of a page.
	 * @param sources its style sheets and modules
	 * @param settings which of them are looked into
	 * @param contextPath context path of the request
	 * @param containers context path of the application
	 */
	static DiscoverySources of(List<Link> sources, DiscoverySettings settings, String contextPath, String containers) {
		boolean own = areOwn(sources, settings, contextPath);
		return new DiscoverySources(own ? sources : own(sources, settings, contextPath),
				!contextPath.equals(containers));
	}

	/** To keep: array lists compare with each other without more. */
	DiscoverySources copy() {
		return new DiscoverySources(new ArrayList<>(this.links), this.elsewhere);
	}

	/** Whether all are as {@link #own} would have them, as on most pages. */
	private static boolean areOwn(List<Link> sources, DiscoverySettings settings, String contextPath) {
		if (!contextPath.isEmpty()) {
			return false;
		}
		for (int i = 0; i < sources.size(); i++) {
			if (!isOwn(sources.get(i), settings) || sources.get(i).target().indexOf('?') >= 0) {
				return false;
			}
		}
		return true;
	}

	private static List<Link> own(List<Link> sources, DiscoverySettings settings, String contextPath) {
		List<Link> own = new ArrayList<>(sources.size());
		for (Link source : sources) {
			Link within = ContextPath.within(source, contextPath);
			if (within != null && isOwn(within, settings)) {
				int query = within.target().indexOf('?');
				own.add((query >= 0) ? within.withTarget(within.target().substring(0, query)) : within);
			}
		}
		return own;
	}

	private static boolean isOwn(Link source, DiscoverySettings settings) {
		String target = source.target();
		boolean wanted = (source.relation() == LinkRelation.MODULEPRELOAD) ? settings.modules()
				: settings.styleSheets();
		return wanted && source.length() <= MAX_LENGTH && target.startsWith("/") && !target.startsWith("//");
	}

}
