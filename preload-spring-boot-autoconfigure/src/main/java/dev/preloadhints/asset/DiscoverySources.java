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

import dev.preloadhints.link.Link;

/**
 * What a page's assets are looked into for.
 *
 * @param links style sheets and modules, by their path within the application
 * @param elsewhere whether the page was asked for under another context path than the
 * application's own, whichever that is
 */
record DiscoverySources(List<Link> links, boolean elsewhere) {

	/** To keep: array lists compare with each other without more. */
	DiscoverySources copy() {
		return new DiscoverySources(new ArrayList<>(this.links), this.elsewhere);
	}

}
