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

package dev.preloadhints.autoconfigure;

import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

import dev.preloadhints.web.PreloadInterceptor;

/**
 * The interceptor of some requests. It is made for the first of them.
 */
final class RuntimeInterceptor implements AsyncHandlerInterceptor {

	private final SingletonSupplier<PreloadRuntime> runtime;

	private final Predicate<HttpServletRequest> requests;

	/**
	 * Create an interceptor.
	 * @param runtime has what is done
	 * @param requests with which requests
	 */
	RuntimeInterceptor(Supplier<PreloadRuntime> runtime, Predicate<HttpServletRequest> requests) {
		this.runtime = SingletonSupplier.of(runtime);
		this.requests = requests;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		PreloadInterceptor interceptor = interceptor(request);
		return interceptor == null || interceptor.preHandle(request, response, handler);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView modelAndView) {
		PreloadInterceptor interceptor = interceptor(request);
		if (interceptor != null) {
			interceptor.postHandle(request, response, handler, modelAndView);
		}
	}

	@Override
	public void afterConcurrentHandlingStarted(HttpServletRequest request, HttpServletResponse response,
			Object handler) {
		PreloadInterceptor interceptor = interceptor(request);
		if (interceptor != null) {
			interceptor.afterConcurrentHandlingStarted(request, response, handler);
		}
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		PreloadInterceptor interceptor = interceptor(request);
		if (interceptor != null) {
			interceptor.afterCompletion(request, response, handler, ex);
		}
	}

	private @Nullable PreloadInterceptor interceptor(HttpServletRequest request) {
		return this.requests.test(request) ? this.runtime.obtain().interceptor() : null;
	}

}
