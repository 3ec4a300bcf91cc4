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

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;

import dev.preloadhints.PageVariant;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages whose handlers are told apart by other means than their pattern.
 */
class OtherMappingsIntegrationTests {

	@Test
	void whatAllPagesOfAHandlerHaveIsLearned() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Flows.class)) {
			String login = EarlyHintsServer.path("/flow/login", "style", "/css/app.css");
			String logout = EarlyHintsServer.path("/flow/logout", "style", "/css/app.css", "style", "/css/other.css");
			server.navigate(login);
			server.navigate(logout);
			server.navigate(login);
			server.navigate(logout);
			assertThat(server.navigate(login).hints()).containsExactly(SendingIntegrationTests.STYLE);
			assertThat(server.outcomes("unlearned")).isPositive();
		}
	}

	@Test
	void functionsOfOnePatternAreAPageEach() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Flows.class)) {
			String simple = EarlyHintsServer.path("/search", "style", "/css/app.css");
			String advanced = EarlyHintsServer.path("/search", "style", "/css/other.css", "advanced", "1");
			server.learn(simple);
			assertThat(server.navigate(advanced).isHinted()).isFalse();
			assertThat(server.navigate(simple).hints()).containsExactly(SendingIntegrationTests.STYLE);
		}
	}

	/** A filter hides which of them it calls. */
	@Test
	void functionsOfOnePatternBehindAFilterAreOnePage() {
		String simple = EarlyHintsServer.path("/filtered", "style", "/css/third.css", "style", "/css/app.css");
		String advanced = EarlyHintsServer.path("/filtered", "style", "/css/third.css", "style", "/css/other.css",
				"advanced", "1");
		String common = "</css/third.css>; rel=preload; as=style";
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Flows.class)) {
			server.learn(simple);
			server.navigate(advanced);
			assertThat(server.predictions("wasted")).as("once").isEqualTo(1);
			for (int i = 0; i < 10; i++) {
				assertThat(server.navigate(simple).hints()).containsExactly(common);
				assertThat(server.navigate(advanced).hints()).containsExactly(common);
			}
			assertThat(server.predictions("wasted")).isEqualTo(1);
		}
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Variants.class)) {
			server.learn(simple);
			assertThat(server.navigate(advanced).isHinted()).isFalse();
			assertThat(server.navigate(simple).hints()).containsExactly(common, SendingIntegrationTests.STYLE);
			assertThat(server.predictions("wasted")).isZero();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Variants extends Flows {

		@Bean
		PageVariant form() {
			return (request) -> (request.getParameter("advanced") != null) ? "advanced" : null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Flows {

		private static ServerResponse page(ServerRequest request) {
			return ServerResponse.ok().render("page", request.params());
		}

		@Bean
		RouterFunction<ServerResponse> filtered() {
			return RouterFunctions.route()
				.GET("/filtered", RequestPredicates.param("advanced", "1"), (request) -> page(request))
				.GET("/filtered", (request) -> page(request))
				.filter((request, next) -> next.handle(request))
				.build();
		}

		@Bean
		RouterFunction<ServerResponse> search() {
			return RouterFunctions.route()
				.GET("/search", RequestPredicates.param("advanced", "1"),
						(request) -> ServerResponse.ok().render("style"))
				.GET("/search", (request) -> ServerResponse.ok().render("style"))
				.build();
		}

		@Bean
		AbstractHandlerMapping flows() {
			ParameterizableViewController flow = new ParameterizableViewController();
			flow.setViewName("style");
			AbstractHandlerMapping mapping = new AbstractHandlerMapping() {

				@Override
				protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
					return request.getRequestURI().startsWith("/flow/") ? flow : null;
				}

			};
			mapping.setOrder(-1);
			return mapping;
		}

	}

}
