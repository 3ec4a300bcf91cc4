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

import jakarta.servlet.ServletContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import dev.preloadhints.actuate.PageJournal;
import dev.preloadhints.actuate.PreloadEndpoint;
import dev.preloadhints.asset.MvcPaths;
import dev.preloadhints.page.PageStore;

/**
 * Auto-configuration of the actuator's endpoint {@code preload}. Where it is not exposed,
 * nothing is kept for it either.
 */
@AutoConfiguration(after = PreloadAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(PreloadEndpoint.class)
@ConditionalOnBean(PageStore.class)
@ConditionalOnProperty(name = "preload.enabled", matchIfMissing = true)
public final class PreloadEndpointAutoConfiguration {

	@Bean
	PageJournal preloadPageJournal(PreloadProperties properties, PageStore store) {
		StoreProperties bounds = properties.getStore();
		return new PageJournal(store, bounds.getMaxPages(), bounds.getTimeToIdle(), Clock.systemUTC());
	}

	@Bean
	PreloadEndpoint preloadEndpoint(PreloadProperties properties, PageJournal journal, PageStore store,
			ObjectProvider<PreloadRuntime> runtime, ServletContext servletContext) {
		return new PreloadEndpoint(journal, store, properties.getEarlyHints().getMinRenders(),
				(link, contextPath) -> runtime.getObject().assets().links().asset(link, contextPath),
				MvcPaths.of(servletContext));
	}

}
