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

package dev.preloadhints.integration.earlyhints;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * What the documentation recommends on Spring Boot 3: static resources vary on the origin
 * only where CORS is configured for them, as they do with Spring Framework 7.
 */
@Component
public class StaticResourcesWithoutVary implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (name.equals("resourceHandlerMapping") && bean instanceof AbstractHandlerMapping mapping) {
			CorsProcessor processor = new DefaultCorsProcessor();
			mapping.setCorsProcessor((configuration, request, response) -> configuration == null
					|| processor.processRequest(configuration, request, response));
		}
		return bean;
	}

}
