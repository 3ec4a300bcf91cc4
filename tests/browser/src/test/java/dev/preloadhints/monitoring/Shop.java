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

import java.util.List;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.preloadhints.LinkFilter;
import dev.preloadhints.sample.SampleApplication;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample on a port of its own, with visitors of all kinds and a filter that fails for
 * those who ask for it.
 */
final class Shop implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final HttpTestClient http2;

	private final HttpTestClient http1;

	private Shop(ConfigurableApplicationContext context) {
		this.context = context;
		this.http2 = HttpTestClient.http2(port());
		this.http1 = HttpTestClient.http1(port());
	}

	static Shop open() {
		return new Shop(new SpringApplicationBuilder(SampleApplication.class, FailingFilter.class).run(
				"--server.port=0", "--bookshop.https.enabled=false", "--server.shutdown=immediate",
				"--preload.early-hints.proxied=true", "--spring.main.banner-mode=off", "--logging.level.root=warn"));
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** As browsers do, through a proxy that speaks HTTP/2 to the application. */
	void navigate(String path) {
		check(this.http2.navigate(path), path);
	}

	/** As browsers do, through a proxy that does not. */
	void navigateOverHttp1(String path) {
		check(this.http1.navigate(path), path);
	}

	void crawl(String path) {
		check(this.http2.get(path), path);
	}

	/**
	 * A visitor of each kind. The readers of one book make its cover expected, and the
	 * reader of the other goes without it.
	 */
	void visit() {
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
		return Scrape.of(check(this.http1.get("/actuator/prometheus"), "the meters").body());
	}

	private static Answer check(Answer answer, String path) {
		assertThat(List.of(200, 404)).as(path).contains(answer.status());
		return answer;
	}

	@Override
	public void close() {
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
