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

package dev.preloadhints.measure.chromium;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What a browser tells of a page that it showed.
 *
 * @param status the status code
 * @param protocol the protocol, {@code h2} for HTTP/2
 * @param interim when the first interim response began, in milliseconds, 0 without one
 * @param paint when the first content was painted, in milliseconds
 * @param initiators what made the browser load each resource, by path
 */
public record Visit(int status, String protocol, double interim, double paint, Map<String, String> initiators) {

	static Visit of(String url, JsonNode report) {
		URI page = URI.create(url);
		Map<String, String> initiators = new LinkedHashMap<>();
		for (JsonNode resource : report.get("resources")) {
			String path = page.resolve("/").relativize(URI.create(resource.get(0).asString())).toString();
			initiators.put("/" + path, resource.get(1).asString());
		}
		return new Visit(report.get("status").asInt(), report.get("protocol").asString(),
				report.get("interim").asDouble(), report.get("paint").asDouble(), initiators);
	}

	/**
	 * Return whether each of these was loaded because of Early Hints.
	 * @param paths the paths of resources
	 * @return whether there are any and Early Hints made the browser load them all
	 */
	public boolean tookEarly(List<String> paths) {
		return this.interim > 0 && !paths.isEmpty()
				&& paths.stream().allMatch((path) -> "early-hints".equals(this.initiators.get(path)));
	}

}
