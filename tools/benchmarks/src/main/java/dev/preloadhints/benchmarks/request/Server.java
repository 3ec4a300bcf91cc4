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
package dev.preloadhints.benchmarks.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application with one of the variants, in this JVM and on a port of its own.
 */
final class Server implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final int port;

	Server(Variant variant) {
		this(variant, List.of());
	}

	/**
	 * Start the application.
	 * @param more arguments beside those of the variant
	 * @param parts what the application has beside its own
	 */
	Server(Variant variant, List<String> more, Class<?>... parts) {
		SpringApplication application = new SpringApplicationBuilder(variant.sources()).sources(parts).build();
		application.setRegisterShutdownHook(false);
		List<String> arguments = new ArrayList<>(variant.arguments());
		arguments.addAll(more);
		this.context = application.run(arguments.toArray(String[]::new));
		this.port = Integer
			.parseInt(Objects.requireNonNull(this.context.getEnvironment().getProperty("local.server.port")));
	}

	int port() {
		return this.port;
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
