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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * An application as the documentation has it in mind: with Spring MVC, Thymeleaf and the
 * starter, and without Spring Security unless a recipe is about it.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class DocsApplication {

	/** A property that switches the auto-configurations of Spring Security off. */
	static final String WITHOUT_SECURITY = "spring.autoconfigure.exclude=" + String.join(",",
			ImportCandidates.load(AutoConfiguration.class, DocsApplication.class.getClassLoader())
				.getCandidates()
				.stream()
				.filter((name) -> name.contains(".security."))
				.toList());

	@Bean
	MeterRegistry meterRegistry() {
		return new SimpleMeterRegistry();
	}

	/** Start it with properties and, besides, with further configuration. */
	static ConfigurableApplicationContext start(PropertySource<?> properties, Class<?>... configurations) {
		return new SpringApplicationBuilder(DocsApplication.class).sources(configurations)
			.initializers((context) -> context.getEnvironment()
				.getPropertySources()
				.addAfter(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME, properties))
			.run("--server.port=0", "--" + WITHOUT_SECURITY);
	}

	/** The starter's meters by name, each with its tags, and each tag with its values. */
	static Map<String, Map<String, Set<String>>> meters() {
		Map<String, Map<String, Set<String>>> meters = new TreeMap<>();
		try (ConfigurableApplicationContext context = start(new MapPropertySource("none", Map.of()))) {
			for (Meter meter : context.getBean(MeterRegistry.class).getMeters()) {
				if (meter.getId().getName().startsWith("preload.")) {
					Map<String, Set<String>> tags = meters.computeIfAbsent(meter.getId().getName(),
							(name) -> new TreeMap<>());
					for (Tag tag : meter.getId().getTags()) {
						tags.computeIfAbsent(tag.getKey(), (key) -> new TreeSet<>()).add(tag.getValue());
					}
				}
			}
		}
		return meters;
	}

}
