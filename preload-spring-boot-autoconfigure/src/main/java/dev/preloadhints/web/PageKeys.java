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

package dev.preloadhints.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunction;

import dev.preloadhints.PageKey;
import dev.preloadhints.PageVariant;
import dev.preloadhints.declare.HandlerMethodValues;

/**
 * Which page a request is for.
 */
public final class PageKeys {

	private static final String LAMBDA = "$$Lambda";

	/**
	 * Of a handler that a mapping found by other means, such as a flow. Its pages are one
	 * page: nothing says which part of an URL is one user's own.
	 */
	private static final String ANY_PATH = "/**";

	/** The long names of each short one, as many as there are handler methods. */
	private final Map<String, Set<String>> methods = new ConcurrentHashMap<>();

	private final HandlerMethodValues<String> names = new HandlerMethodValues<>(this::methodName);

	/** Names of the functions that a router gives to its routes. */
	private final Map<Object, String> functions = new ConcurrentHashMap<>();

	private final PageVariant[] variants;

	/**
	 * Create keys.
	 * @param variants what tells pages apart beside handler and pattern
	 */
	public PageKeys(List<PageVariant> variants) {
		this.variants = variants.toArray(PageVariant[]::new);
	}

	PageKey key(HttpServletRequest request, Object handler) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return new PageKey(name(handler), (pattern != null) ? pattern.toString() : ANY_PATH, variant(request));
	}

	/**
	 * Know of a handler method, so that it gets a longer name where another one has the
	 * same: one pattern may have several handlers, each for other parameters or headers.
	 */
	void add(Object handler) {
		if (handler instanceof HandlerMethod method) {
			this.methods.computeIfAbsent(shortName(method), (name) -> ConcurrentHashMap.newKeySet())
				.add(longName(method));
			this.names.clear();
		}
	}

	/**
	 * Know of the routes of a router: one pattern may have several, and functions that
	 * are written in one place have one class. They are numbered in their order, which is
	 * the same in each instance of an application.
	 */
	void add(RouterFunction<?> router) {
		Map<String, Integer> numbers = new HashMap<>();
		router.accept(new RouteVisitor((function) -> this.functions.computeIfAbsent(function, (added) -> {
			String name = simpleName(added);
			int number = numbers.merge(name, 1, Integer::sum);
			return (number > 1) ? name + "#" + number : name;
		})));
	}

	private String name(Object handler) {
		if (handler instanceof HandlerMethod method) {
			return this.names.get(method);
		}
		String name = this.functions.get(handler);
		return (name != null) ? name : simpleName(handler);
	}

	private static String simpleName(Object handler) {
		String name = handler.getClass().getSimpleName();
		// What follows in the name of a lambda is another with each start.
		int lambda = name.indexOf(LAMBDA);
		return (lambda >= 0) ? name.substring(0, lambda + LAMBDA.length()) : name;
	}

	private String methodName(HandlerMethod method) {
		String name = shortName(method);
		return (this.methods.getOrDefault(name, Set.of()).size() > 1) ? longName(method) : name;
	}

	private static String shortName(HandlerMethod method) {
		return method.getBeanType().getSimpleName() + "#" + method.getMethod().getName();
	}

	private static String longName(HandlerMethod method) {
		return method.getBeanType().getName() + "#" + method.getMethod().getName()
				+ Arrays.stream(method.getMethod().getParameterTypes())
					.map(Class::getTypeName)
					.collect(Collectors.joining(", ", "(", ")"));
	}

	/** Each in its place, so that no two lists of names are joined alike. */
	private String variant(HttpServletRequest request) {
		if (this.variants.length == 0) {
			return "";
		}
		if (this.variants.length == 1) {
			return Objects.requireNonNullElse(this.variants[0].variant(request), "");
		}
		StringBuilder joined = new StringBuilder();
		StringBuilder separators = new StringBuilder();
		for (PageVariant variant : this.variants) {
			String name = variant.variant(request);
			if (name != null && !name.isEmpty()) {
				joined.append(separators).append(name.replace("\\", "\\\\").replace(",", "\\,"));
				separators.setLength(0);
			}
			separators.append(", ");
		}
		return joined.toString();
	}

}
