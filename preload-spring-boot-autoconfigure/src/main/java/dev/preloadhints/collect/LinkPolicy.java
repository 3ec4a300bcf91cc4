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

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;

/**
 * Last word on a link that the rules would emit: what is configured, and what the
 * application filters.
 */
@FunctionalInterface
public interface LinkPolicy {

	/**
	 * Decide about a link.
	 * @param link the link, its target not relative to the page's path
	 * @return {@code null} to let it pass, or why it is left out
	 */
	@Nullable OmissionReason check(Link link);

}
