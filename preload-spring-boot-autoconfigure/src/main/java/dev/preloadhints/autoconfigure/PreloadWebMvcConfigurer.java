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

import java.util.List;
import java.util.function.Supplier;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

import dev.preloadhints.web.PreloadLinksArgumentResolver;

/**
 * Adds the controllers' argument, and the interceptor where
 * {@link HandlerMappingPostProcessor} does not reach: no post-processor of the
 * application's context sees the handler mappings of dispatcher servlets that have a
 * context of their own. They take the interceptors of the application's context along.
 */
final class PreloadWebMvcConfigurer implements WebMvcConfigurer {

	private final Supplier<PreloadRuntime> runtime;

	private final ApplicationContext own;

	/**
	 * Create a configurer.
	 * @param runtime has what is done
	 * @param own the context whose handler mappings need no interceptor
	 */
	PreloadWebMvcConfigurer(Supplier<PreloadRuntime> runtime, ApplicationContext own) {
		this.runtime = runtime;
		this.own = own;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry
			.addInterceptor(new RuntimeInterceptor(this.runtime,
					(request) -> RequestContextUtils.findWebApplicationContext(request) != this.own))
			.order(Ordered.LOWEST_PRECEDENCE);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new PreloadLinksArgumentResolver(() -> this.runtime.get().assets().urls(),
				() -> this.runtime.get().pages().earlyHints()));
	}

}
