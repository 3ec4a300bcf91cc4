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

import java.util.Locale;

/**
 * Where something can fail that the page must not suffer from.
 */
public enum PreloadStage {

	/** Deciding about the request, before the controller. */
	REQUEST,

	/** Looking at the elements of the page, a template's own mistakes included. */
	COLLECT,

	/** Writing the header. */
	LINK_HEADER,

	/** Sending Early Hints. */
	EARLY_HINTS,

	/** Learning from a page. */
	LEARN,

	/** Looking at a static resource. */
	ASSET,

	/** A {@code LinkFilter} of the application. */
	FILTER,

	/** A {@code PreloadListener}. */
	LISTENER;

	private final String value = name().toLowerCase(Locale.ROOT);

	/**
	 * The stage as it is written in a meter's tag.
	 * @return lower case letters and underscores
	 */
	public String value() {
		return this.value;
	}

}
