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

package dev.preloadhints.declare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Url;

/**
 * Patterns of URLs: {@code /js/**} for paths within the application,
 * {@code https://cdn.example.com/ads/**} for those of another origin.
 */
public final class UrlPatterns {

	/** Browsers leave it as it is; Spring takes the whole path for malformed. */
	private static final Pattern LONE_PERCENT_SIGN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

	/** A fragment, a query with a parameter, a dot segment. */
	private static final Pattern NEVER_IN_A_PATH = Pattern.compile("#|\\?[^/{}]*=|/\\.\\.?(/|$)");

	private final List<UrlPattern> patterns = new ArrayList<>();

	/**
	 * Create patterns of resources.
	 * @param patterns the patterns, in the syntax of {@link PathPattern}
	 * @throws IllegalArgumentException if one is malformed or can never match
	 */
	public UrlPatterns(List<String> patterns) {
		for (String pattern : patterns) {
			int path = pathStart(pattern);
			Url url = (path > 0) ? Url.parse(pattern.substring(0, path)) : null;
			if (!pattern.startsWith("/", path) || (path > 0 && (url == null || !url.isOrigin()))) {
				throw new IllegalArgumentException("'" + pattern + "' is not a pattern: it has to start with / or "
						+ "with an origin and /, as in /js/** or https://cdn.example.com/**");
			}
			this.patterns
				.add(new UrlPattern((url != null) ? url.origin() : "", parse(pattern, pattern.substring(path))));
		}
	}

	private UrlPatterns() {
	}

	/**
	 * Create patterns of pages, which have no origin.
	 * @param patterns the patterns, in the syntax of {@link PathPattern}
	 * @return the patterns
	 * @throws IllegalArgumentException if one is malformed or can never match
	 */
	public static UrlPatterns ofPages(List<String> patterns) {
		UrlPatterns pages = new UrlPatterns();
		for (String pattern : patterns) {
			if (!pattern.startsWith("/") || pathStart(pattern) > 0) {
				throw new IllegalArgumentException("'" + pattern
						+ "' is not a pattern of pages: it has to be a path within the application, as in /admin/**");
			}
			pages.patterns.add(new UrlPattern("", parse(pattern, pattern)));
		}
		return pages;
	}

	/** Where the path begins: behind the origin, if there is one. */
	private static int pathStart(String pattern) {
		int slashes = pattern.indexOf("//");
		boolean origin = slashes == 0 || (slashes > 0 && pattern.indexOf('/') == slashes);
		int path = origin ? pattern.indexOf('/', slashes + 2) : 0;
		return (path < 0) ? pattern.length() : path;
	}

	private static PathPattern parse(String pattern, String path) {
		if (NEVER_IN_A_PATH.matcher(path).find()) {
			throw new IllegalArgumentException("'" + pattern
					+ "' can never match: it is compared with a path, which has no query, fragment or dot segments");
		}
		try {
			return PathPatternParser.defaultInstance.parse(path);
		}
		catch (PatternParseException ex) {
			throw new IllegalArgumentException("'" + pattern + "' is not a pattern: " + ex.getMessage(), ex);
		}
	}

	boolean isEmpty() {
		return this.patterns.isEmpty();
	}

	/**
	 * Whether a path within the application matches.
	 * @param path the path, without the context path
	 * @return {@code true} if one of the patterns matches
	 */
	boolean matchPath(String path) {
		return !this.patterns.isEmpty() && match("", path);
	}

	/**
	 * Whether the target of a link matches.
	 * @param target the target
	 * @param contextPath context path of the application
	 * @return {@code true} if one of the patterns matches
	 */
	boolean matchTarget(String target, String contextPath) {
		if (this.patterns.isEmpty()) {
			return false;
		}
		Url url = Url.parse(target);
		if (url == null) {
			return false;
		}
		String within = ContextPath.within(url, contextPath);
		return match(url.origin(), (within != null) ? within : url.path());
	}

	private boolean match(String origin, String path) {
		PathContainer container = PathContainer.parsePath(LONE_PERCENT_SIGN.matcher(path).replaceAll("%25"));
		for (UrlPattern pattern : this.patterns) {
			if (pattern.origin().equals(origin) && pattern.path().matches(container)) {
				return true;
			}
		}
		return false;
	}

	private record UrlPattern(String origin, PathPattern path) {
	}

}
