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

import jakarta.servlet.ServletContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.DispatcherServlet;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.web.AssetResponseFilter;
import dev.preloadhints.web.AssetUrlFilter;
import dev.preloadhints.web.HandlerFailures;
import dev.preloadhints.web.PageResponseFilter;

/**
 * Auto-configuration of the links of Spring MVC's pages. All that is a bean is what an
 * application replaces, and what Spring asks for; the rest is in {@link PreloadRuntime},
 * which is asked for when a request needs it.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnProperty(name = "preload.enabled", matchIfMissing = true)
@EnableConfigurationProperties(PreloadProperties.class)
@ImportRuntimeHints(PreloadRuntimeHints.class)
public final class PreloadAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PageStore preloadPageStore(PreloadProperties properties, Environment environment) {
		return new PropertyValues(properties, environment).pageStore();
	}

	@Bean
	PreloadRuntime preloadRuntime(PreloadProperties properties, ApplicationContext context,
			ServletContext servletContext) {
		return new PreloadRuntime(properties, context, servletContext);
	}

	@Bean
	static HandlerMappingPostProcessor preloadHandlerMappings(ObjectProvider<PreloadRuntime> runtime) {
		return new HandlerMappingPostProcessor(new RuntimeInterceptor(runtime::getObject, (request) -> true));
	}

	@Bean
	HandlerFailures preloadHandlerFailures(ObjectProvider<PreloadRuntime> runtime) {
		return new HandlerFailures(() -> runtime.getObject().interceptor());
	}

	@Bean
	PreloadWebMvcConfigurer preloadWebMvcConfigurer(ObjectProvider<PreloadRuntime> runtime,
			ApplicationContext context) {
		return new PreloadWebMvcConfigurer(runtime::getObject, context);
	}

	@Bean
	@ConditionalOnProperty(name = "preload.link-header.enabled", matchIfMissing = true)
	PageResponseFilter preloadPageResponseFilter() {
		return new PageResponseFilter();
	}

	@Bean
	AssetResponseFilter preloadAssetResponseFilter(ObjectProvider<PreloadRuntime> runtime) {
		return new AssetResponseFilter(() -> runtime.getObject().assets().catalog(),
				() -> runtime.getObject().events());
	}

	@Bean
	@ConditionalOnProperty(name = "preload.resources.session-ids", havingValue = "false")
	AssetUrlFilter preloadAssetUrlFilter(ObjectProvider<PreloadRuntime> runtime) {
		return new AssetUrlFilter(() -> runtime.getObject().assets().catalog(), () -> runtime.getObject().events());
	}

	@Bean
	StartupLogger preloadStartupLogger(PreloadProperties properties, ObjectProvider<PreloadRuntime> runtime,
			ApplicationContext context, ServletContext servletContext) {
		return new StartupLogger(context,
				() -> new StartupMessage(properties, context.getEnvironment(), () -> TemplateEngines.of(context),
						servletContext,
						runtime.getObject().beans().senders().stream().filter(EarlyHintsSender::isAvailable).toList()),
				runtime::getObject);
	}

}
