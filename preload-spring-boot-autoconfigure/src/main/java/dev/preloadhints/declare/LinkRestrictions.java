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

package dev.preloadhints.declare;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.LinkFilter;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;

/**
 * What the configuration and the application's {@link LinkFilter filters} say about a
 * link.
 */
public final class LinkRestrictions {

	private final Set<Destination> destinations;

	private final UrlPatterns excluded;

	private final LinkFilter[] filters;

	private final PreloadEvents events;

	/**
	 * Create restrictions.
	 * @param destinations what is hinted at all
	 * @param excluded resources that are left alone
	 * @param filters all of them must accept a link
	 * @param events told of a filter that fails
	 */
	public LinkRestrictions(Set<Destination> destinations, UrlPatterns excluded, List<LinkFilter> filters,
			PreloadEvents events) {
		this.destinations = destinations.isEmpty() ? EnumSet.noneOf(Destination.class) : EnumSet.copyOf(destinations);
		this.excluded = excluded;
		this.filters = filters.toArray(LinkFilter[]::new);
		this.events = events;
	}

	/**
	 * Whether a request may have a say, so that nothing can be concluded for the next.
	 * @return whether there is a filter
	 */
	public boolean isPerRequest() {
		return this.filters.length > 0;
	}

	/**
	 * Check a link.
	 * @param link a link
	 * @param request the request for its page
	 * @return why it is left out, or {@code null}
	 */
	public @Nullable OmissionReason check(Link link, HttpServletRequest request) {
		Destination destination = link.destination();
		if (destination != Destination.NONE && !this.destinations.contains(destination)) {
			return OmissionReason.DESTINATION;
		}
		if (this.excluded.matchTarget(link.target(), request.getContextPath())) {
			return OmissionReason.EXCLUDED;
		}
		for (LinkFilter filter : this.filters) {
			try {
				if (!filter.accept(link, request)) {
					return OmissionReason.FILTERED;
				}
			}
			catch (Throwable ex) {
				this.events.failed(PreloadStage.FILTER, ex);
				return OmissionReason.FAILED;
			}
		}
		return null;
	}

}
