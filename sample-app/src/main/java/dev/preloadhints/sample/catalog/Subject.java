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

package dev.preloadhints.sample.catalog;

import java.util.Locale;

/**
 * The shelf on which a book stands.
 */
public enum Subject {

	FICTION("Fiction"),

	MYSTERY("Mystery"),

	NATURE("Nature"),

	TRAVEL("Travel"),

	HISTORY("History"),

	POETRY("Poetry"),

	SCIENCE("Science"),

	CHILDREN("Children's books");

	private final String label;

	Subject(String label) {
		this.label = label;
	}

	public String getLabel() {
		return this.label;
	}

	public String getSlug() {
		return name().toLowerCase(Locale.ROOT);
	}

}
