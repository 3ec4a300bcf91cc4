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

package dev.preloadhints.integration.app;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.preloadhints.LinkFilter;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PreloadListener;

/**
 * Beans of an application that throw.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("integration.hostile-beans")
class HostileLinkBeans {

	@Bean
	LinkFilter throwingFilter() {
		return (link, request) -> {
			if (link.target().endsWith(".woff2")) {
				throw new IllegalStateException("The filter failed");
			}
			return !link.target().endsWith(".jpg");
		};
	}

	@Bean
	PreloadListener throwingListener() {
		return new PreloadListener() {

			@Override
			public void pageRendered(PageReport report) {
				throw new IllegalStateException("The listener failed");
			}

		};
	}

}
