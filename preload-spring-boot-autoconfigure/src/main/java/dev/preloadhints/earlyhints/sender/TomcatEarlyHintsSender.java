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

package dev.preloadhints.earlyhints.sender;

import java.io.IOException;
import java.lang.invoke.MethodHandle;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.ResponseFacade;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.EarlyHintsSender;

/**
 * Calls {@code sendEarlyHints()}, which Tomcat's response has in addition to the standard
 * since 9.0.92, 10.1.27 and 11.0.0. It is looked up rather than called: an older Tomcat
 * lacks it, and takes {@code sendError(103)} for the final response. Over HTTP/1.1 Tomcat
 * writes an interim response, but does not flush it.
 */
public final class TomcatEarlyHintsSender implements EarlyHintsSender {

	private static final @Nullable MethodHandle METHOD = ServletEarlyHintsSender.find(ResponseFacade.class);

	@Override
	public boolean isAvailable() {
		return METHOD != null;
	}

	@Override
	public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
		return METHOD != null && ResponseFacade.class.isAssignableFrom(containerResponse);
	}

	/**
	 * Whether browsers reach this Tomcat over HTTP/2, by whatever connector.
	 * @param servletContext the application
	 * @return {@code false} if none of its connectors has HTTP/2 over TLS, or if that is
	 * not known
	 */
	public boolean isHttp2OverTls(ServletContext servletContext) {
		return TomcatConnectors.hasHttp2OverTls(servletContext);
	}

	@Override
	public void send(HttpServletResponse containerResponse) throws IOException {
		if (METHOD == null) {
			throw new IllegalStateException("This Tomcat's response has no method sendEarlyHints()");
		}
		ServletEarlyHintsSender.invoke(METHOD, containerResponse);
	}

}
