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
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.LinkFilter;
import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.AssetDiscovery;
import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.declare.Declarations;
import dev.preloadhints.declare.LinkRestrictions;
import dev.preloadhints.earlyhints.EarlyHints;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.header.LinkHeaderSettings;
import dev.preloadhints.header.LinkHeaders;
import dev.preloadhints.web.HandlerFailures;
import dev.preloadhints.web.PageLearning;
import dev.preloadhints.web.PageRenderings;
import dev.preloadhints.web.PageResponseFilter;
import dev.preloadhints.web.PreloadInterceptor;
import dev.preloadhints.web.PreloadLinksArgumentResolver;

/**
 * Auto-configuration of the links of Spring MVC's pages.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnProperty(name = "preload.enabled", matchIfMissing = true)
@EnableConfigurationProperties(PreloadProperties.class)
@Import({ AssetConfiguration.class, EarlyHintsConfiguration.class })
@ImportRuntimeHints(PreloadRuntimeHints.class)
public final class PreloadAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PreloadEvents preloadEvents(ObjectProvider<PreloadListener> listeners) {
		return new PreloadEvents(listeners.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	LinkRestrictions preloadLinkPolicy(PreloadProperties properties, ObjectProvider<LinkFilter> filters,
			PreloadEvents events) {
		return new LinkRestrictions(properties.getResources().getDestinations(),
				new PropertyValues(properties).excludedResources(), filters.orderedStream().toList(), events);
	}

	@Bean
	@ConditionalOnProperty(name = "preload.link-header.enabled", matchIfMissing = true)
	PageResponseFilter preloadPageResponseFilter() {
		return new PageResponseFilter();
	}

	@Bean
	@ConditionalOnMissingBean
	PageRenderings preloadPageRenderings(PreloadProperties properties, LinkRestrictions restrictions,
			AssetDiscovery discovery, LinkAssets assets, PreloadEvents events, Environment environment,
			ServletContext servletContext) {
		LinkHeaderSettings settings = new PropertyValues(properties).linkHeaderSettings(environment, servletContext);
		return new PageRenderings(restrictions, discovery, new LinkHeaders(settings, assets, events), events);
	}

	@Bean
	@ConditionalOnMissingBean
	PreloadInterceptor preloadInterceptor(PreloadProperties properties, AssetUrls assetUrls, PageRenderings renderings,
			EarlyHints earlyHints, PageLearning learning, PreloadEvents events) {
		Declarations declarations = new Declarations(new PropertyValues(properties).pageLinks(), assetUrls);
		return new PreloadInterceptor(declarations, renderings, earlyHints, learning, events);
	}

	@Bean
	HandlerFailures preloadHandlerFailures(PreloadInterceptor interceptor) {
		return new HandlerFailures(interceptor);
	}

	@Bean
	static HandlerMappingPostProcessor preloadHandlerMappings(ObjectProvider<PreloadInterceptor> interceptor) {
		return new HandlerMappingPostProcessor(interceptor);
	}

	@Bean
	PreloadWebMvcConfigurer preloadWebMvcConfigurer(PreloadInterceptor interceptor, AssetUrls assetUrls,
			EarlyHints earlyHints, ApplicationContext context) {
		return new PreloadWebMvcConfigurer(new ChildContextInterceptor(interceptor, context),
				new PreloadLinksArgumentResolver(assetUrls, earlyHints));
	}

	@Bean
	SmartInitializingSingleton preloadHandlerCheck(ObjectProvider<RequestMappingHandlerMapping> mappings,
			ObjectProvider<RouterFunctionMapping> routers, PreloadInterceptor interceptor) {
		return () -> Stream
			.concat(mappings.stream().flatMap((mapping) -> mapping.getHandlerMethods().values().stream()),
					routers.stream().map(RouterFunctionMapping::getRouterFunction).filter(Objects::nonNull))
			.forEach((handler) -> check(interceptor, handler));
	}

	@Bean
	StartupLogger preloadStartupLogger(PreloadProperties properties, ApplicationContext context,
			ServletContext servletContext, ObjectProvider<EarlyHintsSender> senders, AssetCatalog assets) {
		List<EarlyHintsSender> capable = senders.stream().filter(EarlyHintsSender::isAvailable).toList();
		return new StartupLogger(context, new StartupMessage(properties, context.getEnvironment(),
				() -> TemplateEngines.of(context), servletContext.getServerInfo(), capable), assets::varies);
	}

	private static void check(PreloadInterceptor interceptor, Object handler) {
		try {
			interceptor.checkHandler(handler);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPreloadConfigurationException(String.valueOf(ex.getMessage()), "Change the annotation.");
		}
	}

}
