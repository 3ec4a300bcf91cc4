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

package dev.preloadhints.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.preloadhints.measure.chromium.Resource;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Conditions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that was measured, visit by visit, for programs. Times are in milliseconds.
 */
final class JsonReport {

	private static final JsonMapper JSON = new JsonMapper();

	private final ObjectNode root = JSON.createObjectNode();

	JsonReport(Plan plan, String browser, List<Result> results) {
		this.root.put("browser", browser);
		this.root.put("runs", plan.runs());
		this.root.put("roundTrip", plan.conditions().roundTrip().toMillis());
		if (plan.conditions().bitsPerSecond() != Conditions.UNLIMITED) {
			this.root.put("bitsPerSecond", plan.conditions().bitsPerSecond());
		}
		ArrayNode all = this.root.putArray("results");
		results.forEach((result) -> write(result, all.addObject()));
	}

	private static void write(Result result, ObjectNode node) {
		node.put("url", result.url());
		node.put("variant", result.variant().name().toLowerCase(Locale.ROOT).replace('_', '-'));
		write(result.paint(), node, "fcp");
		write(result.largestPaint(), node, "lcp");
		write(result.firstByte(), node, "ttfb");
		write(result.interim(), node, "earlyHints");
		write(result.byEarlyHints(), node, "hintedByEarlyHints");
		write(result.byHeader(), node, "hintedByHeader");
		write(result.resources(), node, "resources");
		result.failures().forEach(node.putArray("failures")::add);
		result.unused().forEach(node.putArray("unused")::add);
		ArrayNode visits = node.putArray("visits");
		result.visits().forEach((visit) -> write(visit, visits.addObject()));
	}

	private static void write(Optional<Quartiles> quartiles, ObjectNode node, String name) {
		quartiles.ifPresent((values) -> {
			ObjectNode object = node.putObject(name);
			object.put("median", rounded(values.median()));
			object.put("lowerQuartile", rounded(values.lower()));
			object.put("upperQuartile", rounded(values.upper()));
		});
	}

	private static void write(Visit visit, ObjectNode node) {
		node.put("url", visit.url());
		node.put("status", visit.status());
		node.put("protocol", visit.protocol());
		node.put("fcp", rounded(visit.paint()));
		node.put("lcp", rounded(visit.largestPaint()));
		node.put("ttfb", rounded(visit.firstByte()));
		node.put("interimResponse", rounded(visit.interim()));
		ArrayNode resources = node.putArray("resources");
		for (Resource resource : visit.resources()) {
			ObjectNode object = resources.addObject();
			object.put("url", resource.url());
			object.put("initiatorType", resource.initiatorType());
			object.put("inLinkHeader", resource.announced());
			object.put("transferSize", resource.transferSize());
			object.put("start", rounded(resource.start()));
			object.put("end", rounded(resource.end()));
		}
	}

	private static double rounded(double value) {
		return Math.round(value * 10) / 10.0;
	}

	@Override
	public String toString() {
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this.root) + "\n";
	}

}
