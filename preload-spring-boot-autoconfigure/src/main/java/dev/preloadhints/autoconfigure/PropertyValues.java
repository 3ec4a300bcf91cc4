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

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.web.DeclaredLink;
import dev.preloadhints.web.LinkHeaderSettings;
import dev.preloadhints.web.PageLinks;
import dev.preloadhints.web.UrlPatterns;

/**
 * Turns properties into the values that the other packages work with. A wrong one stops
 * the start with its name.
 */
final class PropertyValues {

	private static final List<String> MAX_RESPONSE_HEADER_SIZE = List.of("server.tomcat.max-http-response-header-size",
			"server.jetty.max-http-response-header-size");

	private static final DataSize DEFAULT_MAX_RESPONSE_HEADER_SIZE = DataSize.ofKilobytes(8);

	private final PreloadProperties properties;

	PropertyValues(PreloadProperties properties) {
		this.properties = properties;
	}

	LinkHeaderSettings linkHeaderSettings(Environment environment) {
		PreloadProperties.LinkHeader header = this.properties.getLinkHeader();
		int maxSize = bytes("preload.link-header.max-size", header.getMaxSize(), 1, DataSize.ofKilobytes(64));
		int bufferSize = bytes("preload.link-header.buffer-size", header.getBufferSize(), 0, DataSize.ofMegabytes(16));
		int maxLinks = header.getMaxLinks();
		if (maxLinks < 1 || maxLinks > 1000) {
			throw InvalidPreloadConfigurationException.property("preload.link-header.max-links", maxLinks,
					"it has to be from 1 to 1000; to have no header, set 'preload.link-header.enabled' to false");
		}
		return new LinkHeaderSettings(header.isEnabled(), new LinkBudget(maxSize, maxLinks),
				maxResponseHeader(environment), bufferSize, this.properties.isServerTiming());
	}

	private static int maxResponseHeader(Environment environment) {
		DataSize max = DEFAULT_MAX_RESPONSE_HEADER_SIZE;
		for (String name : MAX_RESPONSE_HEADER_SIZE) {
			// Only the container that is there heeds its property.
			DataSize size = environment.getProperty(name, DataSize.class, DEFAULT_MAX_RESPONSE_HEADER_SIZE);
			max = size.equals(DEFAULT_MAX_RESPONSE_HEADER_SIZE) ? max : size;
		}
		return (int) Math.min(max.toBytes(), Integer.MAX_VALUE);
	}

	private static int bytes(String name, DataSize size, int min, DataSize max) {
		if (size.toBytes() < min || size.compareTo(max) > 0) {
			throw InvalidPreloadConfigurationException.property(name, size,
					"it has to be from " + min + "B to " + max.toKilobytes() + "KB");
		}
		return (int) size.toBytes();
	}

	UrlPatterns excludedResources() {
		return patterns("preload.exclude", this.properties.getExclude());
	}

	PageLinks pageLinks() {
		PreloadProperties.Pages pages = this.properties.getPages();
		List<PageLinks.Declaration> declarations = new ArrayList<>();
		for (int i = 0; i < pages.getLinks().size(); i++) {
			String name = "preload.pages.links[" + i + "]";
			DeclaredLinkProperties link = pages.getLinks().get(i);
			List<String> patterns = link.getPages().isEmpty() ? List.of("/**") : link.getPages();
			declarations.add(new PageLinks.Declaration(patterns(name + ".pages", patterns), declared(name, link)));
		}
		return new PageLinks(patterns("preload.pages.exclude", pages.getExclude()), declarations);
	}

	private static DeclaredLink declared(String name, DeclaredLinkProperties link) {
		String href = (link.getHref() != null) ? link.getHref() : "";
		try {
			return new DeclaredLink(href, link.getRel(), link.getAs(), link.getCrossorigin(), link.getFetchpriority(),
					link.getType(), link.getMedia());
		}
		catch (IllegalArgumentException ex) {
			throw InvalidPreloadConfigurationException.property(name, href, String.valueOf(ex.getMessage()));
		}
	}

	private static UrlPatterns patterns(String name, List<String> patterns) {
		for (String pattern : patterns) {
			try {
				new UrlPatterns(List.of(pattern));
			}
			catch (IllegalArgumentException ex) {
				throw InvalidPreloadConfigurationException.property(name, pattern, String.valueOf(ex.getMessage()));
			}
		}
		return new UrlPatterns(patterns);
	}

}
