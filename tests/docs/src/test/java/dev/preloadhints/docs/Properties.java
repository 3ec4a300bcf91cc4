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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.json.JsonParserFactory;

/**
 * All properties that the modules on the class path know, from their metadata.
 */
final class Properties {

	private static final Map<String, Map<String, Object>> PROPERTIES = read();

	private Properties() {
	}

	/** The metadata of the properties that begin with a prefix, by name. */
	static Map<String, Map<String, Object>> startingWith(String prefix) {
		Map<String, Map<String, Object>> properties = new TreeMap<>(PROPERTIES);
		properties.keySet().removeIf((name) -> !name.startsWith(prefix));
		return properties;
	}

	/**
	 * Whether there is such a property, and no error is reported for its use.
	 * @param name canonical name, with indexes where it has some
	 */
	static boolean exists(String name) {
		String plain = name.replaceFirst("\\[.*", "");
		Map<String, Object> property = PROPERTIES.get(plain);
		if (property != null) {
			return !(property.get("deprecation") instanceof Map<?, ?> deprecation)
					|| !"error".equals(deprecation.get("level"));
		}
		return PROPERTIES.values()
			.stream()
			.anyMatch((other) -> String.valueOf(other.get("type")).startsWith("java.util.Map")
					&& plain.startsWith(other.get("name") + "."));
	}

	/** Whether there are properties below such a name. */
	static boolean isGroup(String name) {
		return PROPERTIES.keySet().stream().anyMatch((other) -> other.startsWith(name + "."));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Map<String, Object>> read() {
		Map<String, Map<String, Object>> properties = new TreeMap<>();
		try {
			for (URL url : Collections
				.list(Properties.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream metadata = url.openStream()) {
					Map<String, Object> content = JsonParserFactory.getJsonParser()
						.parseMap(new String(metadata.readAllBytes(), StandardCharsets.UTF_8));
					((List<Map<String, Object>>) content.getOrDefault("properties", List.of()))
						.forEach((property) -> properties.put((String) property.get("name"), property));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties;
	}

}
