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

package dev.preloadhints.thymeleaf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;

import dev.preloadhints.link.ReadableLinks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any template is the same page with the dialect as without it. Without more ado, the
 * seeds beside this class are rendered; CONTRIBUTING says how to look for others.
 */
class TemplateFuzzTests {

	private static final SpringTemplateEngine COLLECTING = StringPage.engine(new PreloadDialect(true));

	private static final SpringTemplateEngine OFF = StringPage.engine(new PreloadDialect(false));

	private static final SpringTemplateEngine WITHOUT = StringPage.engine();

	@BeforeAll
	static void silence() {
		// Thymeleaf logs each template that it does not accept.
		((Logger) LoggerFactory.getLogger(TemplateEngine.class)).setLevel(Level.OFF);
	}

	@AfterAll
	static void leaveTheLogAsItWas() {
		((Logger) LoggerFactory.getLogger(TemplateEngine.class)).setLevel(null);
	}

	@FuzzTest(maxDuration = "5m")
	void anyTemplateIsTheSamePageWithTheDialect(byte[] template) {
		String text = new String(template, StandardCharsets.UTF_8);
		if (hasExpressions(text) || hasLettersThatThymeleafLosesCountOf(text)) {
			return;
		}
		boolean uses = text.toLowerCase(Locale.ROOT).contains("preload:");
		StringPage page = new StringPage();
		assertThat(render(COLLECTING, page, text)).isEqualTo(render(uses ? OFF : WITHOUT, new StringPage(), text));
		assertThat(page.failures()).allMatch((failure) -> failure instanceof IllegalArgumentException
				&& (failure.getMessage().contains("allowed is") || failure.getMessage().contains("needs")));
		ReadableLinks.check(page.collector().links().written());
	}

	/** It fails on the second render of an element whose name is longer in lower case. */
	private static boolean hasLettersThatThymeleafLosesCountOf(String text) {
		return text.indexOf('\u0130') >= 0;
	}

	/** They could do anything, with the dialect or without it. */
	private static boolean hasExpressions(String text) {
		String lowerCase = text.toLowerCase(Locale.ROOT);
		return lowerCase.contains("th:") || lowerCase.contains("th-") || text.contains("[[") || text.contains("[(")
				|| text.contains("/*");
	}

	/** The page, or what kind of failure there is instead of it. */
	private static String render(SpringTemplateEngine engine, StringPage page, String template) {
		try {
			return page.render(engine, template, Map.of());
		}
		catch (TemplateEngineException ex) {
			return ex.getClass().getName();
		}
	}

}
