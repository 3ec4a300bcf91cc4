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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.InvalidLinkException;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.Url;
import dev.preloadhints.page.InMemoryPageStore;

/**
 * Turns properties into the values that the other packages work with. A wrong one stops
 * the start with its name.
 */
final class PropertyValues {

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
		int bufferSize = header.getBufferSize().toBytes() == 0 ? 0
				: bytes("preload.link-header.buffer-size", header.getBufferSize(), 1024, DataSize.ofMegabytes(16));
		LinkBudget budget = linkBudget();
		return new LinkHeaderSettings(header.isEnabled(), budget,
				ResponseHeaderLimit.of(budget, this.environment, servletContext), bufferSize,
				this.properties.getServerTiming().isEnabled());
	}

	EarlyHintsSettings earlyHintsSettings(ServletContext servletContext) {
		EarlyHintsProperties hints = this.properties.getEarlyHints();
		int maxWeight = bytes("preload.early-hints.max-weight", hints.getMaxWeight(), 1, DataSize.ofGigabytes(1));
		int minRenders = range("preload.early-hints.min-renders", hints.getMinRenders(), 1, 16);
		LinkBudget budget = linkBudget();
		return new EarlyHintsSettings(hints.isEnabled(), hints.isHttp1(), hints.isProxied(), maxWeight, minRenders,
				budget, ResponseHeaderLimit.of(budget, this.environment, servletContext));
	}

	Set<String> sharedOrigins() {
		Set<String> origins = new LinkedHashSet<>();
		for (String origin : this.properties.getEarlyHints().getSharedOrigins()) {
			Url url = Url.parse(origin);
			if (url == null || !url.isOrigin()) {
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
		if (timeToIdle.compareTo(Duration.ofSeconds(1)) < 0) {
			throw this.wrong.value("preload.store.time-to-idle", timeToIdle,
					"it has to be 1s or longer; a number without a unit counts milliseconds");
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

	private int bytes(String name, DataSize size, int min, DataSize max) {
		long bytes = size.toBytes();
		if (bytes < min || size.compareTo(max) > 0) {
			String unit = (bytes > 0 && bytes < min)
					? "; a number without a unit counts bytes: is " + bytes + "KB meant?" : "";
			throw this.wrong.value(name, size,
					"it has to be from " + text(DataSize.ofBytes(min)) + " to " + text(max) + unit);
		}
		return (int) bytes;
	}

	private static String text(DataSize size) {
		return (size.toGigabytes() > 0) ? size.toGigabytes() + "GB" : (size.toMegabytes() > 0)
				? size.toMegabytes() + "MB" : (size.toKilobytes() > 0) ? size.toKilobytes() + "KB" : size.toString();
	}

	Set<Destination> destinations() {
		Set<Destination> destinations = this.properties.getResources().getDestinations();
		if (destinations.contains(Destination.NONE)) {
			throw this.wrong.element("preload.resources.destinations", Destination.NONE.value(),
					"it has to be some of " + Destination.allowedValues() + ", or empty");
		}
		return destinations;
	}

	UrlPatterns excludedResources() {
		return patterns("preload.resources.exclude", this.properties.getResources().getExclude(), UrlPatterns::new);
	}

	DeclaredPageLinks pageLinks() {
		PreloadProperties.Pages pages = this.properties.getPages();
		UrlPatterns excluded = patterns("preload.pages.exclude", pages.getExclude(), UrlPatterns::ofPages);
		Map<List<Object>, String> known = new HashMap<>();
		List<DeclaredPageLinks.Declaration> declarations = new ArrayList<>();
		for (int i = 0; i < pages.getLinks().size(); i++) {
			String name = "preload.pages.links[" + i + "]";
			DeclaredLinkProperties link = pages.getLinks().get(i);
			DeclaredLink declared = declared(name, link);
			List<String> patterns = link.getPages().isEmpty() ? List.of("/**") : link.getPages();
			declarations.add(new DeclaredPageLinks.Declaration(
					patterns(name + ".pages", patterns, UrlPatterns::ofPages), declared));
			String other = known.putIfAbsent(List.of(declared, Set.copyOf(patterns)), name);
			if (other != null) {
				throw this.wrong.part(name, "href", Stream.of(), "it is the same as " + other);
			}
			if (pages.getExclude().containsAll(patterns)) {
				throw this.wrong.part(name, "pages", Stream.of("pages[0]", "href"),
						"all its pages are among preload.pages.exclude");
			}
		}
		return new DeclaredPageLinks(excluded, declarations);
	}

	private DeclaredLink declared(String name, DeclaredLinkProperties link) {
		try {
			DeclaredLink declared = new DeclaredLink((link.getHref() != null) ? link.getHref() : "", link.getRel(),
					link.getAs(), link.getCrossorigin(), link.getFetchpriority(), link.getType(), link.getMedia());
			Destination destination = (link.getRel() == LinkRelation.MODULEPRELOAD) ? Destination.SCRIPT : link.getAs();
			if (destination != Destination.NONE && !destinations().contains(destination)) {
				throw this.wrong.part(name, "as", Stream.of("rel"),
						"'" + destination + "' is not among preload.resources.destinations");
			}
			return declared;
		}
		catch (InvalidLinkException ex) {
			throw this.wrong.part(name, ex.attribute(), Stream.of("href", "as", "rel", "pages", "pages[0]"),
					String.valueOf(ex.getMessage()));
		}
	}

	private UrlPatterns patterns(String name, List<String> patterns, Function<List<String>, UrlPatterns> reader) {
		for (String pattern : patterns) {
			try {
				UrlPatterns unused = reader.apply(List.of(pattern));
			}
			catch (IllegalArgumentException ex) {
				throw this.wrong.element(name, pattern, String.valueOf(ex.getMessage()));
			}
		}
		return reader.apply(patterns);
	}

}
