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

package dev.preloadhints.autoconfigure;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Says in one line what is active and what is not, and why.
 */
final class StartupMessage {

	private final PreloadProperties properties;

	private final Environment environment;

	private final boolean thymeleaf;

	private final @Nullable String incapable;

	/**
	 * Create a message.
	 * @param properties the starter's properties
	 * @param environment where those of the server are
	 * @param thymeleaf whether there is a dialect that collects links
	 * @param incapable the name of the container, if it cannot send Early Hints
	 */
	StartupMessage(PreloadProperties properties, Environment environment, boolean thymeleaf,
			@Nullable String incapable) {
		this.properties = properties;
		this.environment = environment;
		this.thymeleaf = thymeleaf;
		this.incapable = incapable;
	}

	@Override
	public String toString() {
		String version = PreloadAutoConfiguration.class.getPackage().getImplementationVersion();
		return "Preload" + ((version != null) ? " " + version : "") + ": " + linkHeader() + "; " + earlyHints();
	}

	private String linkHeader() {
		PreloadProperties.LinkHeader header = this.properties.getLinkHeader();
		if (!header.isEnabled()) {
			return "Link header off (preload.link-header.enabled)";
		}
		if (!this.thymeleaf) {
			return "no Link header, because there is no Thymeleaf to collect links from";
		}
		return "Link header on (" + header.getMaxSize().toBytes() + " bytes, " + header.getMaxLinks() + " links)";
	}

	private String earlyHints() {
		EarlyHintsProperties hints = this.properties.getEarlyHints();
		if (!hints.isEnabled()) {
			return "Early Hints off (preload.early-hints.enabled)";
		}
		if (this.incapable != null) {
			return "no Early Hints, because " + this.incapable + " has no way to send them that is known";
		}
		return "Early Hints on, " + (this.thymeleaf ? "learned from " + hints.getMinRenders() + " renders of a page"
				: "of declared links alone") + ", " + protocol(hints.isHttp1());
	}

	private String protocol(boolean http1) {
		if (!this.environment.containsProperty("local.server.port")) {
			return "if this container speaks HTTP/2" + (http1 ? ", and over HTTP/1.1 (preload.early-hints.http1)" : "");
		}
		boolean http2 = this.environment.getProperty("server.http2.enabled", Boolean.class, false);
		if (http1) {
			return (http2 ? "over HTTP/2, and " : "")
					+ "over HTTP/1.1 (preload.early-hints.http1), where browsers ignore them and nginx before 1.29 "
					+ "breaks the page: for a proxy that passes them on";
		}
		if (!http2) {
			return "but none are sent while HTTP/2 is off (server.http2.enabled): browsers ignore them over HTTP/1.1";
		}
		return isTls() ? "over HTTP/2"
				: "over HTTP/2 without TLS (server.ssl), which no browser speaks: for a proxy that speaks h2c";
	}

	/** Any property of it switches it on, unless one says otherwise. */
	private boolean isTls() {
		return this.environment.getProperty("server.ssl.enabled", Boolean.class, true) && Binder.get(this.environment)
			.bind("server.ssl", Bindable.mapOf(String.class, Object.class))
			.map(Map::isEmpty)
			.map((empty) -> !empty)
			.orElse(false);
	}

}
