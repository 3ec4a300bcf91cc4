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

package dev.preloadhints.integration.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import dev.preloadhints.integration.app.PagesApplication;
import dev.preloadhints.tests.AbsentStarter;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Request;

/**
 * An application on a real port. Started once for each set of properties, shared by all
 * tests of the run and stopped when the JVM ends.
 */
public final class TestServer {

	private static final Map<List<Object>, TestServer> servers = new ConcurrentHashMap<>();

	private final ConfigurableApplicationContext context;

	private final Class<?> application;

	private final List<String> properties;

	private final HttpTestClient client;

	private TestServer(Class<?> application, List<String> properties) {
		this.application = application;
		this.properties = properties;
		String[] arguments = properties.stream().map("--"::concat).toArray(String[]::new);
		this.context = new SpringApplicationBuilder(application).run(arguments);
		this.client = HttpTestClient.http1(port());
	}

	/** The application with the test pages. */
	public static TestServer withPages(String... properties) {
		return of(PagesApplication.class, properties);
	}

	public static TestServer of(Class<?> application, String... properties) {
		List<Object> key = new ArrayList<>(Arrays.asList(properties));
		key.add(application);
		return servers.computeIfAbsent(key, (ignored) -> new TestServer(application, List.of(properties)));
	}

	/** The same application without the starter. */
	public TestServer withoutStarter() {
		return with(AbsentStarter.PROPERTY);
	}

	/** The same application with the starter switched off. */
	public TestServer switchedOff() {
		return with("preload.enabled=false");
	}

	private TestServer with(String property) {
		List<String> all = new ArrayList<>(this.properties);
		all.add(property);
		return of(this.application, all.toArray(String[]::new));
	}

	public Answer get(String path, String... headers) {
		return this.client.get(path, headers);
	}

	public Answer head(String path, String... headers) {
		return this.client.send(Request.of("HEAD", path, headers));
	}

	public Answer post(String path, String... headers) {
		return this.client.send(Request.of("POST", path, headers));
	}

	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

}
