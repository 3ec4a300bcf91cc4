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

package dev.preloadhints.measure;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;

/**
 * Where pages come from.
 *
 * @param secure whether over TLS
 * @param host the name or address
 * @param port the port
 */
record Origin(boolean secure, String host, int port) {

	static Origin of(URI url) {
		boolean secure = url.getScheme().equalsIgnoreCase("https");
		int port = (url.getPort() >= 0) ? url.getPort() : (secure ? 443 : 80);
		return new Origin(secure, url.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", ""), port);
	}

	InetSocketAddress address() {
		return InetSocketAddress.createUnresolved(this.host, this.port);
	}

	@Override
	public String toString() {
		return this.host + ":" + this.port;
	}

}
