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

package dev.preloadhints.autoconfigure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.preloadhints.link.Destination;

/**
 * Which resources are hinted, and how their URLs are written.
 */
public class ResourcesProperties {

	/**
	 * Destinations that are hinted at all. Links without a destination, such as
	 * preconnect, are not affected.
	 */
	private Set<Destination> destinations = EnumSet.of(Destination.STYLE, Destination.SCRIPT, Destination.FONT,
			Destination.IMAGE);

	/**
	 * Patterns of resources to leave alone, as paths within the application (/ads/**) or
	 * with an origin (https://cdn.example.com/ads/**).
	 */
	private List<String> exclude = new ArrayList<>();

	/**
	 * Whether the URLs of the application's static resources have a session id where the
	 * container writes one into the URLs of a page, as it does for new visitors.
	 */
	private boolean sessionIds = true;

	public Set<Destination> getDestinations() {
		return this.destinations;
	}

	public void setDestinations(Set<Destination> destinations) {
		this.destinations = destinations;
	}

	public List<String> getExclude() {
		return this.exclude;
	}

	public void setExclude(List<String> exclude) {
		this.exclude = exclude;
	}

	public boolean isSessionIds() {
		return this.sessionIds;
	}

	public void setSessionIds(boolean sessionIds) {
		this.sessionIds = sessionIds;
	}

}
