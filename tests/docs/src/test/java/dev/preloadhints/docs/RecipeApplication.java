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

package dev.preloadhints.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalH2AsyncClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AbstractAsyncResponseConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.awaitility.Awaitility;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.link.Omissions;

/**
 * An application with a recipe in it, and a client that speaks HTTP/2.
 */
final class RecipeApplication implements AutoCloseable {

	private volatile Omissions omissions = new Omissions();

	private volatile Omissions unlearnable = new Omissions();

	private final ConfigurableApplicationContext context;

	private final MinimalH2AsyncClient client = HttpAsyncClients.createHttp2Minimal();

	private RecipeApplication(List<Class<?>> configurations, List<String> properties) {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(configurations.toArray(new Class<?>[0]));
		builder.initializers((context) -> context.getBeanFactory().registerSingleton("observer", new PreloadListener() {

			@Override
			public void earlyHintsDecided(EarlyHintsReport report) {
				RecipeApplication.this.omissions = report.omissions();
			}

			@Override
			public void predictionChecked(PredictionReport report) {
				RecipeApplication.this.unlearnable = report.unlearnable();
			}

		}));
		List<String> arguments = new ArrayList<>(properties);
		arguments.add("server.http2.enabled=true");
		arguments.add(Templates.PROPERTY + "=" + Templates.prefix());
		this.context = builder.run(arguments.stream().map("--"::concat).toArray(String[]::new));
		this.client.start();
	}

	/** Without Spring Security. */
	static RecipeApplication start(List<Class<?>> configurations, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add(DocsApplication.WITHOUT_SECURITY);
		return new RecipeApplication(configurations, all);
	}

	/** With Spring Security. */
	static RecipeApplication startSecured(List<Class<?>> configurations, String... properties) {
		return new RecipeApplication(configurations, List.of(properties));
	}

	/** What was left out when it was last decided about Early Hints. */
	Omissions omissions() {
		return this.omissions;
	}

	/** What of the last page may not be learned. */
	Omissions unlearnable() {
		return this.unlearnable;
	}

	/** Ask as a browser does when it goes to a page. */
	Answer navigate(String path, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		all.addAll(List.of("Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"));
		return get(path, all.toArray(String[]::new));
	}

	/**
	 * Visit a page until its Early Hints, or its links left out, are what they should be:
	 * assets are looked at in the background.
	 */
	void navigateUntil(String path, Consumer<Answer> expectation, String... headers) {
		Awaitility.await().untilAsserted(() -> expectation.accept(navigate(path, headers)));
	}

	Answer get(String path, String... headers) {
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		SimpleRequestBuilder request = SimpleRequestBuilder.get("http://localhost:" + port + path);
		for (int i = 0; i < headers.length; i += 2) {
			request.addHeader(headers[i], headers[i + 1]);
		}
		SimpleHttpRequest built = request.build();
		Future<Answer> answer = this.client.execute(SimpleRequestProducer.create(built), new AnswerConsumer(), null);
		try {
			return answer.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(path, ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.client.close(CloseMode.GRACEFUL);
		this.context.close();
	}

	/**
	 * What came back.
	 *
	 * @param status the status of the final response
	 * @param headers its headers, names in lower case
	 * @param early the headers of the 103, none if there was none
	 */
	record Answer(int status, Map<String, String> headers, Map<String, String> early, String body) {

		String link() {
			return this.headers.getOrDefault("link", "");
		}

		/** The links of the 103. */
		String hints() {
			return this.early.getOrDefault("link", "");
		}

	}

	private static final class AnswerConsumer extends AbstractAsyncResponseConsumer<Answer, String> {

		private Map<String, String> early = Map.of();

		AnswerConsumer() {
			super(new StringAsyncEntityConsumer());
		}

		@Override
		public void informationResponse(HttpResponse response, HttpContext context) {
			this.early = headers(response);
		}

		@Override
		protected Answer buildResult(HttpResponse response, String body, ContentType contentType) {
			return new Answer(response.getCode(), headers(response), this.early, body);
		}

		private static Map<String, String> headers(HttpResponse response) {
			Map<String, String> headers = new LinkedHashMap<>();
			for (Header header : response.getHeaders()) {
				headers.merge(header.getName(), header.getValue(), (left, right) -> left + ", " + right);
			}
			return headers;
		}

	}

}
