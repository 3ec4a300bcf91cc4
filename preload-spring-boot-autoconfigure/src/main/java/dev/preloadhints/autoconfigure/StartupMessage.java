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

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.earlyhints.sender.TomcatEarlyHintsSender;

/**
 * Says in one line what is active and what is not, and why.
 */
final class StartupMessage {

	private static final String HTTP1 = "over HTTP/1.1 (preload.early-hints.http1), where browsers ignore them and "
			+ "nginx before 1.29 breaks the page";

	private final PreloadProperties properties;

	private final Environment environment;

	private final Supplier<TemplateEngines> engines;

	private final ServletContext servletContext;

	private final List<EarlyHintsSender> senders;

	/**
	 * Create a message.
	 * @param properties the starter's properties
	 * @param environment where those of the server are
	 * @param engines the template engines, asked for when the application has started
	 * @param servletContext the container
	 * @param senders those that can send Early Hints in it
	 */
	StartupMessage(PreloadProperties properties, Environment environment, Supplier<TemplateEngines> engines,
			ServletContext servletContext, List<EarlyHintsSender> senders) {
		this.properties = properties;
		this.environment = environment;
		this.engines = engines;
		this.servletContext = servletContext;
		this.senders = senders;
	}

	@Override
	public String toString() {
		String version = PreloadAutoConfiguration.class.getPackage().getImplementationVersion();
		TemplateEngines known = this.engines.get();
		return "Preload" + ((version != null) ? " " + version : "") + ": " + linkHeader(known) + "; "
				+ earlyHints(!known.collecting().isEmpty());
	}

	/** Whether anybody may get Early Hints. */
	boolean sendsEarlyHints() {
		EarlyHintsProperties hints = this.properties.getEarlyHints();
		return hints.isEnabled() && !this.senders.isEmpty()
				&& (isOverHttp1(hints) || whyNone(hints.isProxied()) == null);
	}

	private String linkHeader(TemplateEngines engines) {
		if (!this.properties.getLinkHeader().isEnabled()) {
			return "Link header off (preload.link-header.enabled)";
		}
		if (!engines.present()) {
			return "no Link header, because there is no Thymeleaf to collect links from";
		}
		String deaf = String.join(", ", engines.deaf());
		if (engines.collecting().isEmpty()) {
			return "no Link header, because "
					+ (deaf.isEmpty() ? "no template engine is a bean"
							: "the template engine " + deaf + " was used before it could be given the dialect")
					+ ": add the bean preloadDialect to the engine";
		}
		PreloadProperties.Budget budget = this.properties.getBudget();
		return "Link header on (" + budget.getMaxSize().toBytes() + " bytes, " + budget.getMaxLinks() + " links)"
				+ (deaf.isEmpty() ? "" : ", but not on pages of the template engine " + deaf
						+ ", which was used before it could be given the dialect (bean preloadDialect)");
	}

	private String earlyHints(boolean thymeleaf) {
		EarlyHintsProperties hints = this.properties.getEarlyHints();
		if (!hints.isEnabled()) {
			return "Early Hints off (preload.early-hints.enabled)";
		}
		if (this.senders.isEmpty()) {
			return "no Early Hints, because " + this.servletContext.getServerInfo() + " has no known way to send them";
		}
		return "Early Hints on, " + (thymeleaf ? "learned from " + hints.getMinRenders() + " renders of a page"
				: "of declared links alone") + ", " + connections(hints);
	}

	private String connections(EarlyHintsProperties hints) {
		boolean http1 = isOverHttp1(hints);
		String held = (hints.isHttp1() && !http1) ? "; never over HTTP/1.1 (preload.early-hints.http1), where "
				+ this.servletContext.getServerInfo() + " holds them back until the page" : "";
		String none = http1 ? null : whyNone(hints.isProxied());
		if (none != null) {
			return none + held;
		}
		return Stream.of(http2(hints.isProxied()), http1 ? HTTP1 : "")
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(", and ", "", ", " + (hints.isProxied() ? "also" : "not")
					+ " through proxies (preload.early-hints.proxied)" + held));
	}

	private boolean isOverHttp1(EarlyHintsProperties hints) {
		return hints.isHttp1() && this.senders.stream().anyMatch(EarlyHintsSender::supportsHttp1);
	}

	/** Why this server sends none, or {@code null}. */
	private @Nullable String whyNone(boolean proxied) {
		if (!hasServer() || (isHttp2() && (isTls() || proxied))) {
			return null;
		}
		return isHttp2()
				? "but not over HTTP/2 without TLS (server.ssl), which only proxies speak: some cut the page "
						+ "(preload.early-hints.proxied)"
				: "but none are sent while HTTP/2 is off (server.http2.enabled): browsers ignore them over HTTP/1.1";
	}

	private String http2(boolean proxied) {
		if (!hasServer()) {
			return "if this container speaks HTTP/2";
		}
		if (!isHttp2() || (!isTls() && !proxied)) {
			return "";
		}
		return "over HTTP/2" + (isTls() ? "" : " without TLS (server.ssl), which only proxies speak");
	}

	private boolean hasServer() {
		return this.environment.containsProperty("local.server.port");
	}

	private boolean isHttp2() {
		return this.environment.getProperty("server.http2.enabled", Boolean.class, false) || hasOwnConnector();
	}

	/** Whether the application added a connector that no property knows of. */
	private boolean hasOwnConnector() {
		return this.senders.stream()
			.anyMatch((sender) -> sender instanceof TomcatEarlyHintsSender tomcat
					&& tomcat.isHttp2OverTls(this.servletContext));
	}

	private boolean isTls() {
		return hasOwnConnector() || isTlsByProperties();
	}

	/** Any property of it switches it on, unless one says otherwise. */
	private boolean isTlsByProperties() {
		return this.environment.getProperty("server.ssl.enabled", Boolean.class, true) && Binder.get(this.environment)
			.bind("server.ssl", Bindable.mapOf(String.class, Object.class))
			.map(Map::isEmpty)
			.map((empty) -> !empty)
			.orElse(false);
	}

}
