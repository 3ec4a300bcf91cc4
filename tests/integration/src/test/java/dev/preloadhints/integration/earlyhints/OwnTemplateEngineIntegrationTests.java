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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications with a template engine of their own, to which Spring Boot adds nothing.
 */
@ExtendWith(OutputCaptureExtension.class)
class OwnTemplateEngineIntegrationTests {

	private static final String PAGE = EarlyHintsServer.page("style", "/css/app.css");

	@Test
	void theirPagesAreHinted(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(OwnEngines.class, "logging.level.preload=info")) {
			server.learn(PAGE);
			Answer page = server.navigate(PAGE);
			assertThat(page.hints()).containsExactly(SendingIntegrationTests.STYLE);
			assertThat(page.links()).containsExactly(SendingIntegrationTests.STYLE);
		}
		assertThat(output).contains("Preload").contains("Link header on (1000 bytes, 16 links); Early Hints on");
	}

	@Test
	void anEngineThatWasUsedIsToldOf(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(UsedEngine.class, "logging.level.preload=info")) {
			Answer page = server.navigate(PAGE);
			assertThat(page.body()).contains("The end.");
			assertThat(page.links()).isEmpty();
		}
		assertThat(output).contains("no Link header, because the template engine shopEngine was used before");
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnEngines {

		@Bean
		SpringTemplateEngine shopEngine(ITemplateResolver resolver) {
			SpringTemplateEngine engine = new SpringTemplateEngine();
			engine.setTemplateResolver(resolver);
			return engine;
		}

		@Bean
		TemplateEngine mailEngine() {
			TemplateEngine engine = new TemplateEngine();
			engine.setTemplateResolver(new StringTemplateResolver());
			return engine;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UsedEngine {

		@Bean
		SpringTemplateEngine shopEngine(ITemplateResolver resolver) {
			SpringTemplateEngine engine = new SpringTemplateEngine();
			engine.setTemplateResolver(resolver);
			// As whoever warms it up does.
			engine.getConfiguration();
			return engine;
		}

	}

}
