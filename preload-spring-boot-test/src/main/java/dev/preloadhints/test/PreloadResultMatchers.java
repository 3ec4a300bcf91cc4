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

package dev.preloadhints.test;

import org.springframework.test.web.servlet.ResultMatcher;

import dev.preloadhints.link.Destination;

/**
 * Matchers of links for {@code MockMvc}. They are those of {@link ResponseLinksAssert}: a
 * target is the URL as it stands in the header, and {@code *} in it stands for any
 * characters.
 */
public final class PreloadResultMatchers {

	private PreloadResultMatchers() {
	}

	/**
	 * There is a {@code preload}.
	 * @param target the URL
	 * @param destination what the resource is for
	 * @return a matcher
	 */
	public static ResultMatcher preload(String target, Destination destination) {
		return (result) -> ResponseLinks.of(result).assertThat().hasPreload(target, destination);
	}

	/**
	 * There is a {@code modulepreload}.
	 * @param target the URL
	 * @return a matcher
	 */
	public static ResultMatcher modulePreload(String target) {
		return (result) -> ResponseLinks.of(result).assertThat().hasModulePreload(target);
	}

	/**
	 * There is a {@code preconnect}.
	 * @param origin the origin, such as {@code https://cdn.example.com}
	 * @return a matcher
	 */
	public static ResultMatcher preconnect(String origin) {
		return (result) -> ResponseLinks.of(result).assertThat().hasPreconnect(origin);
	}

	/**
	 * There is no link to a target, of whatever relation.
	 * @param target the URL
	 * @return a matcher
	 */
	public static ResultMatcher noLinkTo(String target) {
		return (result) -> ResponseLinks.of(result).assertThat().hasNoLinkTo(target);
	}

}
