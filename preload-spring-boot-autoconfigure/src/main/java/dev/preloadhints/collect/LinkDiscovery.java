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

import dev.preloadhints.link.Link;
import dev.preloadhints.link.Omissions;

/**
 * Knows what the resources of a page pull in by themselves, which no element of the page
 * shows.
 */
@FunctionalInterface
public interface LinkDiscovery {

	/** Knows of nothing. */
	LinkDiscovery NONE = (sources, known, omissions) -> List.of();

	/**
	 * What is pulled in.
	 * @param sources style sheets and modules of the page in document order, no target
	 * relative to the page's path
	 * @param known links to what the page is known to request, no target relative to the
	 * page's path
	 * @param omissions told what gets no link, and why
	 * @return links to what else the page will request; none of what is not known yet
	 */
	List<Link> pulledIn(List<Link> sources, List<Link> known, Omissions omissions);

}
