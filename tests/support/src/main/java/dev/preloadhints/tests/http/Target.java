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

package dev.preloadhints.tests.http;

import java.net.URI;
import java.net.URISyntaxException;

import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, and for what: path and query, which are sent as they are.
 */
record Target(HttpHost host, String path) {

	static Target of(String target, @Nullable HttpHost origin) {
		if (target.startsWith("/")) {
			if (origin == null) {
				throw new IllegalArgumentException("A client of no server in particular needs a URL: " + target);
			}
			return new Target(origin, target);
		}
		int path = target.indexOf('/', target.indexOf("://") + 3);
		return (path >= 0) ? new Target(host(target.substring(0, path)), target.substring(path))
				: new Target(host(target), "/");
	}

	static HttpHost host(String origin) {
		try {
			return HttpHost.create(origin);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/** As far as cookies depend on it. */
	URI uri() {
		return URI.create(this.host.toURI() + this.path.replaceAll("[?].*", ""));
	}

}
