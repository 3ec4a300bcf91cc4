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

package dev.preloadhints.integration.support;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;

import dev.preloadhints.tests.http.Answer;

/**
 * The meters of a server that other tests use, too: how much they grow while one test
 * runs.
 */
public final class Meters {

	/** Meters are written after the response, so that a client may be there first. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final MeterRegistry registry;

	public Meters(TestServer server) {
		this.registry = server.context().getBean(MeterRegistry.class);
	}

	/** Value of a counter, all of its tags summed up that are not given. */
	public double count(String name, String... tags) {
		return Search.in(this.registry).name(name).tags(tags).counters().stream().mapToDouble((c) -> c.count()).sum();
	}

	public boolean exist(String name, String... tags) {
		return !Search.in(this.registry).name(name).tags(tags).counters().isEmpty();
	}

	/** Value of a counter, once it has the expected one or patience ends. */
	public double awaitCount(double expected, String name, String... tags) {
		Instant end = Instant.now().plus(PATIENCE);
		while (count(name, tags) != expected && Instant.now().isBefore(end)) {
			Thread.onSpinWait();
		}
		return count(name, tags);
	}

	/** Number of pages whose header was measured. */
	public long pages() {
		return this.registry.get("preload.header.size").summary().count();
	}

	public double headerBytes() {
		return this.registry.get("preload.header.size").summary().totalAmount();
	}

	/** Run something that renders one page, until that page has been counted. */
	public Answer during(Supplier<Answer> page) {
		long before = pages();
		Answer response = page.get();
		Instant end = Instant.now().plus(PATIENCE);
		while (pages() == before) {
			if (Instant.now().isAfter(end)) {
				throw new AssertionError("The page was not counted");
			}
			Thread.onSpinWait();
		}
		return response;
	}

}
