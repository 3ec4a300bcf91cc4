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

import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.preloadhints.web.PreloadLinksArgumentResolver;

/**
 * Adds the controllers' argument, and the interceptor where
 * {@link HandlerMappingPostProcessor} does not reach.
 */
final class PreloadWebMvcConfigurer implements WebMvcConfigurer {

	private final ChildContextInterceptor interceptor;

	private final PreloadLinksArgumentResolver argumentResolver;

	PreloadWebMvcConfigurer(ChildContextInterceptor interceptor, PreloadLinksArgumentResolver argumentResolver) {
		this.interceptor = interceptor;
		this.argumentResolver = argumentResolver;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.interceptor).order(Ordered.LOWEST_PRECEDENCE);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.argumentResolver);
	}

}
