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

import java.util.Set;

import jakarta.servlet.ServletContext;

import org.springframework.core.env.Environment;

import dev.preloadhints.asset.DiscoverySettings;
import dev.preloadhints.declare.DeclaredPageLinks;
import dev.preloadhints.declare.UrlPatterns;
import dev.preloadhints.earlyhints.EarlyHintsSettings;
import dev.preloadhints.header.LinkHeaderSettings;
import dev.preloadhints.link.Destination;

/**
 * The properties as the other packages take them. Made when the application starts, so
 * that a wrong value stops it.
 */
record PreloadSettings(LinkHeaderSettings linkHeader, EarlyHintsSettings earlyHints, Set<String> sharedOrigins,
		DiscoverySettings discovery, Set<Destination> destinations, UrlPatterns excludedResources,
		DeclaredPageLinks pageLinks) {

	static PreloadSettings of(PreloadProperties properties, Environment environment, ServletContext servletContext) {
		PropertyValues values = new PropertyValues(properties, environment);
		return new PreloadSettings(values.linkHeaderSettings(servletContext), values.earlyHintsSettings(servletContext),
				values.sharedOrigins(), values.discoverySettings(), values.destinations(), values.excludedResources(),
				values.pageLinks());
	}

}
