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
import java.util.function.Consumer;

import jakarta.servlet.ServletContext;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.AssetDiscovery;
import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.asset.DependencyReader;
import dev.preloadhints.asset.DiscoverySettings;
import dev.preloadhints.asset.LinkAssets;
import dev.preloadhints.asset.MappedCorsFilter;
import dev.preloadhints.asset.MvcPaths;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.web.SecuredAssets;

/**
 * What is known of an application's static resources.
 */
final class AssetRuntime implements AutoCloseable {

	private final AssetUrls urls;

	private final AssetCatalog catalog;

	private final LinkAssets links;

	private final AssetWorker worker;

	private final AssetDiscovery discovery;

	AssetRuntime(DiscoverySettings settings, @Nullable AssetAccess access, PreloadEvents events,
			ApplicationContext context, ServletContext servletContext) {
		ObjectProvider<ResourceUrlProvider> resourceUrls = context.getBeanProvider(ResourceUrlProvider.class);
		MvcPaths paths = MvcPaths.of(servletContext);
		Consumer<Throwable> failures = (failure) -> events.failed(PreloadStage.ASSET, failure);
		this.urls = new AssetUrls(resourceUrls::getIfUnique, paths);
		this.catalog = new AssetCatalog(resourceUrls::getIfUnique, servletContext.getContextPath(), paths,
				() -> corsFilters(context), Instant.ofEpochMilli(context.getStartupDate()), Clock.systemUTC());
		this.links = new LinkAssets(this.catalog);
		this.worker = new AssetWorker(failures);
		AssetAccess known = (access != null) ? access : access(context, servletContext);
		this.discovery = new AssetDiscovery(this.catalog, known, this.worker,
				new DependencyReader(this.catalog, known, settings, failures, Clock.systemUTC()), Clock.systemUTC());
	}

	/** Where Spring Security is not there, nothing is known of it. */
	private static AssetAccess access(ApplicationContext context, ServletContext servletContext) {
		ClassLoader classLoader = context.getClassLoader();
		if (!ClassUtils.isPresent(SecuredAssets.EVALUATOR, classLoader)) {
			return AssetAccess.ANYBODY;
		}
		Class<?> evaluator = ClassUtils.resolveClassName(SecuredAssets.EVALUATOR, classLoader);
		return new SecuredAssets(() -> context.getBeanProvider(evaluator).getIfAvailable(),
				servletContext.getContextPath(), classLoader);
	}

	/**
	 * Those that say what they would say without a real request. Whoever extends the
	 * class may do anything.
	 */
	private static List<MappedCorsFilter> corsFilters(ApplicationContext context) {
		ObjectProvider<FilterRegistrationBean<?>> registrations = context
			.getBeanProvider(ResolvableType.forClass(FilterRegistrationBean.class));
		List<FilterRegistrationBean<?>> registered = registrations.stream().toList();
		List<MappedCorsFilter> mapped = new ArrayList<>();
		for (FilterRegistrationBean<?> registration : registered) {
			if (registration.isEnabled() && registration.getFilter() instanceof CorsFilter filter
					&& filter.getClass() == CorsFilter.class) {
				mapped.add(new MappedCorsFilter(filter, registration.getUrlPatterns()));
			}
		}
		for (CorsFilter filter : context.getBeanProvider(CorsFilter.class)) {
			if (filter.getClass() == CorsFilter.class
					&& registered.stream().noneMatch((registration) -> registration.getFilter() == filter)) {
				mapped.add(new MappedCorsFilter(filter, List.of()));
			}
		}
		return mapped;
	}

	AssetUrls urls() {
		return this.urls;
	}

	AssetCatalog catalog() {
		return this.catalog;
	}

	LinkAssets links() {
		return this.links;
	}

	AssetWorker worker() {
		return this.worker;
	}

	AssetDiscovery discovery() {
		return this.discovery;
	}

	@Override
	public void close() {
		this.worker.close();
		this.catalog.close();
		this.urls.close();
	}

}
