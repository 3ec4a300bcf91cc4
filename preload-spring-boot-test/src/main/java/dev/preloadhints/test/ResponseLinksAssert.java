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

import java.util.List;
import java.util.function.Predicate;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.springframework.util.PatternMatchUtils;

import dev.preloadhints.link.Destination;
import dev.preloadhints.link.LinkRelation;

/**
 * Assertions about the links of a response. A target is the URL as it stands in the
 * header; in it, {@code *} stands for any characters, such as the version of
 * {@code /css/app-*.css}.
 */
public final class ResponseLinksAssert extends AbstractAssert<ResponseLinksAssert, ResponseLinks> {

	ResponseLinksAssert(ResponseLinks actual) {
		super(actual, ResponseLinksAssert.class);
	}

	/**
	 * There is a {@code preload}.
	 * @param target the URL
	 * @param destination what the resource is for
	 * @return this
	 */
	public ResponseLinksAssert hasPreload(String target, Destination destination) {
		return has("preload of " + target + " as " + destination.value(),
				(link) -> is(link, LinkRelation.PRELOAD, target) && link.as().equals(destination.value()));
	}

	/**
	 * There is a {@code modulepreload}.
	 * @param target the URL
	 * @return this
	 */
	public ResponseLinksAssert hasModulePreload(String target) {
		return has("modulepreload of " + target, (link) -> is(link, LinkRelation.MODULEPRELOAD, target));
	}

	/**
	 * There is a {@code preconnect}.
	 * @param origin the origin, such as {@code https://cdn.example.com}
	 * @return this
	 */
	public ResponseLinksAssert hasPreconnect(String origin) {
		return has("preconnect to " + origin, (link) -> is(link, LinkRelation.PRECONNECT, origin));
	}

	private static boolean is(ResponseLink link, LinkRelation relation, String target) {
		return link.relation().equals(relation.value()) && PatternMatchUtils.simpleMatch(target, link.target());
	}

	private ResponseLinksAssert has(String expected, Predicate<ResponseLink> condition) {
		if (this.actual.links().stream().noneMatch(condition)) {
			failWithMessage("%nExpecting links to have%n  %s%nbut there %s", expected, found(this.actual.links()));
		}
		return this;
	}

	/**
	 * There is no link to a target, of whatever relation.
	 * @param target the URL
	 * @return this
	 */
	public ResponseLinksAssert hasNoLinkTo(String target) {
		List<ResponseLink> found = this.actual.links()
			.stream()
			.filter((link) -> PatternMatchUtils.simpleMatch(target, link.target()))
			.toList();
		if (!found.isEmpty()) {
			failWithMessage("%nExpecting no link to%n  %s%nbut there %s", target, found(found));
		}
		return this;
	}

	/**
	 * There is no link at all.
	 * @return this
	 */
	public ResponseLinksAssert isEmpty() {
		if (!this.actual.links().isEmpty()) {
			failWithMessage("%nExpecting no links, but there %s", found(this.actual.links()));
		}
		return this;
	}

	/**
	 * The URLs, for assertions about their order and number.
	 * @return an assertion about them, in the order of the header
	 */
	public ListAssert<String> targets() {
		return Assertions.assertThat(this.actual.links().stream().map(ResponseLink::target).toList());
	}

	private static String found(List<ResponseLink> links) {
		StringBuilder text = new StringBuilder(links.isEmpty() ? "are none" : "are");
		links.forEach((link) -> text.append(System.lineSeparator()).append("  ").append(link));
		return text.toString();
	}

}
