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

package dev.preloadhints.soak;

import org.apache.hc.core5.http2.HttpVersionPolicy;

/**
 * How the shop is spoken to.
 */
enum Protocol {

	/** As browsers do. */
	HTTP_2("HTTP/2", "https", HttpVersionPolicy.NEGOTIATE),

	/** As proxies do. */
	HTTP_2_CLEARTEXT("HTTP/2 without TLS", "http", HttpVersionPolicy.FORCE_HTTP_2),

	HTTP_1_1("HTTP/1.1", "https", HttpVersionPolicy.FORCE_HTTP_1),

	HTTP_1_1_CLEARTEXT("HTTP/1.1 without TLS", "http", HttpVersionPolicy.FORCE_HTTP_1);

	private final String title;

	private final String scheme;

	private final HttpVersionPolicy policy;

	Protocol(String title, String scheme, HttpVersionPolicy policy) {
		this.title = title;
		this.scheme = scheme;
		this.policy = policy;
	}

	HttpVersionPolicy policy() {
		return this.policy;
	}

	String origin(Shop.Ports ports) {
		return this.scheme + "://localhost:" + (this.scheme.equals("https") ? ports.https() : ports.http());
	}

	/** Whether it carries Early Hints. */
	boolean isHinted() {
		return this == HTTP_2 || this == HTTP_2_CLEARTEXT;
	}

	/** The version that a response over it has. */
	String version() {
		return isHinted() ? "HTTP/2.0" : "HTTP/1.1";
	}

	@Override
	public String toString() {
		return this.title;
	}

}
