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

package dev.preloadhints.integration.earlyhints;

import java.util.List;
import java.util.function.Function;

/**
 * What can fail beside a page, one at a time: each has its place in {@link FaultyBeans}.
 * The stages are those under which it has to be counted.
 */
enum Fault {

	STORE_FIND("learn"),

	STORE_UPDATE("learn"),

	VARIANT("learn"),

	FILTER("filter"),

	LISTENER_EARLY_HINTS("listener"),

	LISTENER_PREDICTION("listener"),

	LISTENER_PAGE("listener"),

	/** Told of a filter's failure, it fails as well. */
	LISTENER_FAILURE("filter", "listener"),

	SENDER("early_hints"),

	/** Asked for by the discovery, and to learn from the page. */
	RESOURCE_RESOLVER("asset"),

	RESOURCE_TRANSFORMER("asset"),

	/** Asked for a link that a controller adds, and to look for it. */
	RESOURCE_URL("collect", "asset"),

	RESPONSE_ADD_HEADER("link_header"),

	RESPONSE_SET_HEADER("link_header"),

	RESPONSE_CONTAINS_HEADER("link_header"),

	/** Asked how much room there is, each time that something is sent. */
	RESPONSE_GET_HEADERS("early_hints", "link_header"),

	RESPONSE_GET_HEADER_NAMES("early_hints", "link_header"),

	RESPONSE_GET_BUFFER_SIZE("link_header"),

	RESPONSE_SET_BUFFER_SIZE("link_header"),

	/** A page that may have begun gets no header. */
	RESPONSE_IS_COMMITTED("early_hints", "collect"),

	RESPONSE_GET_STATUS("learn"),

	/** Where counting fails, there is nothing to count it. */
	COUNTER;

	private static volatile Fault current;

	private static volatile Throwable failure;

	private final List<String> stages;

	Fault(String... stages) {
		this.stages = List.of(stages);
	}

	List<String> stages() {
		return this.stages;
	}

	/** Number of different failures. */
	int failures() {
		return Math.max(1, this.stages.size());
	}

	/** Fail from now on, until {@link #end()}. */
	void begin(Function<String, Throwable> type) {
		failure = type.apply(message());
		current = this;
	}

	String message() {
		return "Fault of " + name();
	}

	static void end() {
		current = null;
	}

	/** Fail here, if this is the one that does. */
	void strike() {
		if (current == this) {
			Fault.<RuntimeException>sneak(failure);
		}
	}

	/** Kotlin and others throw checked exceptions from anywhere. */
	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void sneak(Throwable thrown) throws T {
		throw (T) thrown;
	}

}
