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
import java.util.function.UnaryOperator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.integration.earlyhints.EarlyHintsClient.Answer;
import dev.preloadhints.page.Page;
import dev.preloadhints.page.PageKey;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.web.LinkFilter;
import dev.preloadhints.web.PageVariant;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans of an application that throw: the page goes out whole, and the failure is
 * counted.
 */
class FailureIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "Store, learn", "ReadOnlyStore, learn", "Variant, learn", "Filter, filter", "Listener, listener" })
	void pageIsWholeAndTheFailureIsCounted(String bean, String stage) throws ClassNotFoundException {
		Class<?> configuration = Class.forName(getClass().getName() + "$" + bean);
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(configuration)) {
			String page = EarlyHintsServer.path("/own/page", "style", "/css/app.css");
			for (int i = 0; i < 4; i++) {
				Answer answer = server.navigate(page);
				assertThat(answer.status()).isEqualTo(200);
				assertThat(answer.body()).contains("/css/app.css").contains("The end.");
				assertThat(answer.links()).first().isEqualTo("</own.html>; rel=help");
				assertThat(answer.links().contains(SendingIntegrationTests.STYLE)).isEqualTo(!bean.equals("Filter"));
				assertThat(answer.fields().all("Set-Cookie")).containsExactly("basket=full");
				assertThat(answer.isHinted()).as("listeners have no say").isEqualTo(bean.equals("Listener") && i >= 2);
			}
			assertThat(server.errors(stage)).isGreaterThanOrEqualTo(4);
			assertThat(server.errors("request")).isZero();
		}
	}

	private static UnsupportedOperationException failure() {
		return new UnsupportedOperationException("A bean that fails");
	}

	@Configuration(proxyBeanMethods = false)
	static class Store {

		@Bean
		PageStore failingStore() {
			return new FailingStore();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReadOnlyStore {

		@Bean
		PageStore readOnlyStore() {
			return new FailingStore() {

				@Override
				public Page find(PageKey key) {
					return null;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Variant {

		@Bean
		PageVariant failingVariant() {
			return (request) -> {
				throw failure();
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Filter {

		@Bean
		LinkFilter failingFilter() {
			return (link, request) -> {
				throw failure();
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Listener {

		@Bean
		PreloadListener failingListener() {
			return new PreloadListener() {

				@Override
				public void pageRendered(PageReport report) {
					throw failure();
				}

				@Override
				public void earlyHintsDecided(EarlyHintsReport report) {
					throw failure();
				}

				@Override
				public void predictionChecked(PredictionReport report) {
					throw failure();
				}

				@Override
				public void failed(PreloadStage stage, Throwable failure) {
					throw failure();
				}

			};
		}

	}

	private static class FailingStore implements PageStore {

		@Override
		public Page find(PageKey key) {
			throw failure();
		}

		@Override
		public void update(PageKey key, UnaryOperator<Page> change) {
			throw failure();
		}

		@Override
		public void forget(PageKey key) {
			throw failure();
		}

		@Override
		public void forgetAll() {
			throw failure();
		}

		@Override
		public Map<PageKey, Page> pages() {
			throw failure();
		}

		@Override
		public long size() {
			throw failure();
		}

	}

}
