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

/**
 * The pages that are known.
 *
 * @param pages the pages, by pattern
 */
public record PagesDescriptor(List<Summary> pages) implements OperationResponseBody {

	/**
	 * A page in short.
	 *
	 * @param id its name in the endpoint's URLs, the same after a restart
	 * @param handler the handler, such as {@code BookController#book}
	 * @param pattern the pattern that it is mapped to, such as {@code /books/{slug}}
	 * @param variant what the application's {@code PageVariant} beans say, {@code null}
	 * if that is nothing
	 * @param renders number of complete renders
	 * @param lastRender time of the last one (ISO 8601), or {@code null}
	 * @param learnedLinks number of links that were learned of the page, sent or not
	 * @param prediction learned links against what was then rendered
	 * @param earlyHints decisions about its Early Hints
	 */
	public record Summary(String id, String handler, String pattern, @Nullable String variant, long renders,
			@Nullable String lastRender, int learnedLinks, Prediction prediction, Counts earlyHints) {
	}

	/**
	 * Learned links against what was then rendered.
	 *
	 * @param hit links that were expected and used
	 * @param wasted links that were expected and not used
	 * @param missed links that were used and not expected, of those that can be learned
	 */
	public record Prediction(long hit, long wasted, long missed) {
	}

	/**
	 * Decisions about Early Hints.
	 *
	 * @param sent how often they were sent
	 * @param notSent how often they were not, by outcome as in the meter
	 * {@code preload.early.hints}
	 */
	public record Counts(long sent, Map<String, Long> notSent) {
	}

}
