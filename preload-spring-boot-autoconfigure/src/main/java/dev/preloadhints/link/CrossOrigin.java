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

package dev.preloadhints.link;

/**
 * State of a CORS settings attribute, {@code crossorigin}
 * (<a href="https://html.spec.whatwg.org/multipage/urls-and-fetching.html">HTML, CORS
 * settings attributes</a>).
 */
public enum CrossOrigin {

	/** No attribute: the mode follows from what is requested. */
	NO_CORS("no-cors"),

	/** CORS mode, credentials for the same origin alone. */
	ANONYMOUS("anonymous"),

	/** CORS mode, credentials always. */
	USE_CREDENTIALS("use-credentials");

	private final String value;

	CrossOrigin(String value) {
		this.value = value;
	}

	/**
	 * The state's keyword. HTML has none for the absent attribute; this one is Fetch's.
	 * @return a token in lower case
	 */
	public String value() {
		return this.value;
	}

	@Override
	public String toString() {
		return this.value;
	}

	/**
	 * State of an attribute that is present.
	 * @param value the attribute's value; any that is no keyword, the empty one included,
	 * means {@link #ANONYMOUS}, as it does to a browser
	 * @return the state
	 */
	public static CrossOrigin of(String value) {
		return USE_CREDENTIALS.value.equalsIgnoreCase(value) ? USE_CREDENTIALS : ANONYMOUS;
	}

}
