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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import jakarta.servlet.http.HttpServletRequest;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Resources that cannot be looked at take no hint but their own.
 */
@Tag("slow")
class FaultyResourcesIntegrationTests {

	private static final String STYLE = "</some/css/app.css>; rel=preload; as=style";

	@ParameterizedTest
	@ValueSource(strings = { "/some/css/throws.css", "/some/css/fails.css", "/some/css/never.css" })
	void otherResourcesOfThePageAreLearned(String faulty) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Resources.class)) {
			String page = EarlyHintsServer.page("style", faulty, "style", "/some/css/app.css");
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.until(() -> server.navigate(page).hints().equals(List.of(STYLE)));
			assertThat(server.errors("asset")).isPositive();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/some/declared/throws.css", "/some/declared/fails.css", "/some/declared/never.css" })
	void declaredLinkOfAPageIsLeftOut(String faulty) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Resources.class, "preload.pages.links[0].pages=/page",
				"preload.pages.links[0].href=" + faulty, "preload.pages.links[0].as=style",
				"preload.pages.links[1].pages=/page", "preload.pages.links[1].href=/some/css/app.css",
				"preload.pages.links[1].as=style")) {
			String page = EarlyHintsServer.page("script", "/js/app.js");
			List<String> others = List.of(STYLE, SendingIntegrationTests.SCRIPT);
			Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
				Answer answer = server.navigate(page);
				return answer.links().equals(others) && answer.hints().equals(others);
			});
			assertThat(server.omittedFromHeaders("failed")).isPositive();
			assertThat(server.errors("collect")).isPositive();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Resources implements WebMvcConfigurer {

		@Override
		public void addResourceHandlers(ResourceHandlerRegistry registry) {
			registry.addResourceHandler("/some/**")
				.addResourceLocations("classpath:/earlyhints/static/")
				.setCachePeriod(3600)
				.resourceChain(false)
				.addResolver(new FaultyResolver());
		}

	}

	private static final class FaultyResolver extends PathResourceResolver {

		@Override
		public @Nullable Resource resolveResource(@Nullable HttpServletRequest request, String path,
				List<? extends Resource> locations, ResourceResolverChain chain) {
			fail(path);
			return super.resolveResource(request, path, locations, chain);
		}

		@Override
		public @Nullable String resolveUrlPath(String path, List<? extends Resource> locations,
				ResourceResolverChain chain) {
			// Not those of the page's markup: Spring itself asks for these.
			if (path.startsWith("declared/")) {
				fail(path.replace("declared/", "css/"));
			}
			return super.resolveUrlPath(path, locations, chain);
		}

		private static void fail(String path) {
			switch (path) {
				case "css/throws.css" -> throw new IllegalStateException(path);
				case "css/fails.css" -> throw new ExceptionInInitializerError(path);
				case "css/never.css" -> doNotAnswer();
			}
		}

		/** Sockets and dead mounts take no notice of an interrupt. */
		private static void doNotAnswer() {
			while (true) {
				try {
					new CountDownLatch(1).await();
				}
				catch (InterruptedException ex) {
					// And goes on.
				}
			}
		}

	}

}
