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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.preloadhints.browser.Tools;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.process.ListeningProcess;

/**
 * A Prometheus of its own that scrapes the shop and evaluates the alert rules.
 */
final class Prometheus implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private final ListeningProcess process;

	private final HttpTestClient client;

	private Prometheus(ListeningProcess process) {
		this.process = process;
		this.client = HttpTestClient.http1(process.port());
	}

	static Prometheus start(int shop, int scrapeSeconds) throws IOException, InterruptedException {
		Path program = Tools.require("prometheus", List.of("prometheus"));
		Path directory = Files.createTempDirectory("preload-prometheus");
		Path configuration = Files.writeString(directory.resolve("prometheus.yml"), """
				global:
				  scrape_interval: %1$ds
				  evaluation_interval: %1$ds
				rule_files: ['%2$s']
				scrape_configs:
				  - job_name: bookshop
				    metrics_path: /actuator/prometheus
				    static_configs:
				      - targets: ['localhost:%3$d']
				""".formatted(scrapeSeconds, AlertRules.FILE.toRealPath(), shop));
		ListeningProcess process = ListeningProcess.start(directory,
				(port) -> List.of(program.toString(), "--config.file=" + configuration,
						"--storage.tsdb.path=" + directory.resolve("data"), "--web.listen-address=127.0.0.1:" + port));
		Prometheus prometheus = new Prometheus(process);
		try {
			Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
				prometheus.get("status/buildinfo", Map.of());
				return true;
			});
			return prometheus;
		}
		catch (ConditionTimeoutException ex) {
			String output = process.output();
			prometheus.close();
			throw new IllegalStateException("Prometheus: " + output, ex);
		}
	}

	/** What an expression is now: a list of series with their value. */
	JsonNode query(String expression) throws IOException {
		return get("query", Map.of("query", expression)).get("result");
	}

	/** What an expression was: a list of series with their values, times in seconds. */
	JsonNode query(String expression, long from, long to, int step) throws IOException {
		return get("query_range", Map.of("query", expression, "start", from, "end", to, "step", step)).get("result");
	}

	/** The values of a label of the series that a selector names. */
	JsonNode labelValues(String selector, String label) throws IOException {
		return get("label/" + label + "/values", Map.of("match[]", selector));
	}

	/** The alert rules, and how they are. */
	JsonNode rules() throws IOException {
		return get("rules", Map.of()).at("/groups/0/rules");
	}

	private JsonNode get(String path, Map<String, ?> parameters) throws IOException {
		String query = parameters.entrySet()
			.stream()
			.map((parameter) -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
			.collect(Collectors.joining("&"));
		String body = this.client.get("/api/v1/" + path + "?" + query).body();
		if (!body.startsWith("{")) {
			throw new IOException(body);
		}
		JsonNode answer = JSON.readTree(body);
		if (!answer.path("status").asString("").equals("success")) {
			throw new IllegalArgumentException(parameters + ": " + body);
		}
		return answer.get("data");
	}

	private static String encode(Object value) {
		return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException, InterruptedException {
		this.client.close();
		this.process.close();
	}

}
