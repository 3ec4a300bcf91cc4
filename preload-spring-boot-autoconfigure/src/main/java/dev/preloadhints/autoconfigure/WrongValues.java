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

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Reports values that the starter cannot work with. Spring Boot shows a value as it was
 * typed, with its file and line, if it is given the exact name that the value has there.
 */
final class WrongValues {

	private final Environment environment;

	WrongValues(Environment environment) {
		this.environment = environment;
	}

	/** A wrong value of a property. */
	RuntimeException value(String name, @Nullable Object value, String reason) {
		return new InvalidConfigurationPropertyValueException(name, value, reason);
	}

	/** A wrong element of a list, which may have been written with commas. */
	RuntimeException element(String list, String element, String reason) {
		for (int i = 0; this.environment.containsProperty(list + "[" + i + "]"); i++) {
			String name = list + "[" + i + "]";
			if (element.equalsIgnoreCase(this.environment.getProperty(name))) {
				return value(name, element, reason);
			}
		}
		return value(list, element, reason);
	}

	/** A wrong or missing part of something that has several properties. */
	RuntimeException part(String name, String part, Stream<String> others, String reason) {
		return Stream.concat(Stream.of(part), others)
			.map((property) -> name + "." + property)
			.filter(this.environment::containsProperty)
			.findFirst()
			.map((property) -> value(property, this.environment.getProperty(property), reason))
			.orElseGet(() -> value(name + "." + part, null, reason));
	}

}
