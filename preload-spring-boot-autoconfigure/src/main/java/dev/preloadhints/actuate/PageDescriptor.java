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

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import dev.preloadhints.actuate.PagesDescriptor.Prediction;

/**
 * A page in full.
 *
 * @param id its name in the endpoint's URLs, the same after a restart
 * @param handler the handler, such as {@code BookController#book}
 * @param pattern the pattern that it is mapped to, such as {@code /books/{slug}}
 * @param variant what the application's {@code PageVariant} beans say, {@code null} if
 * that is nothing
 * @param renders number of complete renders
 * @param lastRender time of the last one (ISO 8601), or {@code null}
 * @param prediction learned links against what was then rendered
 * @param earlyHints its Early Hints
 * @param header the {@code Link} header of its last render, {@code null} if there was
 * none
 * @param notLearned links of its last render that are not learned, by reason. Their URLs
 * may be one user's own, so they are only counted
 * @param links the links that are the same for everyone: those that are declared for the
 * page, and those that were learned; best first
 */
public record PageDescriptor(String id, String handler, String pattern, @Nullable String variant, long renders,
		@Nullable String lastRender, Prediction prediction, EarlyHints earlyHints, @Nullable Header header,
		List<Reason> notLearned, List<Link> links) implements OperationResponseBody {

	/**
	 * Early Hints of a page.
	 *
	 * @param sent how often they were sent
	 * @param notSent how often they were not, by outcome as in the meter
	 * {@code preload.early.hints}
	 * @param silenced whether the page used too little of what it was sent, and gets
	 * nothing learned for a while
	 * @param last the last decision, or {@code null} if there was none
	 */
	public record EarlyHints(long sent, Map<String, Long> notSent, boolean silenced, @Nullable Outcome last) {
	}

	/**
	 * A decision about Early Hints.
	 *
	 * @param outcome as in the meter {@code preload.early.hints}
	 * @param description the outcome in words
	 * @param time when it was taken (ISO 8601)
	 */
	public record Outcome(String outcome, String description, String time) {
	}

	/**
	 * A {@code Link} header.
	 *
	 * @param links number of its links, without those that the application set itself
	 * @param size bytes of all its values, the application's own included
	 * @param omitted what was left out of it, by reason
	 */
	public record Header(int links, int size, List<Reason> omitted) {
	}

	/**
	 * Links that were left out.
	 *
	 * @param reason as in the meter {@code preload.links.omitted}
	 * @param description the reason in words
	 * @param count number of links
	 */
	public record Reason(String reason, String description, int count) {
	}

	/**
	 * A link that is the same for everyone.
	 *
	 * @param target its URL, as in the header; never relative to the page's path
	 * @param relation such as {@code preload}
	 * @param as its destination, {@code null} if it has none
	 * @param rank its place in the order of links, such as {@code style_sheet}
	 * @param declared whether it is declared by annotation or property
	 * @param learned how steadily the page has been needing it, {@code null} if it was
	 * not learned
	 * @param header whether it is in the header of the last render, {@code null} if there
	 * was no header
	 * @param earlyHints whether it was in the last Early Hints, {@code null} if nothing
	 * was decided yet
	 * @param size bytes of the resource before compression, {@code null} if not known
	 * @param freshness whether a browser may keep the resource: {@code fresh},
	 * {@code stale}, {@code missing} or {@code unknown}; {@code null} if it is none of
	 * the application's own
	 */
	public record Link(String target, String relation, @Nullable String as, String rank, boolean declared,
			@Nullable Learned learned, @Nullable Decision header, @Nullable Decision earlyHints, @Nullable Long size,
			@Nullable String freshness) {
	}

	/**
	 * How steadily a page has been needing a link.
	 *
	 * @param renders renders since the link was seen first, at most the last 16
	 * @param hits on how many of these it was
	 * @param steady whether that is enough to be sent in Early Hints
	 */
	public record Learned(int renders, int hits, boolean steady) {
	}

	/**
	 * What was decided about a link.
	 *
	 * @param included whether it went out
	 * @param reason why not, {@code null} if it did
	 * @param description the reason in words, {@code null} if it did
	 */
	public record Decision(boolean included, @Nullable String reason, @Nullable String description) {

		static final Decision INCLUDED = new Decision(true, null, null);

		static Decision omitted(String reason, String description) {
			return new Decision(false, reason, description);
		}

	}

}
