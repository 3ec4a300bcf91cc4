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
 * One complete, successful render of a page, as far as something is learned from it.
 *
 * @param links the links that may be learned, best first
 * @param doubtful those of them whose URL could be one user's own
 * @param client who was sent the page: a number that differs from client to client; its
 * two highest bits say by what it was told from others, such as its address
 * @param hinted what became of the Early Hints of this render
 */
public record Render(List<Link> links, Set<Link> doubtful, int client, Hinted hinted) {

	/**
	 * What became of the Early Hints of a render.
	 */
	public enum Hinted {

		/** There were none. */
		NOT,

		/** All were used. */
		USED,

		/** At least one was not used. */
		WASTED

	}

}
