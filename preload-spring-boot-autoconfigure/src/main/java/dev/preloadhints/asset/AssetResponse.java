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

package dev.preloadhints.asset;

import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a response for an asset says of its use by a browser.
 *
 * @param status the status code
 * @param cacheControl the value of {@code Cache-Control}, if there is one
 * @param expires the value of {@code Expires}, if there is one
 * @param lastModified the value of {@code Last-Modified}, if there is one
 * @param vary the values of {@code Vary}
 * @param contentEncoding the value of {@code Content-Encoding}, if there is one
 * @param contentLength the value of {@code Content-Length}, if there is one
 */
public record AssetResponse(int status, @Nullable String cacheControl, @Nullable String expires,
		@Nullable String lastModified, Collection<String> vary, @Nullable String contentEncoding,
		@Nullable String contentLength) {

	/**
	 * Status codes that say what is wrong with the request: its syntax, its conditions,
	 * its range, its length.
	 */
	private static final Set<Integer> OF_THE_REQUEST = Set.of(400, 405, 406, 408, 411, 412, 413, 414, 415, 416, 417,
			421, 428, 429, 431);

	/** Whether it says how browsers may use the resource. */
	boolean isInformative() {
		// A 304 keeps the lifetime that the stored response has: RFC 9111, section 4.3.4.
		return isContent(this.status) && (this.status != 304 || this.cacheControl != null || this.expires != null);
	}

	/** Whether such a response has the resource, or says that the browser has it. */
	static boolean isContent(int status) {
		return status == 200 || status == 206 || status == 304;
	}

	/** Whether such a response says nothing of the resource. */
	static boolean isAboutTheRequest(int status) {
		return OF_THE_REQUEST.contains(status);
	}

	/** How many bytes its content has, -1 if it does not say. */
	long length() {
		try {
			return (this.contentLength != null) ? Long.parseLong(this.contentLength) : -1;
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	boolean isCompressed() {
		return this.contentEncoding != null && !this.contentEncoding.equals("identity");
	}

}
