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

package dev.preloadhints.browser;

import java.util.ArrayList;
import java.util.List;

import dev.preloadhints.network.Certificate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running application, with {@link Observers} in it.
 *
 * @param context the application
 * @param scheme {@code https} or {@code http}
 */
record Server(ConfigurableApplicationContext context, String scheme) implements AutoCloseable {

	/** Over HTTP/2 as browsers speak it. */
	static Server https(Certificate certificate, List<Class<?>> sources, String... properties) {
		List<String> arguments = new ArrayList<>(List.of(properties));
		arguments.addAll(certificate.serverProperties());
		return start("https", sources, arguments);
	}

	/** Over HTTP/2 as proxies speak it. */
	static Server http(List<Class<?>> sources, String... properties) {
		List<String> arguments = new ArrayList<>(List.of(properties));
		arguments.add("preload.early-hints.proxied=true");
		return start("http", sources, arguments);
	}

	private static Server start(String scheme, List<Class<?>> sources, List<String> properties) {
		properties.addAll(List.of("server.port=0", "server.http2.enabled=true", "server.shutdown=immediate",
				"spring.main.banner-mode=off", "logging.level.root=warn"));
		List<Class<?>> all = new ArrayList<>(sources);
		all.add(Observers.class);
		return new Server(new SpringApplicationBuilder(all.toArray(new Class<?>[0]))
			.run(properties.stream().map((property) -> "--" + property).toArray(String[]::new)), scheme);
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	String url(String path) {
		return this.scheme + "://localhost:" + port() + path;
	}

	/** Forget what was observed. */
	void forget() {
		requests().clear();
		hints().clear();
	}

	Observers.RequestLog requests() {
		return this.context.getBean(Observers.RequestLog.class);
	}

	Observers.HintLog hints() {
		return this.context.getBean(Observers.HintLog.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
