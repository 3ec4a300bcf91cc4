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

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;

import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request that any interceptor refuses gets no {@code 103}, wherever that one is
 * registered.
 */
class InterceptorOrderIntegrationTests {

	@ParameterizedTest
	@ValueSource(strings = { "/page", "/functional", "/view-controller", "/mapped" })
	void refusedByALaterOne(String path) {
		String page = EarlyHintsServer.path(path, "style", "/css/app.css");
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Refusing.class)) {
			server.learn(page);
			assertThat(server.navigate(page).isHinted()).isTrue();
			Answer refused = server.navigate(page, "X-Refuse", "yes");
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.isHinted()).isFalse();
			assertThat(refused.links()).isEmpty();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import(AfterAutoConfigurations.class)
	static class Refusing {

		/** A mapping of a library, with interceptors of its own. */
		@Bean
		SimpleUrlHandlerMapping mapped() {
			ParameterizableViewController page = new ParameterizableViewController();
			page.setViewName("style");
			SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(Map.of("/mapped", page), -1);
			mapping.setInterceptors(new RefusingInterceptor());
			return mapping;
		}

	}

	@Order
	static class AfterAutoConfigurations implements DeferredImportSelector {

		@Override
		public String[] selectImports(AnnotationMetadata importing) {
			return new String[] { Last.class.getName() };
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Last {

		@Bean
		WebMvcConfigurer lastInterceptor() {
			return new WebMvcConfigurer() {

				@Override
				public void addInterceptors(InterceptorRegistry registry) {
					registry.addInterceptor(new RefusingInterceptor()).order(Ordered.LOWEST_PRECEDENCE);
				}

			};
		}

	}

	private static final class RefusingInterceptor implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			boolean refused = request.getHeader("X-Refuse") != null;
			if (refused) {
				response.setStatus(HttpServletResponse.SC_FORBIDDEN);
			}
			return !refused;
		}

	}

}
