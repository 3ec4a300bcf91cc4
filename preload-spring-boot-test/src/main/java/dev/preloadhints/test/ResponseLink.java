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

package dev.preloadhints.test;

import java.util.Locale;
import java.util.Map;

/**
 * A link of a {@code Link} header, as it was received (RFC 8288, section 3).
 *
 * @param target the URL
 * @param parameters the parameters by their names in lower case, without quotes; one
 * without a value has an empty one
 */
public record ResponseLink(String target, Map<String, String> parameters) {

	/**
	 * The relation.
	 * @return such as {@code preload}, empty if there is none
	 */
	public String relation() {
		return parameter("rel").toLowerCase(Locale.ROOT);
	}

	/**
	 * The destination.
	 * @return such as {@code style}, empty if there is none
	 */
	public String as() {
		return parameter("as").toLowerCase(Locale.ROOT);
	}

	/**
	 * The value of a parameter.
	 * @param name the name in lower case
	 * @return the value, empty if it has none or is not there
	 */
	public String parameter(String name) {
		return this.parameters.getOrDefault(name, "");
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder().append('<').append(this.target).append('>');
		this.parameters.forEach((name, value) -> {
			text.append("; ").append(name);
			if (!value.isEmpty()) {
				text.append('=').append(value);
			}
		});
		return text.toString();
	}

}
