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

package dev.preloadhints;

import jakarta.servlet.http.HttpServletRequest;

import dev.preloadhints.link.Link;

/**
 * Refines what is hinted: a bean of this type is asked about each link that the rules and
 * the configuration would emit. If there are several, each must accept the link. It is
 * called in the thread that renders the page, so it should be quick. If a filter throws,
 * the link is left out.
 */
@FunctionalInterface
public interface LinkFilter {

	/**
	 * Decide about a link.
	 * @param link the link
	 * @param request the request for the page
	 * @return {@code false} to leave it out
	 */
	boolean accept(Link link, HttpServletRequest request);

}
