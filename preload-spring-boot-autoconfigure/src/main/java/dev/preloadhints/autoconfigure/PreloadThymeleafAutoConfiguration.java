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

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;

import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.thymeleaf.PreloadDialect;

/**
 * Auto-configuration of the Thymeleaf dialect. It is there even if
 * {@code preload.enabled} is {@code false}: its attributes must not reach the page.
 */
@AutoConfiguration(beforeName = { "org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration",
		"org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(AbstractProcessorDialect.class)
public final class PreloadThymeleafAutoConfiguration {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	@Bean
	@ConditionalOnMissingBean
	PreloadDialect preloadDialect(Environment environment) {
		return new PreloadDialect(environment.getProperty("preload.enabled", Boolean.class, true));
	}

	@Bean
	static TemplateEnginePostProcessor preloadTemplateEngines(ObjectProvider<PreloadDialect> dialect) {
		return new TemplateEnginePostProcessor(dialect);
	}

	@Bean
	@ConditionalOnProperty(name = "preload.enabled", matchIfMissing = true)
	SmartInitializingSingleton preloadPostProcessorCheck(ObjectProvider<TemplateEngine> engines) {
		return () -> engines.stream()
			.flatMap((engine) -> engine.getDialects().stream())
			.filter(IPostProcessorDialect.class::isInstance)
			.forEach((dialect) -> logger.info("The dialect " + dialect.getClass().getName()
					+ " changes pages after their links have been collected: URLs that it rewrites are hinted as they were before"));
	}

}
