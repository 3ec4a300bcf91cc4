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

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.preloadhints.measure.chromium.Resource;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Conditions;

/** Results as a browser could have told them. */
final class Results {

	static final String URL = "https://localhost:8443/books";

	private Results() {
	}

	static Plan plan(boolean compare) {
		return new Plan(List.of(URI.create(URL)), compare ? List.of(Variant.values()) : List.of(Variant.AS_IS), 0, 3,
				new Conditions(Duration.ofMillis(100), 1_600_000), Map.of());
	}

	/** Visits with these times until the first paint. */
	static Result of(Variant variant, double... paints) {
		List<Visit> visits = new ArrayList<>();
		for (double paint : paints) {
			visits.add(visit(variant, paint, variant.earlyHints()));
		}
		return new Result(URL, variant, visits, List.of(), List.of());
	}

	static Visit visit(Variant variant, double paint, boolean heeded) {
		List<Resource> resources = List.of(
				new Resource("https://localhost:8443/app.css", heeded ? "early-hints" : "link", heeded ? 0 : 3000, 250,
						300, variant.links()),
				new Resource("https://localhost:8443/hero.webp", variant.links() ? "link" : "img", 20_000, 260, 400,
						variant.links()),
				new Resource("https://localhost:8443/cover.svg", "img", 2000, 270, 420, false));
		return new Visit(URL, 200, "h2", variant.earlyHints() ? 120.04 : 0, 240, paint, paint + 10, resources);
	}

	static Result failed(String reason) {
		return new Result(URL, Variant.AS_IS, List.of(), List.of(reason), List.of());
	}

}
