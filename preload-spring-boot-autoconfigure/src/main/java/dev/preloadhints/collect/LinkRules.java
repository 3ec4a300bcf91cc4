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

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.preloadhints.collect.ElementRules.Candidate;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;

/**
 * Makes links of elements, and of links as they are written. Pages reference the same
 * resources again and again, so what became of an element is kept, in bounded memory, for
 * the next that is written alike. Safe for all threads.
 */
public final class LinkRules {

	/** Bytes of all that is kept, estimated. */
	private static final int MAX_BYTES = 4 * 1024 * 1024;

	/** What an element and its link take beside their text. */
	private static final int ENTRY_BYTES = 500;

	/** In the element, in the link's target and in its field value. */
	private static final int BYTES_PER_CHARACTER = 3;

	/** An element with more characters is not worth keeping. */
	private static final int MAX_LENGTH = 2000;

	private final Cache<ElementSignature, ElementOutcome> known = Caffeine.newBuilder()
		.maximumWeight(MAX_BYTES)
		.weigher((ElementSignature signature, ElementOutcome outcome) -> ENTRY_BYTES
				+ BYTES_PER_CHARACTER * signature.length())
		.build();

	/**
	 * Apply the rules to an element.
	 * @param signature place for the element's signature
	 * @param urls what the URLs of the page mean
	 * @throws IllegalArgumentException if a refinement has a wrong value
	 */
	ElementOutcome apply(HtmlElement element, ElementSignature signature, PageUrls urls) {
		if (urls.differ()) {
			return outcome(element, urls);
		}
		ElementOutcome outcome = this.known.getIfPresent(signature.of(element));
		if (outcome == null) {
			outcome = outcome(element, urls);
			if (isSameForAllPages(outcome) && signature.length() <= MAX_LENGTH) {
				this.known.put(signature.copy(), outcome);
			}
		}
		return outcome;
	}

	/** A session id is nothing to keep. */
	private static boolean isSameForAllPages(ElementOutcome outcome) {
		Link link = outcome.link();
		return (link != null) ? PageUrls.isIndependent(link.target()) : outcome.reason() != OmissionReason.SESSION_ID;
	}

	private static ElementOutcome outcome(HtmlElement element, PageUrls urls) {
		if (ElementRules.isImportMap(element)) {
			return ElementOutcome.IMPORT_MAP;
		}
		Boolean hint = Refinements.hint(element);
		boolean wanted = Boolean.TRUE.equals(hint);
		Candidate candidate = ElementRules.candidate(element, wanted);
		if (candidate == null) {
			return ElementOutcome.NOTHING;
		}
		LinkBuilder link = candidate.link();
		Refinements.apply(element, link, link.relation());
		OmissionReason reason = (hint != null) ? OmissionReason.OPTED_OUT : candidate.reason();
		return (reason != null && !wanted) ? ElementOutcome.none(link.target(), reason, hint != null)
				: outcome(link, urls, hint != null);
	}

	/**
	 * Make a link of one as it is written.
	 * @param link a link whose URL is written as an element's would be
	 */
	static ElementOutcome outcome(LinkBuilder link, PageUrls urls, boolean decided) {
		OmissionReason reason = urls.resolve(link);
		if (reason == null && link.relation() == LinkRelation.PRELOAD && link.destination() == Destination.NONE) {
			reason = OmissionReason.NO_DESTINATION;
		}
		if (reason != null) {
			return ElementOutcome.none(link.target(), reason, decided);
		}
		try {
			return ElementOutcome.link(link.build(), decided);
		}
		catch (IllegalArgumentException ex) {
			// Neither URL nor destination are wrong, so it is the text of an attribute.
			return ElementOutcome.none(link.target(), OmissionReason.ATTRIBUTE, decided);
		}
	}

}
