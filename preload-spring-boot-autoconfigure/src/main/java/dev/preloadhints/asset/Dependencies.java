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
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

/**
 * What the style sheets and modules of a page pull in, by their paths within the
 * application. Immutable.
 *
 * @param imports the style sheets and modules that they import
 * @param fonts the fonts that text of the page may use, likely ones first
 * @param leftOut what of it is too much
 * @param restricted paths of the files that say so and are not for everyone
 * @param dueAt when it should be worked out again, in milliseconds since 1970
 */
record Dependencies(List<Link> imports, List<Font> fonts, Omissions leftOut, List<String> restricted, long dueAt) {

	/**
	 * The links for a page.
	 * @param known links to what the page is known to request
	 * @param contextPath context path of the request
	 * @param maxFonts number of fonts of a page, those that it names itself included
	 * @param assets know which fonts browsers asked for
	 * @param omissions told what gets no link
	 */
	List<Link> links(List<Link> known, String contextPath, int maxFonts, AssetCatalog assets, Omissions omissions) {
		List<Link> outward = ContextPath.outward(this.imports, contextPath);
		omissions.addAll(this.leftOut);
		if (this.fonts.isEmpty()) {
			return outward;
		}
		List<Link> links = new ArrayList<>(outward);
		int room = maxFonts;
		for (Link link : known) {
			room -= (link.destination() == Destination.FONT) ? 1 : 0;
		}
		for (Font font : this.fonts) {
			Link link = ContextPath.outward(font.link(), contextPath);
			if (isAmong(known, link)) {
				continue;
			}
			if (!font.certain() && !assets.wasRequested(font.path())) {
				omissions.add(link.target(), OmissionReason.UNREQUESTED);
			}
			else if (room <= 0) {
				omissions.add(link.target(), OmissionReason.MAX_FONTS);
			}
			else {
				links.add(link);
				room--;
			}
		}
		return links;
	}

	private static boolean isAmong(List<Link> known, Link font) {
		for (Link link : known) {
			if (link.isSameRequest(font)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A font.
	 *
	 * @param link the link
	 * @param path its path within the application
	 * @param certain whether nearly every page has text that uses it; if not, it takes a
	 * browser that asked for it to show that there is any
	 */
	record Font(Link link, String path, boolean certain) {
	}

}
