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

import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Adds the interceptor to all handler mappings, those that libraries bring along
 * included, behind all that a mapping was created with: a request that another one
 * refuses is none of its business. In Spring MVC's configuration there is no place behind
 * those that were registered later with the lowest precedence, and a
 * {@code MappedInterceptor} would be in front of all.
 */
final class HandlerMappingPostProcessor implements InstantiationAwareBeanPostProcessor, PriorityOrdered {

	private final RuntimeInterceptor interceptor;

	HandlerMappingPostProcessor(RuntimeInterceptor interceptor) {
		this.interceptor = interceptor;
	}

	/** Other post-processors may need a mapping. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public boolean postProcessAfterInstantiation(Object bean, String beanName) {
		if (bean instanceof AbstractHandlerMapping mapping) {
			// Appends; the mapping begins to use them when it is initialized.
			mapping.setInterceptors(this.interceptor);
		}
		return true;
	}

}
