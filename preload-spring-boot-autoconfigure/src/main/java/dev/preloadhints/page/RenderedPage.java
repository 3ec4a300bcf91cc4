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

package dev.preloadhints.page;

import java.util.List;
import java.util.Set;

import dev.preloadhints.link.Link;

/**
 * A page that was rendered, as far as something can be learned from it.
 *
 * @param forecast what was known of it before
 * @param client the number of the client that got it
 * @param contextPath what the paths of the application's own URLs begin with
 * @param links all its links, none relative to its path
 * @param declared those of them that nobody needs to learn
 * @param hinted the links of its Early Hints, none if there were none
 */
public record RenderedPage(PageForecast forecast, int client, String contextPath, List<Link> links, Set<Link> declared,
		List<Link> hinted) {

	RenderedPage withLinks(List<Link> others) {
		return new RenderedPage(this.forecast, this.client, this.contextPath, others, this.declared, this.hinted);
	}

}
