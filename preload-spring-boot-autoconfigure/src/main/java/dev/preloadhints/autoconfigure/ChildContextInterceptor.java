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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

import dev.preloadhints.web.PreloadInterceptor;

/**
 * The interceptor for dispatcher servlets that have a context of their own: no
 * post-processor of the application's context sees their handler mappings. They take the
 * interceptors of the application's context along.
 */
final class ChildContextInterceptor implements AsyncHandlerInterceptor {

	private final PreloadInterceptor interceptor;

	private final ApplicationContext own;

	/**
	 * Create an interceptor.
	 * @param interceptor what is done
	 * @param own the context whose handler mappings need nothing
	 */
	ChildContextInterceptor(PreloadInterceptor interceptor, ApplicationContext own) {
		this.interceptor = interceptor;
		this.own = own;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		return !isChild(request) || this.interceptor.preHandle(request, response, handler);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView modelAndView) {
		if (isChild(request)) {
			this.interceptor.postHandle(request, response, handler, modelAndView);
		}
	}

	@Override
	public void afterConcurrentHandlingStarted(HttpServletRequest request, HttpServletResponse response,
			Object handler) {
		if (isChild(request)) {
			this.interceptor.afterConcurrentHandlingStarted(request, response, handler);
		}
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		if (isChild(request)) {
			this.interceptor.afterCompletion(request, response, handler, ex);
		}
	}

	private boolean isChild(HttpServletRequest request) {
		return RequestContextUtils.findWebApplicationContext(request) != this.own;
	}

}
