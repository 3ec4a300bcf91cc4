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

package dev.preloadhints.monitoring;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.preloadhints.sample.SampleApplication;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.reactor.IOReactorConfig;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.preloadhints.web.LinkFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample on a port of its own, with visitors of all kinds and a filter that fails for
 * those who ask for it.
 */
final class Shop implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final CloseableHttpAsyncClient http2 = client(HttpVersionPolicy.FORCE_HTTP_2);

	private final CloseableHttpAsyncClient http1 = client(HttpVersionPolicy.FORCE_HTTP_1);

	private Shop(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static Shop open() {
		return new Shop(new SpringApplicationBuilder(SampleApplication.class, FailingFilter.class).run(
				"--server.port=0", "--bookshop.https.enabled=false", "--server.shutdown=immediate",
				"--spring.main.banner-mode=off", "--logging.level.root=warn"));
	}

	private static CloseableHttpAsyncClient client(HttpVersionPolicy version) {
		CloseableHttpAsyncClient client = HttpAsyncClients.createMinimal(
				H2Config.custom().setPushEnabled(false).build(), Http1Config.DEFAULT,
				IOReactorConfig.custom().setIoThreadCount(1).build(),
				PoolingAsyncClientConnectionManagerBuilder.create()
					.setDefaultTlsConfig(TlsConfig.custom().setVersionPolicy(version).build())
					.build());
		client.start();
		return client;
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** As browsers do, through a proxy that speaks HTTP/2 to the application. */
	void navigate(String path) throws Exception {
		ask(this.http2, path, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
	}

	/** As browsers do, through a proxy that does not. */
	void navigateOverHttp1(String path) throws Exception {
		ask(this.http1, path, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
	}

	void crawl(String path) throws Exception {
		ask(this.http2, path);
	}

	/**
	 * A visitor of each kind. The readers of one book make its cover expected, and the
	 * reader of the other goes without it.
	 */
	void visit() throws Exception {
		for (int i = 0; i < 3; i++) {
			navigate("/");
			navigate("/books/after-the-feather");
		}
		navigate("/books/after-the-orchard");
		navigate("/about");
		navigate("/about?fail");
		navigateOverHttp1("/books");
		crawl("/books");
	}

	Scrape scrape() throws Exception {
		return Scrape.of(ask(this.http1, "/actuator/prometheus"));
	}

	private String ask(CloseableHttpAsyncClient client, String path, String... headers) throws Exception {
		SimpleHttpRequest request = SimpleRequestBuilder.get(URI.create("http://localhost:" + port() + path)).build();
		for (int i = 0; i < headers.length; i += 2) {
			request.addHeader(headers[i], headers[i + 1]);
		}
		SimpleHttpResponse response = client.execute(request, null).get(60, TimeUnit.SECONDS);
		assertThat(List.of(200, 404)).as(path).contains(response.getCode());
		return response.getBodyText();
	}

	@Override
	public void close() throws Exception {
		this.http2.close();
		this.http1.close();
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	static class FailingFilter {

		@Bean
		LinkFilter failsForThoseWhoAsk() {
			return (link, request) -> {
				if (request.getParameter("fail") != null) {
					throw new IllegalStateException("This filter fails on purpose");
				}
				return true;
			};
		}

	}

}
