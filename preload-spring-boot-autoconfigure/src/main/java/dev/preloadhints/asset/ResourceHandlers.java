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

package dev.preloadhints.asset;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.resource.ResourceHandlerUtils;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Asks Spring MVC's resource handlers what they would serve under a path: through their
 * own resolvers, so that versioned names and WebJars are found as well.
 */
final class ResourceHandlers implements AutoCloseable {

	/** Spring's own handler refuses these, too, but warns each time. */
	private static final Pattern REFUSED = Pattern.compile("(?i)(web|meta)-inf");

	private final Supplier<@Nullable ResourceUrlProvider> resourceUrls;

	private final String contextPath;

	private final MvcPaths paths;

	private final Provenance provenance;

	private final ExpectedVary expectedVary;

	private final BoundedWait boundedWait = new BoundedWait(BoundedWait.LIMIT);

	ResourceHandlers(Supplier<@Nullable ResourceUrlProvider> resourceUrls, String contextPath, MvcPaths paths,
			Supplier<List<MappedCorsFilter>> corsFilters, Provenance provenance) {
		this.expectedVary = new ExpectedVary(corsFilters);
		this.resourceUrls = resourceUrls;
		this.contextPath = contextPath;
		this.paths = paths;
		this.provenance = provenance;
	}

	String contextPath() {
		return this.contextPath;
	}

	/**
	 * Find a resource. Reads from the file system or an archive.
	 * @param path path within the application in its one spelling
	 * @return the resource, or {@code null} if no resource handler serves that path
	 */
	@Nullable ServedResource find(String path) throws IOException {
		ResourceUrlProvider provider = this.resourceUrls.get();
		String lookupPath = (provider != null) ? this.paths.lookupPath(path) : null;
		if (provider == null || lookupPath == null) {
			return null;
		}
		return this.boundedWait.get(path, () -> find(lookupPath, request(path), provider));
	}

	private @Nullable ServedResource find(String lookupPath, HttpServletRequest request, ResourceUrlProvider provider)
			throws IOException {
		PathContainer container = PathContainer.parsePath(lookupPath);
		for (Match match : matches(provider.getHandlerMap(), container)) {
			String name = match.name(container);
			if (REFUSED.matcher(name).find() || ResourceHandlerUtils.shouldIgnoreInputPath(name)) {
				continue;
			}
			Chain chain = new Chain(match.handler().getResourceResolvers());
			Resource resource = chain.resolveResource(null, name, match.handler().getLocations());
			if (resource != null && resource.exists()) {
				List<Resource> locations = match.handler().getLocations();
				boolean shipped = this.provenance.isShipped(name, resource, chain, locations);
				Asset asset = new Asset(shipped, resource.contentLength(), freshness(match.handler()),
						this.expectedVary.of(match.handler(), request));
				return new ServedResource(asset, resource, chain, match.handler().getResourceTransformers(),
						this.boundedWait);
			}
		}
		return null;
	}

	/**
	 * What responses will say in {@code Vary}, whether there is a resource or not. Reads
	 * nothing.
	 * @param path path within the application, percent-encoded
	 */
	Vary vary(String path) {
		ResourceUrlProvider provider = this.resourceUrls.get();
		String canonical = (provider != null) ? AssetPath.canonical(path) : null;
		String lookupPath = (canonical != null) ? this.paths.lookupPath(canonical) : null;
		return (provider == null || canonical == null || lookupPath == null) ? Vary.NOTHING
				: vary(lookupPath, request(canonical), provider);
	}

	private Vary vary(String lookupPath, HttpServletRequest request, ResourceUrlProvider provider) {
		return matches(provider.getHandlerMap(), PathContainer.parsePath(lookupPath)).stream()
			.map((match) -> this.expectedVary.of(match.handler(), request))
			.reduce(Vary.NOTHING, Vary::and);
	}

	/**
	 * What responses of any handler will say in {@code Vary}.
	 */
	Vary vary() {
		ResourceUrlProvider provider = this.resourceUrls.get();
		return (provider == null) ? Vary.NOTHING
				: provider.getHandlerMap()
					.keySet()
					.stream()
					.map((pattern) -> pattern.replace("*", "x"))
					.map((path) -> vary(path, ResourceRequest.get(this.contextPath, "", path, provider), provider))
					.reduce(Vary.NOTHING, Vary::and);
	}

	/**
	 * A request as one for a resource would be, for its transformers.
	 * @param path path within the application
	 */
	HttpServletRequest request(String path) {
		ResourceUrlProvider provider = this.resourceUrls.get();
		String prefix = this.paths.prefix(path);
		if (provider == null || prefix == null) {
			throw new IllegalStateException("There is no resource handler that could serve " + path);
		}
		return ResourceRequest.get(this.contextPath, prefix, path.substring(prefix.length()), provider);
	}

	/** Wait for no resource any more. */
	@Override
	public void close() {
		this.boundedWait.close();
	}

	private static List<Match> matches(Map<String, ResourceHttpRequestHandler> handlers, PathContainer path) {
		return handlers.entrySet()
			.stream()
			.map((entry) -> new Match(PathPatternParser.defaultInstance.parse(entry.getKey()), entry.getValue()))
			.filter((match) -> match.pattern().matches(path))
			.sorted(Comparator.comparing(Match::pattern))
			.toList();
	}

	/**
	 * What the handler will say; Spring Security and others keep to it where it says
	 * something.
	 */
	private static Freshness freshness(ResourceHttpRequestHandler handler) {
		CacheControl cacheControl = handler.getCacheControl();
		String value = (cacheControl != null) ? cacheControl.getHeaderValue() : null;
		if (value != null) {
			return Freshness.of(value);
		}
		int seconds = handler.getCacheSeconds();
		return (seconds > 0) ? Freshness.FRESH : (seconds == 0) ? Freshness.STALE : Freshness.UNKNOWN;
	}

	private record Match(PathPattern pattern, ResourceHttpRequestHandler handler) {

		/** What the handler looks for: all of the path if it is mapped to just that. */
		private String name(PathContainer path) {
			PathContainer within = this.pattern.hasPatternSyntax() ? this.pattern.extractPathWithinPattern(path) : path;
			String name = ResourceHandlerUtils.normalizeInputPath(AssetPath.decode(within.value()));
			return name.startsWith("/") ? name.substring(1) : name;
		}

	}

	/** Spring's own chain is not public. */
	private record Chain(List<ResourceResolver> resolvers) implements ResourceResolverChain {

		@Override
		public @Nullable Resource resolveResource(@Nullable HttpServletRequest request, String requestPath,
				List<? extends Resource> locations) {
			return this.resolvers.isEmpty() ? null
					: this.resolvers.get(0).resolveResource(request, requestPath, locations, next());
		}

		@Override
		public @Nullable String resolveUrlPath(String resourcePath, List<? extends Resource> locations) {
			return this.resolvers.isEmpty() ? null
					: this.resolvers.get(0).resolveUrlPath(resourcePath, locations, next());
		}

		private Chain next() {
			return new Chain(this.resolvers.subList(1, this.resolvers.size()));
		}

	}

}
