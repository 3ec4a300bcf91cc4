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
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.thymeleaf.TemplateEngine;

import dev.preloadhints.thymeleaf.PreloadDialect;

/**
 * Adds the dialect to template engines of the application's own: Spring Boot adds
 * dialects to its engine alone, which steps back where there is another one. An engine
 * that was used already takes no more of them; the line at start-up says so.
 */
final class TemplateEnginePostProcessor implements BeanPostProcessor {

	private final ObjectProvider<PreloadDialect> dialect;

	TemplateEnginePostProcessor(ObjectProvider<PreloadDialect> dialect) {
		this.dialect = dialect;
	}

	/** Before others put a proxy in front of the engine, which has no dialects. */
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof TemplateEngine engine && !engine.isInitialized()
				&& engine.getDialects().stream().noneMatch(PreloadDialect.class::isInstance)) {
			this.dialect.ifAvailable(engine::addDialect);
		}
		return bean;
	}

}
