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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.EarlyHintsSender;

/**
 * Sends links as a {@code 103 Early Hints} and leaves the final response as it was.
 * <p>
 * A container sends all headers that are set, so cookies, the application's own links and
 * what is about the final response's message or content are taken away for that moment.
 * Wrappers are passed by: those of Spring Security and others react to what one container
 * needs to be told.
 */
public final class InterimResponse {

	private static final String LINK = "Link";

	/**
	 * For one visitor, or about one message (RFC 9110, section 7.6.1; RFC 9113, section
	 * 8.2.2: over HTTP/2 they end the stream).
	 */
	private static final Set<String> HELD_BACK = Set.of("connection", "etag", "keep-alive", "last-modified",
			"proxy-connection", "set-cookie", "te", "trailer", "transfer-encoding", "upgrade");

	/** About the content (RFC 9110, section 8), but for one kind. */
	private static final String CONTENT = "content-";

	/** About the page that the content is for; browsers apply it to what is hinted. */
	private static final String CONTENT_SECURITY_POLICY = "content-security-policy";

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
	 * Whether the container of a response can send one, and at once.
	 * @param response the response, wrapped or not
	 * @param protocol the protocol of the request, such as {@code HTTP/2.0}
	 * @return {@code true} if there is a sender for it
	 */
	public boolean isSupported(HttpServletResponse response, String protocol) {
		HttpServletResponse container = unwrap(response);
		EarlyHintsSender sender = (container != null) ? sender(container) : null;
		return sender != null && (!protocol.startsWith("HTTP/1") || sender.supportsHttp1());
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
		Map<String, List<String>> heldBack = new LinkedHashMap<>();
		List<String> own = values(container, LINK);
		try {
			for (String name : new LinkedHashSet<>(container.getHeaderNames())) {
				if (isHeldBack(name)) {
					List<String> values = values(container, name);
					container.setHeader(name, null);
					if (container.containsHeader(name)) {
						return false;
					}
					heldBack.put(name, values);
				}
			}
			container.setHeader(LINK, links);
			sender.send(container);
			return true;
		}
		finally {
			heldBack.forEach((name, values) -> values.forEach((value) -> container.addHeader(name, value)));
			restore(container, LINK, own);
		}
	}

	private static boolean isHeldBack(String name) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		return HELD_BACK.contains(lowerCase)
				|| (lowerCase.startsWith(CONTENT) && !lowerCase.startsWith(CONTENT_SECURITY_POLICY));
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
