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

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

import dev.preloadhints.link.Destination;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an IDE knows of the properties.
 */
class ConfigurationMetadataTests {

	@ParameterizedTest
	@CsvSource(delimiterString = " = ", textBlock = """
			management.endpoint.preload.access = read_only
			management.endpoint.preload.cache.time-to-live = 0ms
			preload.resources.destinations = [style, script, font, image]
			preload.discovery.include = [imports, fonts, modules]
			preload.early-hints.enabled = true
			preload.early-hints.http1 = false
			preload.early-hints.proxied = false
			preload.early-hints.max-weight = 512KB
			preload.early-hints.min-renders = 2
			preload.early-hints.shared-origins = null
			preload.enabled = true
			preload.resources.exclude = null
			preload.discovery.max-fonts = 2
			preload.link-header.buffer-size = 32KB
			preload.link-header.enabled = true
			preload.budget.max-links = 16
			preload.budget.max-size = 1000B
			preload.pages.exclude = null
			preload.pages.links = null
			preload.resources.session-ids = true
			preload.server-timing.enabled = false
			preload.store.max-pages = 1000
			preload.store.max-size = 8MB
			preload.store.time-to-idle = 7d
			""")
	void propertyHasItsDefault(String name, String defaultValue) {
		assertThat(properties()).filteredOn((property) -> name.equals(property.get("name")))
			.singleElement()
			.extracting((property) -> String.valueOf(property.get("defaultValue")))
			.isEqualTo(defaultValue);
	}

	@ParameterizedTest
	@MethodSource("properties")
	void descriptionIsOneOfSpringBootsStyle(Map<String, Object> property) {
		assertThat(property.get("description")).asString()
			.endsWith(".")
			.doesNotContain("{@", "<p>", "\n")
			.matches("[A-Z][a-z].*")
			.doesNotMatch("(?i)(a|an|the) .*");
		if ("java.lang.Boolean".equals(property.get("type"))) {
			assertThat(property.get("description")).asString().matches("(Whether|Enable) .*");
		}
	}

	@ParameterizedTest
	@MethodSource("properties")
	void nameIsOfThisProject(Map<String, Object> property) {
		assertThat(property.get("name")).asString()
			.matches("(management\\.endpoint\\.)?preload(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
	}

	@Test
	void everyDestinationIsOffered() {
		List<Map<String, Object>> hints = list(metadata(), "hints");
		assertThat(hints).filteredOn((hint) -> "preload.resources.destinations".equals(hint.get("name")))
			.singleElement()
			.satisfies((hint) -> assertThat(list(hint, "values")).extracting((value) -> value.get("value"))
				.containsExactlyInAnyOrder((Object[]) Destination.allowedValues().split(", ")));
	}

	@Test
	void everyHintIsOneForAProperty() {
		assertThat(list(metadata(), "hints")).extracting((hint) -> hint.get("name"))
			.isSubsetOf(properties().stream().map((property) -> property.get("name")).toList());
	}

	@ParameterizedTest
	@MethodSource("properties")
	void valuesAreOffered(Map<String, Object> property) {
		String name = String.valueOf(property.get("name"));
		// Those of booleans and of Spring Boot's own are known, and declared links are
		// made of several.
		if (!"java.lang.Boolean".equals(property.get("type")) && name.startsWith("preload.")
				&& !name.equals("preload.pages.links")) {
			assertThat(list(metadata(), "hints")).extracting((hint) -> hint.get("name")).contains(name);
		}
	}

	@ParameterizedTest
	@MethodSource("hints")
	void valueThatIsOfferedIsAllowed(String name, Object value) {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PreloadAutoConfiguration.class, WebMvcAutoConfiguration.class))
			.withPropertyValues(name + "=" + value)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	static Stream<Arguments> hints() {
		return list(metadata(), "hints").stream()
			.flatMap((hint) -> list(hint, "values").stream()
				.map((value) -> Arguments.of(hint.get("name"), value.get("value"))));
	}

	static List<Map<String, Object>> properties() {
		return list(metadata(), "properties");
	}

	/** The metadata of this module, of all that are on the class path. */
	private static Map<String, Object> metadata() {
		try {
			for (URL url : Collections.list(ConfigurationMetadataTests.class.getClassLoader()
				.getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream metadata = url.openStream()) {
					Map<String, Object> content = JsonParserFactory.getJsonParser()
						.parseMap(new String(metadata.readAllBytes(), StandardCharsets.UTF_8));
					if (list(content, "groups").stream().anyMatch((group) -> "preload".equals(group.get("name")))) {
						return content;
					}
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		throw new IllegalStateException("No metadata of this module");
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(Map<String, Object> content, String name) {
		return (List<Map<String, Object>>) content.getOrDefault(name, List.of());
	}

}
