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

package dev.preloadhints.web;

import java.io.IOException;
import java.util.function.Supplier;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.asset.AssetResponse;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.request.RequestPaths;

/**
 * Looks at the headers with which static resources are really served. Outside of all
 * other filters, because those have their say in it too: Spring Security forbids caching
 * where nobody else decides. Changes nothing.
 */
public final class AssetResponseFilter implements Filter, Ordered {

	private static final Log logger = LogFactory.getLog(PreloadEvents.LOGGER);

	private final ClientNumbers clients = new ClientNumbers();

	private final Supplier<AssetCatalog> assets;

	private final Supplier<PreloadEvents> events;

	private volatile boolean told;

	/**
	 * Create a filter. It asks for what it needs with the first response, as a container
	 * creates filters before anything else of an application: listeners and what they
	 * need can wait for their turn.
	 * @param assets told what was seen
	 * @param events told of failures
	 */
	public AssetResponseFilter(Supplier<AssetCatalog> assets, Supplier<PreloadEvents> events) {
		this.assets = SingletonSupplier.of(assets);
		this.events = SingletonSupplier.of(events);
	}

	/**
	 * Behind the one that reads the client's address from what a proxy says, and before
	 * everybody else: who answers, compresses or adds a header has done it by the end.
	 */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 1;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		chain.doFilter(request, response);
		if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse httpResponse) {
			try {
				observe(http, httpResponse);
			}
			catch (Throwable ex) {
				this.events.get().failed(PreloadStage.ASSET, ex);
			}
		}
	}

	private void observe(HttpServletRequest request, HttpServletResponse response) {
		String path = RequestPaths.within(request);
		Object handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
		boolean resource = handler instanceof ResourceHttpRequestHandler;
		if (handler instanceof HandlerFunction && !this.told && isResource(response.getContentType())) {
			this.told = true;
			logger.info("No hints are learned for resources such as " + path + ": a functional route "
					+ "serves it, and does not tell what it would serve. A resource handler does: "
					+ "spring.web.resources.static-locations or addResourceHandlers.");
		}
		AssetCatalog assets = this.assets.get();
		int status = response.getStatus();
		if (request.getMethod().equals("GET") && ((resource && status < 400) || assets.isWatched(path))) {
			assets.observe(path,
					new AssetResponse(status, response.getHeader(HttpHeaders.CACHE_CONTROL),
							response.getHeader(HttpHeaders.EXPIRES), response.getHeader(HttpHeaders.LAST_MODIFIED),
							response.getHeaders(HttpHeaders.VARY), response.getHeader(HttpHeaders.CONTENT_ENCODING),
							response.getHeader(HttpHeaders.CONTENT_LENGTH)));
			assets.refused(path, status, this.clients.network(request));
		}
	}

	private static boolean isResource(@Nullable String contentType) {
		return contentType != null && (contentType.startsWith("text/css") || contentType.startsWith("text/javascript")
				|| contentType.startsWith("font/"));
	}

}
