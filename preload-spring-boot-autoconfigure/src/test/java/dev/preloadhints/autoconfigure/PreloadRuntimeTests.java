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
package dev.preloadhints.autoconfigure;

import java.time.Duration;

import jakarta.servlet.ServletContext;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.page.InMemoryPageStore;
import dev.preloadhints.page.PageStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the parts of the runtime are made, and what becomes of pages where they cannot be.
 */
class PreloadRuntimeTests {

	@Test
	void makesNothingBeforeTheFirstRequest() {
		try (GenericApplicationContext context = context()) {
			PreloadRuntime runtime = new PreloadRuntime(new PreloadProperties(), context, new MockServletContext());
			runtime.afterSingletonsInstantiated();
			assertThat(runtime).extracting("events", "assets", "pages").containsOnlyNulls();
			assertThat(context.getBean(PageStore.class).size()).isZero();
			assertThat(context.getBean(PageStore.class)).extracting("pages").isNull();
			RuntimeInterceptor interceptor = new RuntimeInterceptor(() -> runtime, (request) -> true);
			interceptor.preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), this);
			assertThat(runtime.pages()).isSameAs(runtime.pages());
			assertThat(runtime).extracting("events", "assets", "pages").doesNotContainNull();
			runtime.close();
		}
	}

	@Test
	void noPageSuffersWhereTheyCannotBeMade() {
		ServletContext broken = new MockServletContext() {

			@Override
			public String getContextPath() {
				throw new NoClassDefFoundError("expected");
			}

		};
		try (GenericApplicationContext context = context()) {
			PreloadRuntime runtime = new PreloadRuntime(new PreloadProperties(), context, broken);
			runtime.afterSingletonsInstantiated();
			RuntimeInterceptor interceptor = new RuntimeInterceptor(() -> runtime, (request) -> true);
			MockHttpServletRequest request = new MockHttpServletRequest();
			MockHttpServletResponse response = new MockHttpServletResponse();
			assertThat(interceptor.preHandle(request, response, this)).isTrue();
			interceptor.postHandle(request, response, this, null);
			interceptor.afterCompletion(request, response, this, null);
			assertThat(context.getBean(Failures.class).failures).isEqualTo(3);
			runtime.close();
		}
	}

	private static GenericApplicationContext context() {
		GenericApplicationContext context = new GenericApplicationContext();
		context.registerBean(PageStore.class, () -> new InMemoryPageStore(10, 10_000, Duration.ofDays(1)));
		context.registerBean(Failures.class);
		context.refresh();
		return context;
	}

	private static final class Failures implements PreloadListener {

		private int failures;

		@Override
		public void failed(PreloadStage stage, Throwable failure) {
			assertThat(stage).isEqualTo(PreloadStage.REQUEST);
			this.failures++;
		}

	}

}
