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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import dev.preloadhints.monitoring.AlertRules.Alert;
import dev.preloadhints.monitoring.Dashboard.Panel;
import dev.preloadhints.monitoring.Dashboard.Query;
import dev.preloadhints.monitoring.Dashboard.Variable;
import dev.preloadhints.monitoring.PromQl.Condition;
import dev.preloadhints.monitoring.PromQl.Selector;
import dev.preloadhints.tests.ProjectDirectory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard and the alerts, against what the sample shows to Prometheus, and against
 * the page that describes them. Needs no program of the machine.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MonitoringIntegrationTests {

	private static final Path DOCUMENTATION = ProjectDirectory.file("docs", "monitoring.md");

	/** Labels that Prometheus adds to whatever it scrapes. */
	private static final Set<String> TARGET = Set.of("job", "instance");

	private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)}}");

	/** What the visitors cause, one of each kind. */
	private static final List<Selector> CAUSED = List.of(series("preload_links_total", "delivery", "header"),
			series("preload_links_total", "delivery", "early_hints"),
			series("preload_links_omitted_total", "delivery", "header"),
			series("preload_links_omitted_total", "delivery", "early_hints"),
			series("preload_early_hints_total", "outcome", "sent"),
			series("preload_early_hints_total", "outcome", "unlearned"),
			series("preload_early_hints_total", "outcome", "protocol"),
			series("preload_early_hints_total", "outcome", "not_navigation"),
			series("preload_prediction_total", "result", "hit"), series("preload_prediction_total", "result", "wasted"),
			series("preload_prediction_total", "result", "missed"), series("preload_errors_total", "stage", "filter"),
			new Selector("preload_pages", List.of()), new Selector("preload_header_size_bytes_count", List.of()),
			new Selector("preload_header_size_bytes_sum", List.of()),
			new Selector("preload_header_size_bytes_max", List.of()));

	private Scrape scrape;

	@BeforeAll
	void visitAndScrape() throws Exception {
		try (Shop shop = Shop.open()) {
			// Again while something has not moved, because pages are learned in the
			// background.
			for (int i = 0; i < 20 && (this.scrape == null || !unmoved().isEmpty()); i++) {
				shop.visit();
				this.scrape = shop.scrape();
			}
		}
	}

	@Test
	void everythingThatVisitorsCauseIsCounted() {
		assertThat(unmoved()).isEmpty();
	}

	@Test
	void everyMeterIsOnTheDashboard() throws IOException {
		Set<String> shown = new HashSet<>();
		for (Panel panel : panels()) {
			panel.queries().forEach((query) -> parse(query).selectors().forEach((each) -> shown.add(each.metric())));
		}
		assertThat(this.scrape.samples()).extracting(Scrape.Sample::metric)
			.filteredOn((metric) -> metric.startsWith("preload_"))
			.isSubsetOf(shown);
	}

	@ParameterizedTest
	@MethodSource("panels")
	void panelAsksForWhatIsThere(Panel panel) {
		assertThat(panel.queries()).isNotEmpty();
		for (Query query : panel.queries()) {
			PromQl expression = parse(query);
			check(expression);
			assertThat(LEGEND_LABEL.matcher(query.legend()).results().map((label) -> label.group(1)))
				.allMatch((label) -> expression.labels().contains(label) || TARGET.contains(label));
		}
	}

	@ParameterizedTest
	@MethodSource("panels")
	void panelSaysWhatItShows(Panel panel) {
		assertThat(panel.title()).isNotBlank();
		assertThat(panel.json().path("description").asString("")).hasSizeGreaterThan(40).endsWith(".");
		assertThat(panel.json().at("/fieldConfig/defaults/unit").asString("")).isNotBlank();
		assertThat(panel.json().at("/datasource/uid").asString("")).isEqualTo("${datasource}");
		assertThat(panel.json().get("targets"))
			.allSatisfy((target) -> assertThat(target.at("/datasource/uid").asString("")).isEqualTo("${datasource}"));
		for (Query query : panel.queries()) {
			assertThat(query.expression()).contains("job=~\"$application\"").contains("instance=~\"$instance\"");
		}
	}

	@Test
	void panelsLieBesideEachOther() throws IOException {
		Set<String> cells = new HashSet<>();
		Set<Integer> identifiers = new HashSet<>();
		for (JsonNode panel : Dashboard.read().json().get("panels")) {
			JsonNode position = panel.get("gridPos");
			assertThat(position.get("x").asInt() + position.get("w").asInt()).isLessThanOrEqualTo(24);
			assertThat(identifiers.add(panel.get("id").asInt())).isTrue();
			for (int x = 0; x < position.get("w").asInt(); x++) {
				for (int y = 0; y < position.get("h").asInt(); y++) {
					assertThat(cells.add((position.get("x").asInt() + x) + "," + (position.get("y").asInt() + y)))
						.as(panel.get("title").asString())
						.isTrue();
				}
			}
		}
	}

	@Test
	void variablesListWhatIsThere() throws IOException {
		List<Variable> variables = Dashboard.read().variables();
		assertThat(variables).extracting(Variable::name).containsExactly("application", "instance");
		for (Variable variable : variables) {
			check(PromQl.parse(Dashboard.resolve(variable.selector(), "", "")));
			assertThat(TARGET).contains(variable.label());
		}
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void alertAsksForWhatIsThere(Alert alert) {
		alert.expressions().forEach((expression) -> check(PromQl.parse(expression)));
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void alertSaysWhatToDo(Alert alert) throws IOException {
		assertThat(alert.patient()).as("for").isTrue();
		assertThat(alert.labels()).containsKey("severity");
		assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook");
		Pattern.compile("panel \"([^\"]+)\"")
			.matcher(alert.annotations().get("description"))
			.results()
			.forEach((panel) -> assertThat(panels()).extracting(Panel::title).contains(panel.group(1)));
		String[] runbook = alert.annotations().get("runbook").split("#");
		assertThat(Files.readAllLines(ProjectDirectory.file(runbook[0]))).filteredOn((line) -> line.startsWith("#"))
			.extracting(MonitoringIntegrationTests::anchor)
			.contains(runbook[1]);
	}

	@Test
	void pageDescribesEachOfThem() throws IOException {
		String page = Files.readString(DOCUMENTATION);
		assertThat(panels()).allSatisfy((panel) -> assertThat(page).contains("| " + panel.title() + " |"));
		assertThat(alerts()).allSatisfy((alert) -> assertThat(page).contains("`" + alert.name() + "`"));
	}

	private void check(PromQl expression) {
		assertThat(expression.selectors()).isNotEmpty();
		Set<String> labels = new HashSet<>(TARGET);
		for (Selector selector : expression.selectors()) {
			List<Scrape.Sample> series = this.scrape.of(selector.metric(), Map.of());
			assertThat(series).as(selector.metric()).isNotEmpty();
			series.forEach((each) -> labels.addAll(each.labels().keySet()));
			for (Condition condition : selector.conditions()) {
				if (!TARGET.contains(condition.label())) {
					assertThat(this.scrape.values(selector.metric(), condition.label()))
						.as(selector.metric() + " " + condition.label())
						.containsAll(condition.values());
				}
			}
		}
		assertThat(labels).containsAll(expression.labels());
	}

	private List<Selector> unmoved() {
		return CAUSED.stream().filter((selector) -> {
			Map<String, String> labels = selector.conditions().isEmpty() ? Map.of()
					: Map.of(selector.conditions().get(0).label(), selector.conditions().get(0).value());
			return !(this.scrape.sum(selector.metric(), labels) > 0);
		}).toList();
	}

	private static Selector series(String metric, String label, String value) {
		return new Selector(metric, List.of(new Condition(label, "=", value)));
	}

	private static PromQl parse(Query query) {
		return PromQl.parse(Dashboard.resolve(query.expression(), "5m", "6h"));
	}

	/** The anchor of a heading, as GitHub makes it. */
	private static String anchor(String heading) {
		return heading.replaceFirst("^#+ ", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N} _-]", "")
			.replace(' ', '-');
	}

	static List<Panel> panels() {
		try {
			return Dashboard.read().panels();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Alert> alerts() throws IOException {
		return new ArrayList<>(AlertRules.read());
	}

}
