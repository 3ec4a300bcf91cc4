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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import dev.preloadhints.integration.app.PagesApplication;

/**
 * An application on a real port. Started once for each set of properties, shared by all
 * tests of the run and stopped when the JVM ends.
 */
public final class TestServer {

	private static final Map<List<Object>, TestServer> servers = new ConcurrentHashMap<>();

	private static final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext context;

	private final Class<?> application;

	private final List<String> properties;

	private TestServer(Class<?> application, List<String> properties) {
		this.application = application;
		this.properties = properties;
		String[] arguments = properties.stream().map("--"::concat).toArray(String[]::new);
		this.context = new SpringApplicationBuilder(application).run(arguments);
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

	/** The same application with the starter switched off. */
	public TestServer withoutPreload() {
		List<String> off = new ArrayList<>(this.properties);
		off.add("preload.enabled=false");
		return of(this.application, off.toArray(String[]::new));
	}

	public Response get(String path, String... headers) {
		return send("GET", path, headers);
	}

	public Response head(String path, String... headers) {
		return send("HEAD", path, headers);
	}

	public Response post(String path, String... headers) {
		return send("POST", path, headers);
	}

	private Response send(String method, String path, String... headers) {
		return send(http, method, path, headers);
	}

	/** Send a request with a client of one's own. */
	public Response send(HttpClient client, String method, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
			.timeout(Duration.ofSeconds(30))
			.method(method, BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return new Response(client.send(request.build(), BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(method + " " + path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

}
