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

package dev.preloadhints.browser;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ResponseFacade;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often Chromium fetches what a {@code 103} and the page both want, by the caching
 * headers with which it is served. Which assets are left out of Early Hints relies on it.
 * The Early Hints here are sent by hand.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CachingIntegrationTests {

	private Chromium chromium;

	private Server server;

	@BeforeAll
	void open() throws Exception {
		Certificate certificate = Certificate.create();
		this.chromium = Tools.chromium(certificate);
		this.server = Server.https(certificate, List.of(Probe.class), "spring.config.name=probe",
				"preload.enabled=false");
	}

	@AfterAll
	void close() throws Exception {
		if (this.chromium != null) {
			this.chromium.close();
		}
		if (this.server != null) {
			this.server.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "max-age, 1", "last-modified-a-year-ago, 1", "last-modified-an-hour-ago, 1", "no-store, 2",
			"no-cache, 2", "max-age-0, 2", "nothing, 2" })
	void hintedStyleSheetIsFetched(String caching, int times) throws Exception {
		String asset = "/probe/" + caching + "/style.css";
		int used = 0;
		for (int i = 0; i < Tools.MAX_VISITS && used < 3; i++) {
			this.server.forget();
			Visit visit = this.chromium.visit(this.server.url("/probe/" + caching));
			int fetched = Collections.frequency(this.server.requests().paths(), asset);
			boolean early = visit.interim() > 0 && (fetched > 1 || visit.tookEarly(List.of(asset)));
			if (early) {
				used++;
				assertThat(fetched).isEqualTo(times);
			}
		}
		assertThat(used).as("visits on which the browser acted on the hint").isEqualTo(3);
	}

	/** With the header alone, while the page itself takes its time. */
	@ParameterizedTest
	@CsvSource({ "no-store, true", "no-cache, false", "max-age-0, false", "max-age, false" })
	void styleSheetOfTheHeaderThatIsNamedTwiceIsFetchedTwice(String caching, boolean twice) throws Exception {
		String asset = "/probe/" + caching + "/style.css";
		int repeated = 0;
		for (int i = 0; i < 4; i++) {
			this.server.forget();
			this.chromium.visit(this.server.url("/twice/" + caching));
			repeated += (Collections.frequency(this.server.requests().paths(), asset) > 1) ? 1 : 0;
		}
		assertThat(repeated > 0).isEqualTo(twice);
	}

	@Controller
	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Probe {

		@GetMapping("/probe/{caching}")
		void page(@PathVariable String caching, HttpServletResponse response) throws Exception {
			String asset = "/probe/" + caching + "/style.css";
			response.setHeader("Link", "<" + asset + ">; rel=preload; as=style");
			ServletResponse container = response;
			while (container instanceof ServletResponseWrapper wrapper) {
				container = wrapper.getResponse();
			}
			((ResponseFacade) container).sendEarlyHints();
			// Tomcat 10.1 takes no header back.
			response.setHeader("Link", "</>; rel=help");
			Thread.sleep(200);
			response.setContentType("text/html;charset=UTF-8");
			response.getWriter()
				.write("<!DOCTYPE html><html lang=\"en\"><head><title>Probe</title><link rel=\"icon\" href=\"data:,\">"
						+ "<link rel=\"stylesheet\" href=\"" + asset + "\"></head><body><p>Probe</p></body></html>");
		}

		@GetMapping("/twice/{caching}")
		void twice(@PathVariable String caching, HttpServletResponse response) throws Exception {
			String asset = "/probe/" + caching + "/style.css";
			response.setHeader("Link", "<" + asset + ">; rel=preload; as=style");
			response.setContentType("text/html;charset=UTF-8");
			response.getWriter()
				.write("<!DOCTYPE html><html lang=\"en\"><head><title>Probe</title><link rel=\"icon\" href=\"data:,\">");
			response.flushBuffer();
			Thread.sleep(400);
			String element = "<link rel=\"stylesheet\" href=\"" + asset + "\">";
			response.getWriter().write(element + element + "</head><body><p>Probe</p></body></html>");
		}

		@GetMapping("/probe/{caching}/style.css")
		void asset(@PathVariable String caching, HttpServletResponse response) throws IOException {
			Instant now = Instant.now();
			switch (caching) {
				case "max-age" -> response.setHeader("Cache-Control", "max-age=3600");
				case "max-age-0" -> response.setHeader("Cache-Control", "max-age=0");
				case "last-modified-a-year-ago" ->
					response.setDateHeader("Last-Modified", now.minus(Duration.ofDays(365)).toEpochMilli());
				case "last-modified-an-hour-ago" ->
					response.setDateHeader("Last-Modified", now.minus(Duration.ofHours(1)).toEpochMilli());
				case "nothing" -> {
				}
				default -> response.setHeader("Cache-Control", caching);
			}
			response.setContentType("text/css");
			response.getWriter().write("p { color: green }");
		}

	}

}
