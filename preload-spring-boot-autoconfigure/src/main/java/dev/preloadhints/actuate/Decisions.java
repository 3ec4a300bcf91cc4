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

package dev.preloadhints.actuate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.page.PageHistory;

/**
 * What was decided about the links of one page, in its header or its Early Hints.
 * Remembers only links that are the same for everyone: those that are declared for the
 * page, and those that were learned and are beyond doubt. Immutable.
 */
final class Decisions {

	/** An {@link Omissions.Omission} has no longer URL. */
	private static final int MAX_LENGTH = 256;

	private final @Nullable PageHistory page;

	private final String contextPath;

	/** Of everything that was decided, so that it need not be kept. */
	private final long fingerprint;

	private final Set<Link> declared;

	private final Set<Link> included;

	private final Map<String, OmissionReason> omitted;

	private Decisions(@Nullable PageHistory page, String contextPath, long fingerprint, Set<Link> declared,
			Set<Link> included, Map<String, OmissionReason> omitted) {
		this.page = page;
		this.contextPath = contextPath;
		this.fingerprint = fingerprint;
		this.declared = declared;
		this.included = included;
		this.omitted = omitted;
	}

	/**
	 * Remember decisions; costs little where they are those that are known, which is the
	 * rule.
	 * @param last what was decided before, if anything
	 * @param page what is known of the page, if anything
	 * @param contextPath what the paths of the application's own URLs begin with
	 * @param declared the links that are declared for the page
	 * @param links the links that went out
	 * @param omissions those that did not
	 * @return the same decisions if nothing has changed
	 */
	static Decisions of(@Nullable Decisions last, @Nullable PageHistory page, String contextPath, Set<Link> declared,
			List<Link> links, Omissions omissions) {
		long fingerprint = ((long) links.hashCode() << 32) | (omissions.named().hashCode() & 0xFFFFFFFFL);
		if (last != null && last.page == page && last.contextPath.equals(contextPath) && last.fingerprint == fingerprint
				&& last.declared.equals(declared)) {
			return last;
		}
		Set<Link> shared = new HashSet<>(declared);
		if (page != null) {
			page.links()
				.stream()
				.filter((known) -> !known.isDoubtful())
				.map((known) -> ContextPath.outward(known.link(), contextPath))
				.forEach(shared::add);
		}
		Set<Link> included = new HashSet<>(shared);
		included.retainAll(new HashSet<>(links));
		Map<String, OmissionReason> omitted = new HashMap<>();
		Set<String> targets = new HashSet<>();
		shared.forEach((link) -> targets.add(shortened(link)));
		for (Omissions.Omission omission : omissions.named()) {
			if (targets.contains(omission.url())) {
				omitted.putIfAbsent(omission.url(), omission.reason());
			}
		}
		return new Decisions(page, contextPath, fingerprint, declared, Set.copyOf(included), Map.copyOf(omitted));
	}

	private static String shortened(Link link) {
		String target = link.target();
		return (target.length() > MAX_LENGTH) ? target.substring(0, MAX_LENGTH) : target;
	}

	/** The links that are declared for the page. */
	Set<Link> declared() {
		return this.declared;
	}

	boolean isIncluded(Link link) {
		return this.included.contains(link);
	}

	/** Why a link was left out, or {@code null} if it was not, or not even considered. */
	@Nullable OmissionReason omission(Link link) {
		return this.omitted.get(shortened(link));
	}

}
