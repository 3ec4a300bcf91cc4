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
	SENT("they were sent"),

	/** There is nothing to send, because too little is known of the page yet. */
	UNLEARNED("there was nothing to send: too little is known of the page, or each link was left out"),

	/** The request came over HTTP/1.1, which is not safe behind every proxy. */
	PROTOCOL("the request came over HTTP/1.1 and preload.early-hints.http1 is not set"),

	/**
	 * The container cannot send an interim response, or not at once over this protocol.
	 */
	CONTAINER("the container cannot send an interim response, or not at once over HTTP/1.1"),

	/** A proxy is in between, and some cut a page that follows an interim response. */
	PROXY("a proxy is in between and preload.early-hints.proxied is not set"),

	/** The request is not the navigation of a browser, so nobody would act on them. */
	NOT_NAVIGATION("the request was not the navigation of a browser"),

	/** The final response had been sent already. */
	COMMITTED("the response had been sent already"),

	/**
	 * The page needed too little of what was hinted before, and gets none for a while.
	 */
	SILENCED("the page needed too little of what was hinted before and gets nothing for a while"),

	/** Sending them failed. */
	FAILED("sending them failed");

	private final String value = name().toLowerCase(Locale.ROOT);

	private final String description;

	EarlyHintsOutcome(String description) {
		this.description = description;
	}

	/**
	 * The outcome as it is written in a meter's tag.
	 * @return lower case letters and underscores
	 */
	public String value() {
		return this.value;
	}

	/**
	 * The outcome in words.
	 * @return a sentence in English, without capital and full stop
	 */
	public String description() {
		return this.description;
	}

}
