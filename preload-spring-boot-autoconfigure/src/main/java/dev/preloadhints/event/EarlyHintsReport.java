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

package dev.preloadhints.event;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.PageKey;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.Omissions;

/**
 * What was decided about the Early Hints of a request.
 *
 * @param page the page that the request is for, or {@code null} if that cannot be told
 * @param contextPath what the paths of the application's own URLs begin with, empty for
 * the root
 * @param outcome the decision
 * @param links the links that were sent, best first; none unless they were sent
 * @param declared the links that are declared for the page by annotation or property, and
 * so the same for everyone, sent or not
 * @param omissions the links that were known and left out, with reasons
 */
public record EarlyHintsReport(@Nullable PageKey page, String contextPath, EarlyHintsOutcome outcome, List<Link> links,
		Set<Link> declared, Omissions omissions) {

	/**
	 * What was decided in an application at the root.
	 * @param page the page that the request is for
	 * @param outcome the decision
	 * @param links the links that were sent
	 * @param declared the links that are declared for the page
	 * @param omissions the links that were known and left out
	 */
	public EarlyHintsReport(@Nullable PageKey page, EarlyHintsOutcome outcome, List<Link> links, Set<Link> declared,
			Omissions omissions) {
		this(page, "", outcome, links, declared, omissions);
	}

}
