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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What URLs of the application begin with in one request, and what their path is within
 * the application. The context path is another for whoever comes through a proxy that
 * says so, or only says so, and means nothing to the next request. So whatever is learned
 * or looked for is kept by its path within the application, and each request puts its own
 * context path in front.
 */
public final class ContextPath {

	private ContextPath() {
	}

	/**
	 * The path of a URL within the application.
	 * @param path path of the URL, as it is written
	 * @param contextPath context path of the request, empty for the root
	 * @return the path without the context path, or {@code null} if it does not begin
	 * with that
	 */
	public static @Nullable String within(String path, String contextPath) {
		return (path.startsWith(contextPath) && path.startsWith("/", contextPath.length()))
				? path.substring(contextPath.length()) : null;
	}

	/**
	 * The path of a URL within the application.
	 * @param url the URL
	 * @param contextPath context path of the request, empty for the root
	 * @return the path without the context path, or {@code null} if it is a URL of
	 * somebody else
	 */
	public static @Nullable String within(@Nullable Url url, String contextPath) {
		String within = (url != null && !url.hasAuthority() && url.isHttp()) ? within(url.path(), contextPath) : null;
		// An empty first segment would read as a host.
		return (within != null && !within.startsWith("//")) ? within : null;
	}

	/**
	 * A link by its path within the application.
	 * @param link a link, its target not relative to a page's path
	 * @param contextPath context path of the request, empty for the root
	 * @return the link; the same one if it points to another origin; {@code null} if it
	 * points to what is beside the application
	 */
	public static @Nullable Link within(Link link, String contextPath) {
		String target = link.target();
		if (contextPath.isEmpty() || !target.startsWith("/") || target.startsWith("//")) {
			return link;
		}
		String within = isPath(contextPath) ? within(target, contextPath) : null;
		return (within != null && !within.startsWith("//")) ? link.withTarget(within) : null;
	}

	/**
	 * A link as a page of this request writes it.
	 * @param link a link by its path within the application, or to another origin
	 * @param contextPath context path of the request, empty for the root
	 * @return the link with the context path in front
	 */
	public static Link outward(Link link, String contextPath) {
		String target = link.target();
		return (contextPath.isEmpty() || !target.startsWith("/") || target.startsWith("//")) ? link
				: link.withTarget(contextPath + target);
	}

	/**
	 * Links as a page of this request writes them.
	 * @param links links by their path within the application, or to other origins
	 * @param contextPath context path of the request, empty for the root
	 * @return the links with the context path in front; none if no URL of this origin can
	 * begin with that
	 */
	public static List<Link> outward(List<Link> links, String contextPath) {
		if (contextPath.isEmpty() || links.isEmpty()) {
			return links;
		}
		if (!isPath(contextPath)) {
			return List.of();
		}
		List<Link> outward = new ArrayList<>(links.size());
		for (Link link : links) {
			outward.add(outward(link, contextPath));
		}
		return outward;
	}

	/**
	 * Whether URLs can begin with it: a visitor may make one up where forwarding headers
	 * are believed, with another host in it or a query.
	 * @param contextPath context path of a request
	 * @return {@code true} if it is empty, or a path that browsers leave as it is
	 */
	public static boolean isPath(String contextPath) {
		if (contextPath.isEmpty()) {
			return true;
		}
		Url url = contextPath.startsWith("/") ? Url.parse(contextPath) : null;
		return url != null && !url.hasAuthority() && url.path().equals(contextPath);
	}

}
