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

package dev.preloadhints.web;

import java.util.List;
import java.util.function.IntConsumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What visitors send and pages show is different each time, and the memory that stays has
 * a bound all the same. Each step leaves four kilobytes at least if it is kept.
 */
@Tag("slow")
class VisitorMemoryTests {

	private static final int STEPS = 10_000;

	/** A quarter of what would be there if each step were kept. */
	private static final long MAX_GROWTH = STEPS * 4096L / 4;

	private static final String LONG = "x".repeat(4096);

	@Test
	void pagesVariantsAndClients() {
		try (TestApplication application = new TestApplication(List.of((request) -> request.getHeader("X-Tenant")))) {
			assertBounded((i) -> {
				MockHttpServletRequest request = RequestFuzzTests.navigation("/page/" + i + LONG);
				request.addHeader("X-Tenant", i + LONG);
				request.setRemoteAddr(i + LONG);
				request.setQueryString(i + LONG);
				application.page(request, new MockHttpServletResponse(), "/style.css", "/style.css?" + i,
						"/" + i + ".css", "/" + i + LONG + ".css", "https://" + i + ".example/" + LONG,
						"/a;jsessionid=" + i + LONG, "data:," + i + LONG);
				if (i % 500 == 0) {
					application.settle();
				}
				application.decisions().clear();
			});
			assertThat(application.failures()).isEmpty();
			assertThat(application.store().pages().size()).isLessThanOrEqualTo(50);
		}
	}

	/** A path parameter does not keep a resource from being found. */
	@Test
	void resources() {
		try (TestApplication application = new TestApplication(List.of())) {
			ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
			assertBounded((i) -> {
				MockHttpServletRequest request = new MockHttpServletRequest("GET", "/style.css;" + i + LONG);
				request.setAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, handler);
				application.resource(request, new MockHttpServletResponse());
			});
		}
	}

	@Test
	void failures() {
		PreloadEvents events = new PreloadEvents(List.of());
		Logger logger = (Logger) LoggerFactory.getLogger(PreloadEvents.LOGGER);
		logger.setLevel(Level.OFF);
		try {
			failures(events);
		}
		finally {
			logger.setLevel(null);
		}
	}

	private static void failures(PreloadEvents events) {
		assertBounded((i) -> events.failed(PreloadStage.COLLECT, new IllegalStateException(i + LONG)));
	}

	private static void assertBounded(IntConsumer step) {
		run(step, 0);
		long before = used();
		run(step, STEPS);
		assertThat(used() - before).isLessThan(MAX_GROWTH);
	}

	private static void run(IntConsumer step, int from) {
		for (int i = from; i < from + STEPS; i++) {
			step.accept(i);
		}
	}

	private static long used() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
