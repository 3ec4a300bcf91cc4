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

	private final List<UrlPattern> patterns = new ArrayList<>();

	/**
	 * Create patterns.
	 * @param patterns the patterns, in the syntax of {@link PathPattern}
	 * @throws IllegalArgumentException if one is malformed
	 */
	public UrlPatterns(List<String> patterns) {
		for (String pattern : patterns) {
			int slashes = pattern.indexOf("//");
			int path = (slashes < 0) ? 0 : pattern.indexOf('/', slashes + 2);
			if (path < 0 || !pattern.startsWith("/", path)) {
				throw new IllegalArgumentException("'" + pattern + "' is not a pattern: it has to start with / or "
						+ "with an origin and /, as in /js/** or https://cdn.example.com/**");
			}
			try {
				this.patterns.add(new UrlPattern(pattern.substring(0, path),
						PathPatternParser.defaultInstance.parse(pattern.substring(path))));
			}
			catch (PatternParseException ex) {
				throw new IllegalArgumentException("'" + pattern + "' is not a pattern: " + ex.getMessage(), ex);
			}
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
