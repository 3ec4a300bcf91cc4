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

package dev.preloadhints.event;

import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.preloadhints.PageKey;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageLog}.
 */
@ExtendWith(OutputCaptureExtension.class)
class PageLogTests {

	private static final PageKey BOOK = new PageKey("BookController#book", "/books/{slug}", "");

	private static final Link STYLE = Link.preload("/app.css", Destination.STYLE).build();

	private final Logger logger = (Logger) LoggerFactory.getLogger("preload");

	@BeforeEach
	void debug() {
		this.logger.setLevel(Level.DEBUG);
	}

	@AfterEach
	void reset() {
		this.logger.setLevel(null);
	}

	@Test
	void saysWhatWentOut(CapturedOutput output) {
		Omissions omissions = new Omissions();
		omissions.add("/print.css", OmissionReason.MEDIA);
		omissions.add("/big.js", OmissionReason.MAX_SIZE);
		Omissions early = new Omissions();
		early.add("/big.js", OmissionReason.MAX_WEIGHT);
		PageLog.rendered(BOOK, new PageReport(BOOK, "", List.of(STYLE), Set.of(), omissions, 433),
				new EarlyHintsReport(BOOK, EarlyHintsOutcome.SENT, List.of(STYLE), Set.of(), early));
		assertThat(output).contains("/books/{slug} (BookController#book): 1 links, 433 bytes, left out: "
				+ "/print.css (media), /big.js (max_size); 103: sent 1 links, left out: /big.js (max_weight)");
	}

	@Test
	void saysWhyNothingWentOut(CapturedOutput output) {
		PageLog.rendered(null, null,
				new EarlyHintsReport(null, EarlyHintsOutcome.PROTOCOL, List.of(), Set.of(), new Omissions()));
		assertThat(output).contains("Page without a handler: no header; 103: protocol (the request came over HTTP/1.1");
		PageLog.rendered(BOOK, null, null);
		assertThat(output).contains("/books/{slug} (BookController#book): no header; 103: not decided");
	}

	@Test
	void saysWhatCannotBeLearned(CapturedOutput output) {
		Omissions unlearnable = new Omissions();
		unlearnable.add("/webjars/htmx.org/htmx.mim.js", OmissionReason.NOT_SHARED);
		unlearnable.add("//cdn.example.com/app.js", OmissionReason.NOT_SHARED);
		unlearnable.add("https://cdn.example.com/app.css", OmissionReason.NOT_SHARED);
		unlearnable.add("/hero.webp", OmissionReason.CONDITIONAL);
		PageLog.checked(new PredictionReport(BOOK, 0, 0, 0, unlearnable));
		assertThat(output).contains("/books/{slug} (BookController#book): not learned: "
				+ "/webjars/htmx.org/htmx.mim.js (not_shared: no resource handler serves it), "
				+ "//cdn.example.com/app.js (not_shared), https://cdn.example.com/app.css (not_shared), "
				+ "/hero.webp (conditional)");
	}

	@Test
	void saysNothingOfPagesThatAreLearnedWhole(CapturedOutput output) {
		PageLog.checked(new PredictionReport(BOOK, 2, 0, 0, new Omissions()));
		assertThat(output).doesNotContain("BookController");
	}

	@Test
	void saysNothingSecret(CapturedOutput output) {
		Omissions omissions = new Omissions();
		omissions.add("/me.png?signature=secret", OmissionReason.NOT_SHARED);
		omissions.add("/app.css;jsessionid=secret", OmissionReason.SESSION_ID);
		omissions.add("data:image/png;base64,secret", OmissionReason.SCHEME);
		omissions.add("data:,secret", OmissionReason.SCHEME);
		omissions.add("/line\nsecret", OmissionReason.URL);
		omissions.add("/" + "a".repeat(200) + "secret", OmissionReason.URL);
		PageLog.rendered(BOOK, new PageReport(BOOK, "", List.of(), Set.of(), omissions, 0), null);
		PageLog.checked(new PredictionReport(BOOK, 0, 0, 0, omissions));
		assertThat(output).contains(
				"/me.png... (not_shared: no resource handler serves it), /app.css... (session_id), data:image/png... (scheme), "
						+ "data:... (scheme), /line... (url), /aaaa")
			.doesNotContain("secret");
	}

	@Test
	void saysNothingAtInfoLevel(CapturedOutput output) {
		this.logger.setLevel(Level.INFO);
		PageLog.rendered(BOOK, null, null);
		assertThat(output).doesNotContain("BookController");
	}

}
