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

/**
 * What the application has for its links.
 */
public enum Variant {

	/**
	 * Nothing, as if the dependency were not there: what the others are compared with.
	 */
	NONE,

	/** The same once more, to show how far apart two equal things are measured. */
	NONE_AGAIN,

	/**
	 * Links that are written by hand, which nobody keeps true: what the container takes.
	 */
	CONSTANT,

	/**
	 * Such links, and the starter's template processors without a page that they could
	 * collect for: what container and template engine take.
	 */
	FLOOR,

	/** The starter without its Early Hints. */
	HEADER,

	/** The starter, with its default settings. */
	STARTER,

	/** What a user would write instead: a filter that parses the finished page. */
	JSOUP;

	private static final String EXCLUDE = "--spring.autoconfigure.exclude=";

	private static final String PACKAGE = "dev.preloadhints.autoconfigure.";

	private static final String ALL_BUT_PROCESSORS = String.join(",", PACKAGE + "PreloadAutoConfiguration",
			PACKAGE + "PreloadMetricsAutoConfiguration", PACKAGE + "PreloadEndpointAutoConfiguration",
			PACKAGE + "PreloadDisabledAutoConfiguration");

	private static final String PROCESSORS = PACKAGE + "PreloadThymeleafAutoConfiguration";

	/** The arguments with which the application is started. */
	List<String> arguments() {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.http2.enabled=true",
				"--preload.early-hints.proxied=true", "--server.tomcat.threads.max=4",
				"--server.tomcat.threads.min-spare=4", "--spring.main.banner-mode=off", "--spring.jmx.enabled=false",
				"--spring.web.resources.cache.cachecontrol.max-age=1d"));
		switch (this) {
			case STARTER -> {
			}
			case HEADER -> arguments.add("--preload.early-hints.enabled=false");
			case FLOOR -> arguments.add(EXCLUDE + ALL_BUT_PROCESSORS);
			default -> arguments.add(EXCLUDE + ALL_BUT_PROCESSORS + "," + PROCESSORS);
		}
		return arguments;
	}

	/** What the application consists of. */
	Class<?>[] sources() {
		return switch (this) {
			case CONSTANT, FLOOR -> new Class<?>[] { ShopApplication.class, ConstantLinks.class };
			case JSOUP -> new Class<?>[] { ShopApplication.class, ParsingLinkFilter.class };
			default -> new Class<?>[] { ShopApplication.class };
		};
	}

}
