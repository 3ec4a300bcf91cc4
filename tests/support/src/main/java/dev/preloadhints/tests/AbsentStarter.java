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

package dev.preloadhints.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An application as it is without the starter: what the starter must leave alone is
 * compared with it. Switched off by {@code preload.enabled}, the starter would still take
 * part.
 */
public final class AbsentStarter {

	/**
	 * Property with which an application has none of the starter's auto-configurations.
	 */
	public static final String PROPERTY = "spring.autoconfigure.exclude=" + String.join(",", autoConfigurations());

	private static final Pattern MARKUP = Pattern.compile("\\s+(xmlns:preload|preload:\\w+)=\"[^\"]*\"");

	private AbsentStarter() {
	}

	/**
	 * Take the template attributes of the starter out of a page, which nobody else does.
	 * @param page the page of an application without the starter
	 * @return the page as it is if its template has no such attributes
	 */
	public static String withoutTemplateAttributes(String page) {
		return MARKUP.matcher(page).replaceAll("");
	}

	private static List<String> autoConfigurations() {
		List<String> names = new ArrayList<>();
		try {
			for (URL list : Collections.list(AbsentStarter.class.getClassLoader()
				.getResources("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports"))) {
				try (BufferedReader lines = new BufferedReader(
						new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
					lines.lines()
						.filter((line) -> line.startsWith("dev.preloadhints.autoconfigure."))
						.forEach(names::add);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return names;
	}

}
