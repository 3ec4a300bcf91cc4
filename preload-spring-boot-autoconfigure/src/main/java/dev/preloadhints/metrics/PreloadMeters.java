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

package dev.preloadhints.metrics;

/**
 * Names of the meters and of their tags.
 */
final class PreloadMeters {

	static final String LINKS = "preload.links";

	static final String OMITTED = "preload.links.omitted";

	static final String HEADER_SIZE = "preload.header.size";

	static final String EARLY_HINTS = "preload.early.hints";

	static final String PREDICTION = "preload.prediction";

	static final String PAGES = "preload.pages";

	static final String ERRORS = "preload.errors";

	static final String DELIVERY = "delivery";

	static final String DELIVERY_HEADER = "header";

	static final String DELIVERY_EARLY_HINTS = "early_hints";

	static final String OUTCOME = "outcome";

	static final String RESULT = "result";

	static final String DESTINATION = "destination";

	static final String REL = "rel";

	static final String REASON = "reason";

	static final String STAGE = "stage";

	private PreloadMeters() {
	}

}
