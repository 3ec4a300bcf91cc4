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

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What a browser tells of a page that it showed. All times are in milliseconds since the
 * navigation began.
 *
 * @param url the page that was shown, another one than was asked for after a redirect
 * @param status the status code
 * @param protocol the protocol, {@code h2} for HTTP/2
 * @param interim when the first interim response began, 0 without one
 * @param firstByte when the response itself began
 * @param paint when the first content was painted (FCP), -1 if none was
 * @param largestPaint when the largest content was painted (LCP), -1 if none was
 * @param resources what it loaded, 250 at most
 */
public record Visit(String url, int status, String protocol, double interim, double firstByte, double paint,
		double largestPaint, List<Resource> resources) {

	static Visit of(JsonNode report) {
		List<Resource> resources = new ArrayList<>();
		for (JsonNode each : report.get("resources")) {
			resources.add(new Resource(each.get("name").asString(), each.get("initiatorType").asString(),
					each.get("transferSize").asLong(), each.get("startTime").asDouble(),
					each.get("responseEnd").asDouble(), each.get("announced").asBoolean()));
		}
		return new Visit(report.get("url").asString(), report.get("status").asInt(), report.get("protocol").asString(),
				report.get("interim").asDouble(), report.get("firstByte").asDouble(), report.get("paint").asDouble(),
				report.get("largestPaint").asDouble(), resources);
	}

	/**
	 * Return whether each of these was loaded because of Early Hints.
	 * @param paths the paths of resources
	 * @return whether there are any and Early Hints made the browser load them all
	 */
	public boolean tookEarly(List<String> paths) {
		List<String> early = this.resources.stream().filter(Resource::early).map(Resource::path).toList();
		return this.interim > 0 && !paths.isEmpty() && early.containsAll(paths);
	}

}
