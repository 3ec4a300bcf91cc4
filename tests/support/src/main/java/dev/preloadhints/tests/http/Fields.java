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

package dev.preloadhints.tests.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Header fields, in the order in which they came.
 *
 * @param fields the fields, line by line
 */
public record Fields(List<Field> fields) {

	/**
	 * Copy the fields.
	 * @param fields the fields, line by line
	 */
	public Fields {
		fields = List.copyOf(fields);
	}

	/**
	 * Look a field up.
	 * @param name its name, in any case
	 * @return the values of all of its lines
	 */
	public List<String> all(String name) {
		return this.fields.stream().filter((field) -> field.name().equalsIgnoreCase(name)).map(Field::value).toList();
	}

	/**
	 * Look a field up.
	 * @param name its name, in any case
	 * @return the value of its first line, if there is one
	 */
	public Optional<String> first(String name) {
		return all(name).stream().findFirst();
	}

	/**
	 * The links of the {@code Link} field.
	 * @return the links, one by one
	 */
	public List<String> links() {
		return all("Link").stream()
			.flatMap((value) -> Arrays.stream(value.split(", (?=<)")))
			.filter((link) -> !link.isBlank())
			.toList();
	}

	/**
	 * A line of a header.
	 *
	 * @param name the name, as it came
	 * @param value the value
	 */
	public record Field(String name, String value) {
	}

}
