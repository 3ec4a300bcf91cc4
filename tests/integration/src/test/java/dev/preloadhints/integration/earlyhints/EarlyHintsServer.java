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

import jakarta.servlet.ServletContext;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Exchange;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A running {@link EarlyHintsApplication} and a client of it.
 */
final class EarlyHintsServer implements AutoCloseable {

	private static EarlyHintsServer shared;

	private final Map<Meter.Id, Double> before = new HashMap<>();

	private final ConfigurableApplicationContext context;

	private final HttpTestClient client;

	private final HttpTestClient http1;

	private EarlyHintsServer(List<String> properties, Class<?>... configurations) {
		List<String> arguments = new ArrayList<>(
				List.of("--server.http2.enabled=true", "--spring.thymeleaf.prefix=classpath:/earlyhints/templates/",
						"--spring.web.resources.static-locations=classpath:/earlyhints/static/"));
		properties.forEach((property) -> arguments.add("--" + property));
		List<Class<?>> sources = new ArrayList<>(List.of(EarlyHintsApplication.class));
		sources.addAll(List.of(configurations));
		this.context = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
			.run(arguments.toArray(String[]::new));
		this.client = HttpTestClient.http2(port());
		this.http1 = HttpTestClient.http1(port());
	}

	/** The server of most tests, with nothing learned. Its static files are cacheable. */
	static synchronized EarlyHintsServer shared() {
		if (shared == null) {
			shared = cacheable();
		}
		shared.forget();
		return shared;
	}

	static EarlyHintsServer cacheable(String... properties) {
		return new EarlyHintsServer(cacheable(List.of(properties)), StaticResourcesWithoutVary.class);
	}

	/**
	 * A server with another configuration, whose static files are cacheable.
	 */
	static EarlyHintsServer cacheable(Class<?> configuration, String... properties) {
		return new EarlyHintsServer(cacheable(List.of(properties)), StaticResourcesWithoutVary.class, configuration);
	}

	/**
	 * A server whose static files are cacheable, and vary on what this version of Spring
	 * says.
	 */
	static EarlyHintsServer varying(Class<?>... configurations) {
		return new EarlyHintsServer(cacheable(List.of("logging.level.preload=info")), configurations);
	}

	private static List<String> cacheable(List<String> properties) {
		List<String> all = new ArrayList<>(List.of("spring.web.resources.cache.cachecontrol.max-age=1h"));
		all.addAll(properties);
		return all;
	}

	/** A server that says nothing about caching. */
	static EarlyHintsServer plain(Class<?> configuration, String... properties) {
		return new EarlyHintsServer(List.of(properties), StaticResourcesWithoutVary.class, configuration);
	}

	/** A server that says nothing about caching. */
	static EarlyHintsServer plain(String... properties) {
		return new EarlyHintsServer(List.of(properties), StaticResourcesWithoutVary.class);
	}

	static boolean isTomcat() {
		return System.getProperty("integration.container", "tomcat").equals("tomcat");
	}

	/** Tomcat 10.1 ignores a header that is set to {@code null}. */
	boolean canTakeCookiesBack() {
		return !this.context.getBean(ServletContext.class).getServerInfo().startsWith("Apache Tomcat/10.");
	}

	/** The path of a page with these elements: names and URLs. */
	static String page(String... elements) {
		return path("/page", elements);
	}

	static String path(String path, String... elements) {
		StringBuilder query = new StringBuilder(path);
		for (int i = 0; i < elements.length; i += 2) {
			query.append((i == 0) ? '?' : '&')
				.append(elements[i])
				.append('=')
				.append(URLEncoder.encode(elements[i + 1], StandardCharsets.UTF_8));
		}
		return query.toString();
	}

	/** Forget the pages, and count from here. */
	void forget() {
		this.context.getBean(PageStore.class).forgetAll();
		count();
	}

	/** Count from here. */
	void count() {
		for (Meter meter : this.context.getBean(MeterRegistry.class).getMeters()) {
			if (meter instanceof Counter counter) {
				this.before.put(meter.getId(), counter.count());
			}
		}
	}

	/** Go to a page as a browser does. */
	Answer navigate(String path, String... headers) {
		Answer answer = this.client.navigate(path, headers);
		awaitIdle();
		return answer;
	}

	/**
	 * Learning comes last, and a redirect reaches its client before. Resources that are
	 * seen for the first time are looked for after that.
	 */
	void awaitIdle() {
		AtomicInteger active = this.context.getBean(AtomicInteger.class);
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(2))
			.until(() -> active.get() == 0);
		CompletableFuture<Void> looked = new CompletableFuture<>();
		AssetWorker worker = ReflectionTestUtils.invokeMethod(assetRuntime(), "worker");
		assertThat(worker.submit(() -> looked.complete(null))).isTrue();
		looked.join();
	}

	/** What is known of static resources. */
	AssetCatalog assets() {
		return ReflectionTestUtils.invokeMethod(assetRuntime(), "catalog");
	}

	private Object assetRuntime() {
		return ReflectionTestUtils.invokeMethod(this.context.getBean("preloadRuntime"), "assets");
	}

	Exchange start(String path, String... headers) {
		return this.client.start(Request.navigation(path, headers));
	}

	/** A client that knows no other version. */
	HttpTestClient http1() {
		return this.http1;
	}

	/** Ask as something that is no browser's navigation. */
	Answer get(String path, String... headers) {
		Answer answer = this.client.get(path, headers);
		awaitIdle();
		return answer;
	}

	/** Go to a page so often that it is learned. */
	void learn(String path, String... headers) {
		navigate(path, headers);
		navigate(path, headers);
	}

	int outcomes(String outcome) {
		return counted("preload.early.hints", "outcome", outcome);
	}

	/** Decisions of all kinds. */
	int outcomes() {
		return counted("preload.early.hints", null, null);
	}

	int predictions(String result) {
		return counted("preload.prediction", "result", result);
	}

	int errors(String stage) {
		return counted("preload.errors", "stage", stage);
	}

	/** Links that were left out of Early Hints. */
	int omitted(String reason) {
		return omitted("early_hints", reason);
	}

	int omittedFromHeaders(String reason) {
		return omitted("header", reason);
	}

	private int omitted(String delivery, String reason) {
		double count = 0;
		for (Counter counter : this.context.getBean(MeterRegistry.class)
			.find("preload.links.omitted")
			.tags("delivery", delivery, "reason", reason)
			.counters()) {
			count += counter.count() - this.before.getOrDefault(counter.getId(), 0.0);
		}
		return (int) count;
	}

	private int counted(String name, String tag, String value) {
		double count = 0;
		for (Counter counter : this.context.getBean(MeterRegistry.class).find(name).counters()) {
			if (tag == null || value.equals(counter.getId().getTag(tag))) {
				count += counter.count() - this.before.getOrDefault(counter.getId(), 0.0);
			}
		}
		return (int) count;
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	@Override
	public void close() {
		this.client.close();
		this.http1.close();
		this.context.close();
	}

}
