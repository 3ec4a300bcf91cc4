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

package dev.preloadhints.web.earlyhints;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

/**
 * Sends links as a {@code 103 Early Hints} and leaves the final response as it was.
 * <p>
 * A container sends all headers that are set, so cookies and the application's own links
 * are taken away for that moment. Wrappers are passed by: those of Spring Security and
 * others react to what one container needs to be told.
 */
public final class InterimResponse {

	private static final String LINK = "Link";

	private static final String SET_COOKIE = "Set-Cookie";

	private final List<EarlyHintsSender> senders;

	/** The last class and its sender: an application has one container. */
	private volatile @Nullable Choice choice;

	/**
	 * Create the interim responses of an application.
	 * @param senders the senders, the first that supports the container is taken
	 */
	public InterimResponse(List<EarlyHintsSender> senders) {
		this.senders = List.copyOf(senders);
	}

	/**
	 * Whether the container of a response can send one.
	 * @param response the response, wrapped or not
	 * @return {@code true} if there is a sender for it
	 */
	public boolean isSupported(HttpServletResponse response) {
		HttpServletResponse container = unwrap(response);
		return container != null && sender(container) != null;
	}

	/**
	 * Send links.
	 * @param response the response, wrapped or not, not committed
	 * @param links the value of the {@code Link} field
	 * @return {@code false} if the container cannot send them without more
	 * @throws IOException if they cannot be written
	 */
	public boolean send(HttpServletResponse response, String links) throws IOException {
		HttpServletResponse container = unwrap(response);
		EarlyHintsSender sender = (container != null) ? sender(container) : null;
		if (container == null || sender == null) {
			return false;
		}
		// A container that is interrupted while it writes may break the connection. That
		// the thread was is for the controller to notice.
		boolean interrupted = Thread.interrupted();
		try {
			return send(container, sender, links);
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static boolean send(HttpServletResponse container, EarlyHintsSender sender, String links)
			throws IOException {
		List<String> cookies = values(container, SET_COOKIE);
		List<String> own = values(container, LINK);
		try {
			if (!cookies.isEmpty()) {
				container.setHeader(SET_COOKIE, null);
				if (container.containsHeader(SET_COOKIE)) {
					cookies = List.of();
					return false;
				}
			}
			container.setHeader(LINK, links);
			sender.send(container);
			return true;
		}
		finally {
			cookies.forEach((cookie) -> container.addHeader(SET_COOKIE, cookie));
			restore(container, LINK, own);
		}
	}

	private static List<String> values(HttpServletResponse container, String name) {
		return container.containsHeader(name) ? List.copyOf(container.getHeaders(name)) : List.of();
	}

	private static void restore(HttpServletResponse container, String name, List<String> values) {
		if (values.isEmpty()) {
			container.setHeader(name, null);
			if (container.containsHeader(name)) {
				// Tomcat 10.1 ignores null. The page's own links will replace the empty
				// field.
				container.setHeader(name, "");
			}
			return;
		}
		container.setHeader(name, values.get(0));
		values.subList(1, values.size()).forEach((value) -> container.addHeader(name, value));
	}

	private static @Nullable HttpServletResponse unwrap(ServletResponse response) {
		ServletResponse unwrapped = response;
		while (unwrapped instanceof ServletResponseWrapper wrapper) {
			unwrapped = wrapper.getResponse();
		}
		return (unwrapped instanceof HttpServletResponse container) ? container : null;
	}

	private @Nullable EarlyHintsSender sender(HttpServletResponse container) {
		Choice last = this.choice;
		if (last == null || last.type() != container.getClass()) {
			last = choose(container.getClass());
			this.choice = last;
		}
		return last.sender();
	}

	private Choice choose(Class<? extends HttpServletResponse> type) {
		for (EarlyHintsSender sender : this.senders) {
			if (sender.supports(type)) {
				return new Choice(type, sender);
			}
		}
		return new Choice(type, null);
	}

	private record Choice(Class<?> type, @Nullable EarlyHintsSender sender) {
	}

}
