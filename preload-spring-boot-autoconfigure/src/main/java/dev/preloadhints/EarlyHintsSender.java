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

package dev.preloadhints;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Makes one kind of container send an interim response
 * (<a href="https://www.rfc-editor.org/rfc/rfc8297">RFC 8297</a>). A bean of this type is
 * asked before those for Tomcat, Jetty and Servlet 6.2.
 */
public interface EarlyHintsSender {

	/**
	 * Whether this is the sender for a response.
	 * @param containerResponse the class of the container's own response, without
	 * wrappers
	 * @return {@code true} if {@link #send} works with such responses
	 */
	boolean supports(Class<? extends HttpServletResponse> containerResponse);

	/**
	 * Whether this application runs in a container that the sender is for, as far as that
	 * can be known before the first request.
	 * @return {@code false} if it will never support a response
	 */
	default boolean isAvailable() {
		return true;
	}

	/**
	 * Whether an interim response leaves at once over HTTP/1.1 as well. If it waits for
	 * the page, it is of no use, and some proxies cut a page that arrives together with
	 * it.
	 * @return {@code false} if it does not, or if that is not known
	 */
	default boolean supportsHttp1() {
		return false;
	}

	/**
	 * Send a {@code 103} with all headers that are set now. It must not end or commit the
	 * response.
	 * @param containerResponse the container's own response
	 * @throws IOException if it cannot be written
	 */
	void send(HttpServletResponse containerResponse) throws IOException;

}
