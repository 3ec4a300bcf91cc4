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

package dev.preloadhints.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import dev.preloadhints.tests.ProjectDirectory;

/**
 * The alert rules, and their unit tests.
 */
final class AlertRules {

	static final Path DIRECTORY = ProjectDirectory.file("docs", "monitoring");

	static final Path FILE = DIRECTORY.resolve("preload-alerts.yml");

	static final Path TESTS = DIRECTORY.resolve("preload-alerts.test.yml");

	/** A query in the template of an annotation. */
	private static final Pattern QUERY = Pattern.compile("printf \"((?:[^\"\\\\]|\\\\.)*)\" [^|{}]+ \\| query");

	private AlertRules() {
	}

	static List<Alert> read() throws IOException {
		List<Alert> alerts = new ArrayList<>();
		for (Map<String, Object> group : list(yaml(FILE), "groups")) {
			for (Map<String, Object> rule : list(group, "rules")) {
				alerts.add(new Alert(String.valueOf(rule.get("alert")), String.valueOf(rule.get("expr")),
						rule.containsKey("for"), strings(rule.get("labels")), strings(rule.get("annotations"))));
			}
		}
		return alerts;
	}

	/** For an alert, how often its tests expect that it fires, or that it does not. */
	static long expectations(String alert, boolean firing) throws IOException {
		return list(yaml(TESTS), "tests").stream()
			.flatMap((test) -> list(test, "alert_rule_test").stream())
			.filter((test) -> alert.equals(test.get("alertname")) && list(test, "exp_alerts").isEmpty() != firing)
			.count();
	}

	private static Map<String, Object> yaml(Path file) throws IOException {
		return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(Map<String, Object> yaml, String key) {
		return (List<Map<String, Object>>) yaml.getOrDefault(key, List.of());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, String> strings(Object map) {
		return (Map<String, String>) map;
	}

	/**
	 * An alert rule.
	 *
	 * @param name its name
	 * @param expression when it is true
	 * @param patient whether it waits before it fires
	 * @param labels for routing
	 * @param annotations for people
	 */
	record Alert(String name, String expression, boolean patient, Map<String, String> labels,
			Map<String, String> annotations) {

		/** The expression, and those in the templates of the annotations. */
		List<String> expressions() {
			List<String> expressions = new ArrayList<>(List.of(this.expression));
			for (String annotation : this.annotations.values()) {
				Matcher matcher = QUERY.matcher(annotation);
				while (matcher.find()) {
					expressions.add(matcher.group(1).replace("\\\"", "\"").replace("%q", "\"\""));
				}
			}
			return expressions;
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
