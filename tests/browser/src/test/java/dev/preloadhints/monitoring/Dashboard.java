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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.preloadhints.tests.ProjectDirectory;

/**
 * The Grafana dashboard.
 *
 * @param json the whole file
 * @param panels what shows something, without the headings between
 * @param variables what fills the drop-down lists, from the data source
 */
record Dashboard(JsonNode json, List<Panel> panels, List<Variable> variables) {

	static final Path FILE = ProjectDirectory.file("docs", "monitoring", "preload-dashboard.json");

	static Dashboard read() throws IOException {
		JsonNode json = new JsonMapper().readTree(Files.readString(FILE));
		List<Panel> panels = new ArrayList<>();
		for (JsonNode panel : json.get("panels")) {
			if (!panel.get("type").asString().equals("row")) {
				panels.add(Panel.of(panel));
			}
		}
		List<Variable> variables = new ArrayList<>();
		for (JsonNode variable : json.get("templating").get("list")) {
			if (variable.get("type").asString().equals("query")) {
				variables.add(Variable.of(variable));
			}
		}
		return new Dashboard(json, panels, variables);
	}

	/** An expression as Grafana sends it, everything chosen in the lists. */
	static String resolve(String expression, String rateInterval, String range) {
		return expression.replace("$application", ".+")
			.replace("$instance", ".+")
			.replace("$__rate_interval", rateInterval)
			.replace("$__range", range);
	}

	/**
	 * A panel.
	 *
	 * @param json the panel itself
	 * @param title what it shows
	 * @param queries what it asks Prometheus
	 */
	record Panel(JsonNode json, String title, List<Query> queries) {

		private static Panel of(JsonNode json) {
			List<Query> queries = new ArrayList<>();
			for (JsonNode target : json.get("targets")) {
				queries.add(new Query(target.get("expr").asString(), target.get("legendFormat").asString()));
			}
			return new Panel(json, json.path("title").asString(""), queries);
		}

		/** Whether it shows one value and not a course. */
		boolean isStat() {
			return this.json.get("type").asString().equals("stat");
		}

		@Override
		public String toString() {
			return this.title;
		}

	}

	/**
	 * A query.
	 *
	 * @param expression in the query language, with variables of Grafana
	 * @param legend how its series are named, with labels in double braces
	 */
	record Query(String expression, String legend) {
	}

	/**
	 * A drop-down list.
	 *
	 * @param name the variable's name
	 * @param selector the series whose label it lists
	 * @param label the label
	 */
	record Variable(String name, String selector, String label) {

		private static Variable of(JsonNode json) {
			String query = json.get("query").get("query").asString();
			int comma = query.lastIndexOf(',');
			if (!query.startsWith("label_values(") || !query.endsWith(")") || comma < 0) {
				throw new IllegalArgumentException(query);
			}
			return new Variable(json.get("name").asString(), query.substring("label_values(".length(), comma),
					query.substring(comma + 1, query.length() - 1).strip());
		}

	}

}
