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
import java.util.List;
import java.util.function.Supplier;

import jakarta.servlet.ServletContext;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Which paths within the application are Spring MVC's, and what its handlers call them:
 * without the prefix that its servlet is mapped to ({@code spring.mvc.servlet.path}).
 */
public final class MvcPaths {

	private static final String EVERYTHING_BELOW = "/*";

	private final Supplier<List<String>> mappings;

	/**
	 * Create paths.
	 * @param mappings the URL patterns of Spring MVC's servlet, none if that is unknown;
	 * asked for with the first path
	 */
	public MvcPaths(Supplier<? extends Collection<String>> mappings) {
		this.mappings = SingletonSupplier.of(() -> List.copyOf(mappings.get()));
	}

	/**
	 * The paths of an application, once all of its servlets are registered.
	 * @param servletContext where they are registered
	 * @return the paths
	 */
	public static MvcPaths of(ServletContext servletContext) {
		return new MvcPaths(() -> servletContext.getServletRegistrations()
			.values()
			.stream()
			.filter((registration) -> isDispatcher(registration.getClassName()))
			.flatMap((registration) -> registration.getMappings().stream())
			.toList());
	}

	private static boolean isDispatcher(@Nullable String className) {
		ClassLoader classLoader = DispatcherServlet.class.getClassLoader();
		return className != null && ClassUtils.isPresent(className, classLoader)
				&& DispatcherServlet.class.isAssignableFrom(ClassUtils.resolveClassName(className, classLoader));
	}

	/**
	 * The path by which Spring MVC's handlers know it, and their patterns match it.
	 * @param path path within the application
	 * @return the path without the servlet's prefix, or {@code null} if another servlet
	 * answers it
	 */
	public @Nullable String lookupPath(String path) {
		String prefix = prefix(path);
		return (prefix != null) ? path.substring(prefix.length()) : null;
	}

	/**
	 * What precedes the path by which Spring MVC's handlers know it.
	 * @param path path within the application
	 * @return the servlet's prefix, empty for most applications, or {@code null} if
	 * another servlet answers the path
	 */
	@Nullable String prefix(String path) {
		List<String> patterns = this.mappings.get();
		String found = patterns.isEmpty() ? "" : null;
		for (String pattern : patterns) {
			String prefix = prefix(pattern, path);
			// The longest one is the one that the container takes.
			if (prefix != null && (found == null || prefix.length() > found.length())) {
				found = prefix;
			}
		}
		return found;
	}

	/** Servlet 6.0, section 12.2. */
	private static @Nullable String prefix(String pattern, String path) {
		if (pattern.endsWith(EVERYTHING_BELOW)) {
			String prefix = pattern.substring(0, pattern.length() - EVERYTHING_BELOW.length());
			return (path.startsWith(prefix) && path.startsWith("/", prefix.length())) ? prefix : null;
		}
		boolean extension = pattern.startsWith("*.") && path.endsWith(pattern.substring(1));
		return (pattern.equals("/") || extension || pattern.equals(path)) ? "" : null;
	}

}
