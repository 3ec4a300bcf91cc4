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
 * What was decided about the Early Hints of a page.
 */
public enum EarlyHintsOutcome {

	/** They were sent. */
	SENT,

	/** There is nothing to send, because too little is known of the page yet. */
	UNLEARNED,

	/** The request came over HTTP/1.1, which is not safe behind every proxy. */
	PROTOCOL,

	/** The container cannot send an interim response. */
	CONTAINER,

	/** The request is no navigation of a browser, so nobody would act on them. */
	NOT_NAVIGATION,

	/** The final response had been sent already. */
	COMMITTED,

	/**
	 * The page needed too little of what was hinted before, and gets none for a while.
	 */
	SILENCED,

	/** Sending them failed. */
	FAILED;

	private final String value = name().toLowerCase(Locale.ROOT);

	/**
	 * The outcome as it is written in a meter's tag.
	 * @return lower case letters and underscores
	 */
	public String value() {
		return this.value;
	}

}
