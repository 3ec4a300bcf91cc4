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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import dev.preloadhints.browser.Tools;
import dev.preloadhints.monitoring.AlertRules.Alert;
import dev.preloadhints.monitoring.Dashboard.Panel;
import dev.preloadhints.monitoring.Dashboard.Query;
import dev.preloadhints.monitoring.Dashboard.Variable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard and the alerts with a real Prometheus.
 */
class PrometheusIntegrationTests {

	@Test
	void rulesAreValid() throws Exception {
		promtool("check", "rules", AlertRules.FILE.getFileName().toString());
	}

	@Test
	void alertsFireWhenTheyShouldAndOnlyThen() throws Exception {
		promtool("test", "rules", AlertRules.TESTS.getFileName().toString());
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void alertIsTestedBothWays(Alert alert) throws IOException {
		assertThat(AlertRules.expectations(alert.name(), true)).as("fires").isPositive();
		assertThat(AlertRules.expectations(alert.name(), false)).as("does not fire").isGreaterThanOrEqualTo(2);
	}

	@Test
	void everyPanelHasSomethingToShow() throws Exception {
		try (Shop shop = Shop.open(); Prometheus prometheus = Prometheus.start(shop.port(), 1)) {
			List<Query> empty = new ArrayList<>();
			Dashboard dashboard = Dashboard.read();
			dashboard.panels().stream().map(Panel::queries).forEach(empty::addAll);
			for (int i = 0; i < 120 && !(empty.isEmpty() && areEvaluated(prometheus.rules())); i++) {
				shop.visit();
				Thread.sleep(500);
				for (Query query : List.copyOf(empty)) {
					if (hasValue(prometheus.query(Dashboard.resolve(query.expression(), "30s", "1m")))) {
						empty.remove(query);
					}
				}
			}
			assertThat(empty).isEmpty();
			for (Variable variable : dashboard.variables()) {
				String selector = Dashboard.resolve(variable.selector(), "", "");
				assertThat(prometheus.labelValues(selector, variable.label())).as(variable.name()).hasSize(1);
			}
			assertThat(prometheus.rules()).hasSameSizeAs(AlertRules.read())
				.allSatisfy((rule) -> assertThat(rule.get("health").asString()).as(rule.toString()).isEqualTo("ok"));
		}
	}

	private static boolean areEvaluated(JsonNode rules) {
		return rules.valueStream().noneMatch((rule) -> rule.get("health").asString().equals("unknown"));
	}

	private static boolean hasValue(JsonNode series) {
		return series.valueStream().anyMatch((each) -> {
			double value = Double.parseDouble(each.get("value").get(1).asString().replace("Inf", "Infinity"));
			return Double.isFinite(value);
		});
	}

	private static void promtool(String... arguments) throws IOException, InterruptedException {
		Path program = Tools.require("promtool", List.of("promtool"));
		List<String> command = new ArrayList<>(List.of(program.toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).directory(AlertRules.DIRECTORY.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		assertThat(output).contains("SUCCESS");
	}

	static List<Alert> alerts() throws IOException {
		return AlertRules.read();
	}

}
