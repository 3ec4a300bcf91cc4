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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;

import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

import dev.preloadhints.asset.DiscoverySettings;
import dev.preloadhints.declare.DeclaredLink;
import dev.preloadhints.declare.DeclaredPageLinks;
import dev.preloadhints.declare.UrlPatterns;
import dev.preloadhints.earlyhints.EarlyHintsSettings;
import dev.preloadhints.header.LinkHeaderSettings;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.Url;
import dev.preloadhints.page.InMemoryPageStore;

/**
 * Turns properties into the values that the other packages work with. A wrong one stops
 * the start with its name.
 */
final class PropertyValues {

	/** Limits of the containers, by what their names begin with. */
	private static final Map<String, String> MAX_RESPONSE_HEADER_SIZE = Map.of("apache tomcat",
			"server.tomcat.max-http-response-header-size", "jetty", "server.jetty.max-http-response-header-size");

	private static final DataSize DEFAULT_MAX_RESPONSE_HEADER_SIZE = DataSize.ofKilobytes(8);

	/**
	 * With the links of the default budget, all headers of a response fit into 4 KB, the
	 * buffer that nginx has for them by default. Who allows more links has larger ones.
	 */
	private static final int OTHER_HEADERS = 3096;

	private final PreloadProperties properties;

	private final Environment environment;

	private final WrongValues wrong;

	PropertyValues(PreloadProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
		this.wrong = new WrongValues(environment);
	}

	LinkHeaderSettings linkHeaderSettings(ServletContext servletContext) {
		PreloadProperties.LinkHeader header = this.properties.getLinkHeader();
		int bufferSize = bytes("preload.link-header.buffer-size", header.getBufferSize(), 0, DataSize.ofMegabytes(16));
		LinkBudget budget = linkBudget();
		return new LinkHeaderSettings(header.isEnabled(), budget, maxResponseHeader(budget, servletContext), bufferSize,
				this.properties.getServerTiming().isEnabled());
	}

	EarlyHintsSettings earlyHintsSettings(ServletContext servletContext) {
		EarlyHintsProperties hints = this.properties.getEarlyHints();
		int maxWeight = bytes("preload.early-hints.max-weight", hints.getMaxWeight(), 1, DataSize.ofGigabytes(1));
		int minRenders = range("preload.early-hints.min-renders", hints.getMinRenders(), 1, 16);
		LinkBudget budget = linkBudget();
		return new EarlyHintsSettings(hints.isEnabled(), hints.isHttp1(), hints.isProxied(), maxWeight, minRenders,
				budget, maxResponseHeader(budget, servletContext));
	}

	Set<String> sharedOrigins() {
		Set<String> origins = new LinkedHashSet<>();
		for (String origin : this.properties.getEarlyHints().getSharedOrigins()) {
			Url url = Url.parse(origin);
			if (url == null || !url.hasAuthority() || !url.path().equals("/") || origin.indexOf('?') >= 0) {
				throw this.wrong.element("preload.early-hints.shared-origins", origin,
						"it has to be an origin without a path, such as https://cdn.example.com");
			}
			origins.add(url.origin());
			// As a page may write it, too.
			origins.add(url.origin().substring(url.origin().indexOf("//")));
		}
		return origins;
	}

	DiscoverySettings discoverySettings() {
		return new DiscoverySettings(this.properties.getDiscovery().getInclude(),
				range("preload.discovery.max-fonts", this.properties.getDiscovery().getMaxFonts(), 0, 16));
	}

	InMemoryPageStore pageStore() {
		StoreProperties store = this.properties.getStore();
		int maxPages = range("preload.store.max-pages", store.getMaxPages(), 1, 1_000_000);
		int maxSize = bytes("preload.store.max-size", store.getMaxSize(), 4096, DataSize.ofGigabytes(1));
		Duration timeToIdle = store.getTimeToIdle();
		if (timeToIdle.isNegative() || timeToIdle.isZero()) {
			throw this.wrong.value("preload.store.time-to-idle", timeToIdle, "it has to be longer than zero");
		}
		return new InMemoryPageStore(maxPages, maxSize, timeToIdle);
	}

	private LinkBudget linkBudget() {
		PreloadProperties.Budget budget = this.properties.getBudget();
		int maxSize = bytes("preload.budget.max-size", budget.getMaxSize(), 1, DataSize.ofKilobytes(64));
		return new LinkBudget(maxSize, range("preload.budget.max-links", budget.getMaxLinks(), 1, 1000));
	}

	private int range(String name, int value, int min, int max) {
		if (value < min || value > max) {
			throw this.wrong.value(name, value, "it has to be from " + min + " to " + max);
		}
		return value;
	}

	private int maxResponseHeader(LinkBudget budget, ServletContext servletContext) {
		String container = String.valueOf(servletContext.getServerInfo()).toLowerCase(Locale.ROOT);
		boolean known = MAX_RESPONSE_HEADER_SIZE.keySet().stream().anyMatch(container::startsWith);
		long max = (long) budget.maxBytes() + OTHER_HEADERS;
		for (Map.Entry<String, String> limit : MAX_RESPONSE_HEADER_SIZE.entrySet()) {
			// Only the container that is there heeds its property.
			if (!known || container.startsWith(limit.getKey())) {
				DataSize size = this.environment.getProperty(limit.getValue(), DataSize.class,
						DEFAULT_MAX_RESPONSE_HEADER_SIZE);
				max = Math.min(max, size.toBytes());
			}
		}
		return (int) max;
	}

	private int bytes(String name, DataSize size, int min, DataSize max) {
		if (size.toBytes() < min || size.compareTo(max) > 0) {
			throw this.wrong.value(name, size, "it has to be from " + min + "B to " + text(max));
		}
		return (int) size.toBytes();
	}

	private static String text(DataSize size) {
		return (size.toMegabytes() > 0) ? size.toMegabytes() + "MB" : size.toKilobytes() + "KB";
	}

	UrlPatterns excludedResources() {
		return patterns("preload.resources.exclude", this.properties.getResources().getExclude());
	}

	DeclaredPageLinks pageLinks() {
		PreloadProperties.Pages pages = this.properties.getPages();
		List<DeclaredPageLinks.Declaration> declarations = new ArrayList<>();
		for (int i = 0; i < pages.getLinks().size(); i++) {
			String name = "preload.pages.links[" + i + "]";
			DeclaredLinkProperties link = pages.getLinks().get(i);
			List<String> patterns = link.getPages().isEmpty() ? List.of("/**") : link.getPages();
			declarations
				.add(new DeclaredPageLinks.Declaration(patterns(name + ".pages", patterns), declared(name, link)));
		}
		return new DeclaredPageLinks(patterns("preload.pages.exclude", pages.getExclude()), declarations);
	}

	private DeclaredLink declared(String name, DeclaredLinkProperties link) {
		String href = (link.getHref() != null) ? link.getHref() : "";
		try {
			return new DeclaredLink(href, link.getRel(), link.getAs(), link.getCrossorigin(), link.getFetchpriority(),
					link.getType(), link.getMedia());
		}
		catch (IllegalArgumentException ex) {
			throw this.wrong.part(name, "href", Stream.of("as", "rel", "pages"), String.valueOf(ex.getMessage()));
		}
	}

	private UrlPatterns patterns(String name, List<String> patterns) {
		for (String pattern : patterns) {
			try {
				new UrlPatterns(List.of(pattern));
			}
			catch (IllegalArgumentException ex) {
				throw this.wrong.element(name, pattern, String.valueOf(ex.getMessage()));
			}
		}
		return new UrlPatterns(patterns);
	}

}
