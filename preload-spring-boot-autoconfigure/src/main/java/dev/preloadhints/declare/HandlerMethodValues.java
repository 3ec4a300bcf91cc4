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

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.springframework.web.method.HandlerMethod;

/**
 * What is found out of each handler method once. Spring MVC has another
 * {@link HandlerMethod} for each request, so that it is looked up by what stays.
 */
public final class HandlerMethodValues<V> {

	private final Map<Class<?>, Map<Method, V>> known = new ConcurrentHashMap<>();

	private final Function<HandlerMethod, V> source;

	/**
	 * Create values.
	 * @param source where they come from; what it throws reaches the caller, and it is
	 * asked again
	 */
	public HandlerMethodValues(Function<HandlerMethod, V> source) {
		this.source = source;
	}

	/**
	 * The value of a handler method.
	 * @param handler the method
	 * @return its value, found out once
	 */
	public V get(HandlerMethod handler) {
		// Two maps need no key that is made for each look-up.
		Map<Method, V> methods = this.known.get(handler.getBeanType());
		V value = (methods != null) ? methods.get(handler.getMethod()) : null;
		return (value != null) ? value : find(handler);
	}

	private V find(HandlerMethod handler) {
		return this.known.computeIfAbsent(handler.getBeanType(), (type) -> new ConcurrentHashMap<>())
			.computeIfAbsent(handler.getMethod(), (method) -> this.source.apply(handler));
	}

	/** Find everything out again when it is asked for. */
	public void clear() {
		this.known.clear();
	}

}
