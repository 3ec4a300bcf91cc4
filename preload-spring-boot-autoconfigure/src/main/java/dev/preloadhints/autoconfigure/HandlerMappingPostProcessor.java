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

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

import dev.preloadhints.web.PreloadInterceptor;

/**
 * Adds the interceptor to handler mappings that libraries bring along, which Spring MVC's
 * configuration knows nothing of. A {@code MappedInterceptor} would reach them as well,
 * but in front of all others, so that a page would be begun for a request that another
 * interceptor refuses.
 */
final class HandlerMappingPostProcessor implements InstantiationAwareBeanPostProcessor {

	private final ObjectProvider<PreloadInterceptor> interceptor;

	HandlerMappingPostProcessor(ObjectProvider<PreloadInterceptor> interceptor) {
		this.interceptor = interceptor;
	}

	@Override
	public boolean postProcessAfterInstantiation(Object bean, String beanName) {
		if (bean instanceof AbstractHandlerMapping mapping) {
			// Appends; the mapping begins to use them when it is initialized.
			mapping.setInterceptors(this.interceptor.getObject());
		}
		return true;
	}

}
