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

package dev.preloadhints.integration.earlyhints;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import javax.management.ObjectName;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.preloadhints.tests.http.Exchange;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Memory that containers keep because the head of a page is held back.
 */
@Tag("slow")
class ResponseBufferIntegrationTests {

	/** Tomcat answers no more of one connection at the same time. */
	private static final int STREAMS = 20;

	private static final int TOMCATS_OWN = 8 * 1024;

	private static final int RAISED = 32 * 1024;

	@Test
	void raisedBufferStaysForEachStreamThatWasOpenAtTheSameTime() throws Exception {
		// Whatever else stays after the first pages of a JVM.
		kept("0B");
		long own = kept("0B");
		long raised = kept("32KB");
		long more = (raised - own) / STREAMS;
		if (EarlyHintsServer.isTomcat()) {
			assertThat(more).isBetween((RAISED - TOMCATS_OWN) / 2L, 2L * RAISED);
		}
		else {
			assertThat(more).isLessThan((RAISED - TOMCATS_OWN) / 2L);
		}
	}

	/** Bytes of arrays that stay after so many pages were on their way together. */
	private static long kept(String bufferSize) throws Exception {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("preload.link-header.buffer-size=" + bufferSize);
				HttpTestClient client = HttpTestClient.http2(server.port())) {
			client.navigate(EarlyHintsServer.path("/waiting", "style", "/css/app.css"));
			long before = bytesOfArrays();
			WaitingController controller = server.context().getBean(WaitingController.class);
			List<Exchange> pages = new ArrayList<>();
			controller.hold("all");
			for (int i = 0; i < STREAMS; i++) {
				pages.add(client.start(
						Request.navigation(EarlyHintsServer.path("/waiting", "style", "/css/app.css", "hold", "all"))));
			}
			Awaitility.await().until(() -> controller.waiting() == STREAMS);
			controller.release("all");
			for (Exchange page : pages) {
				assertThat(page.answer().body()).contains("The end.");
			}
			server.awaitIdle();
			return bytesOfArrays() - before;
		}
	}

	/** Of those that are still in use. */
	private static long bytesOfArrays() throws Exception {
		String histogram = (String) ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
					new Object[] { new String[0] }, new String[] { String[].class.getName() });
		return histogram.lines()
			.map(String::strip)
			.filter((line) -> line.contains(" [B"))
			.mapToLong((line) -> Long.parseLong(line.split("\\s+")[2]))
			.sum();
	}

}
