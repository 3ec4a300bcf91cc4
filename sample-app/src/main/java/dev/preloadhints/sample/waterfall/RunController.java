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

package dev.preloadhints.sample.waterfall;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Opens and ends runs, for the shop's own page on this machine and for nobody else.
 */
@RestController
@RequestMapping("/waterfall/runs")
class RunController {

	private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

	private final Runs runs;

	RunController(Runs runs) {
		this.runs = runs;
	}

	/**
	 * Refuse other machines, and other sites in a browser of this one. A name that was
	 * made to point here is none of ours.
	 */
	@ModelAttribute
	void check(HttpServletRequest request, @RequestHeader(name = HttpHeaders.ORIGIN, required = false) String origin)
			throws IOException {
		URI own = URI.create(request.getRequestURL().toString()).resolve("/");
		if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress() || !OWN_NAMES.contains(own.getHost())
				|| !(origin + "/").equals(own.toString()) || this.runs.of(request).isPresent()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only for the page /waterfall on this machine");
		}
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Opened open(@Valid @RequestBody RunRequest body, @RequestHeader(HttpHeaders.ORIGIN) String origin)
			throws IOException {
		return this.runs.open(body, origin)
			.map((run) -> new Opened(run.id(), run.url()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT,
					"There is no HTTPS, or too many windows compare at once"));
	}

	@DeleteMapping("/{id}")
	Ended end(@PathVariable String id) throws IOException {
		return this.runs.end(id)
			.map((run) -> new Ended(run.earlyHints(), run.header(), run.served()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * A run to look at.
	 *
	 * @param id its name
	 * @param url where the page is
	 */
	record Opened(String id, String url) {
	}

	/**
	 * A run that is over.
	 *
	 * @param earlyHints the links of its 103
	 * @param header the links of its page
	 * @param served the requests that the shop got
	 */
	record Ended(List<String> earlyHints, List<String> header, List<Run.Served> served) {
	}

}
