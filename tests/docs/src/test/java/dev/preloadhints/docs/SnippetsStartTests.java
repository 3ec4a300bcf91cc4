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

package dev.preloadhints.docs;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;

import dev.preloadhints.LinkFilter;
import dev.preloadhints.docs.snippets.SecurityConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Java snippets are accepted by an application, annotations included.
 */
class SnippetsStartTests {

	@Test
	void applicationStartsWithAllOfThem() {
		try (ConfigurableApplicationContext context = DocsApplication.start(new MapPropertySource("none", Map.of()),
				Snippets.class)) {
			assertThat(context.getBeanNamesForType(LinkFilter.class)).isNotEmpty();
			assertThat(context.containsBean("bookController")).isTrue();
		}
	}

	/** All but Spring Security's, which is switched off here. */
	@Configuration(proxyBeanMethods = false)
	@ComponentScan(basePackageClasses = SecurityConfiguration.class,
			excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SecurityConfiguration.class))
	static class Snippets {

	}

}
