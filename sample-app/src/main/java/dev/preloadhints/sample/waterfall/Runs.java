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
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.preloadhints.network.SlowLink;
import dev.preloadhints.sample.https.HttpsAddress;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The runs that are under way. A request belongs to a run if it came through the run's
 * relay, which nobody can pretend, so no other visitor ever sees what a run changes.
 */
@Component
class Runs {

	/** There is one at a time for each window that compares. */
	private static final int LIMIT = 8;

	private static final Duration LIFETIME = Duration.ofMinutes(1);

	private final Map<String, Run> byId = new ConcurrentHashMap<>();

	private final HttpsAddress https;

	Runs(HttpsAddress https) {
		this.https = https;
	}

	/** Open a run, or not if too many are open. */
	synchronized Optional<Run> open(RunRequest request, String opener) throws IOException {
		this.byId.values().removeIf((run) -> !run.network().isOpen());
		if (this.https.port() == 0 || this.byId.size() >= LIMIT) {
			return Optional.empty();
		}
		SlowLink network = new SlowLink(this.https.port(), request.network(), LIFETIME);
		Run run = new Run(UUID.randomUUID().toString(), request, opener, network);
		this.byId.put(run.id(), run);
		return Optional.of(run);
	}

	/** End a run and tell what became of it. */
	Optional<Run> end(String id) throws IOException {
		Optional<Run> run = Optional.ofNullable(this.byId.remove(id));
		if (run.isPresent()) {
			run.get().network().close();
		}
		return run;
	}

	/** The run that a request belongs to. */
	Optional<Run> of(HttpServletRequest request) {
		return this.byId.values()
			.stream()
			.filter((run) -> run.network()
				.carries(request.getRemoteAddr(), request.getRemotePort(), request.getLocalPort()))
			.findFirst();
	}

	/** The run that the current thread's request belongs to. */
	Optional<Run> current() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? of(attributes.getRequest()) : Optional.empty();
	}

	@PreDestroy
	void close() {
		try {
			for (String id : this.byId.keySet()) {
				end(id);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
