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

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.ServletContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.AssetDiscovery;
import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.asset.DependencyReader;
import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.asset.MappedCorsFilter;
import dev.preloadhints.asset.MvcPaths;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.web.AssetResponseFilter;
import dev.preloadhints.web.AssetUrlFilter;
import dev.preloadhints.web.SecuredAssets;

/**
 * Configuration of what is known of the application's static resources.
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AssetUrls preloadAssetUrls(ObjectProvider<ResourceUrlProvider> resourceUrls, ServletContext servletContext) {
		return new AssetUrls(resourceUrls::getIfUnique, MvcPaths.of(servletContext));
	}

	@Bean
	@ConditionalOnMissingBean
	AssetCatalog preloadAssetCatalog(ObjectProvider<ResourceUrlProvider> resourceUrls, ServletContext servletContext,
			ApplicationContext context, ObjectProvider<FilterRegistrationBean<?>> registrations,
			ObjectProvider<CorsFilter> corsFilters) {
		return new AssetCatalog(resourceUrls::getIfUnique, servletContext.getContextPath(), MvcPaths.of(servletContext),
				() -> corsFilters(registrations, corsFilters), Instant.ofEpochMilli(context.getStartupDate()),
				Clock.systemUTC());
	}

	/**
	 * Those that say what they would say without a real request. Whoever extends the
	 * class may do anything.
	 */
	private static List<MappedCorsFilter> corsFilters(ObjectProvider<FilterRegistrationBean<?>> registrations,
			ObjectProvider<CorsFilter> filters) {
		List<FilterRegistrationBean<?>> registered = registrations.stream().toList();
		List<MappedCorsFilter> mapped = new ArrayList<>();
		for (FilterRegistrationBean<?> registration : registered) {
			if (registration.isEnabled() && registration.getFilter() instanceof CorsFilter filter
					&& filter.getClass() == CorsFilter.class) {
				mapped.add(new MappedCorsFilter(filter, registration.getUrlPatterns()));
			}
		}
		for (CorsFilter filter : filters) {
			if (filter.getClass() == CorsFilter.class
					&& registered.stream().noneMatch((registration) -> registration.getFilter() == filter)) {
				mapped.add(new MappedCorsFilter(filter, List.of()));
			}
		}
		return mapped;
	}

	@Bean
	LinkAssets preloadLinkAssets(AssetCatalog assets) {
		return new LinkAssets(assets);
	}

	@Bean
	@ConditionalOnMissingBean
	AssetWorker preloadAssetWorker(PreloadEvents events) {
		return new AssetWorker((failure) -> events.failed(PreloadStage.ASSET, failure));
	}

	@Bean
	@ConditionalOnMissingBean
	AssetAccess preloadAssetAccess(ApplicationContext context, ServletContext servletContext) {
		ClassLoader classLoader = context.getClassLoader();
		if (!ClassUtils.isPresent(SecuredAssets.EVALUATOR, classLoader)) {
			return AssetAccess.ANYBODY;
		}
		Class<?> evaluator = ClassUtils.resolveClassName(SecuredAssets.EVALUATOR, classLoader);
		return new SecuredAssets(() -> context.getBeanProvider(evaluator).getIfAvailable(),
				servletContext.getContextPath(), classLoader);
	}

	@Bean
	@ConditionalOnMissingBean
	AssetDiscovery preloadAssetDiscovery(PreloadProperties properties, AssetCatalog assets, AssetAccess access,
			AssetWorker worker, PreloadEvents events) {
		return new AssetDiscovery(assets, access, worker,
				new DependencyReader(assets, access, new PropertyValues(properties).discoverySettings(),
						(failure) -> events.failed(PreloadStage.ASSET, failure), Clock.systemUTC()),
				Clock.systemUTC());
	}

	@Bean
	@ConditionalOnProperty(name = "preload.resources.session-ids", havingValue = "false")
	AssetUrlFilter preloadAssetUrlFilter(ObjectProvider<AssetCatalog> assets, ObjectProvider<PreloadEvents> events) {
		return new AssetUrlFilter(assets::getObject, events::getObject);
	}

	@Bean
	AssetResponseFilter preloadAssetResponseFilter(ObjectProvider<AssetCatalog> assets,
			ObjectProvider<PreloadEvents> events) {
		return new AssetResponseFilter(assets::getObject, events::getObject);
	}

}
