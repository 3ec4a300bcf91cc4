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

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Knows that a handler failed before anybody handles that, and leaves it to the others.
 */
public final class HandlerFailures implements HandlerExceptionResolver, PriorityOrdered {

	private final Supplier<@Nullable PreloadInterceptor> interceptor;

	/**
	 * Create an observer of failures.
	 * @param interceptor gives the interceptor that is told of each, if there is one
	 */
	public HandlerFailures(Supplier<@Nullable PreloadInterceptor> interceptor) {
		this.interceptor = interceptor;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		PreloadInterceptor told = this.interceptor.get();
		if (told != null) {
			told.handlerFailed(request, response, handler);
		}
		return null;
	}

}
