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

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.event.PreloadEvents;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Url;
import dev.preloadhints.request.RequestPaths;

/**
 * Writes the URLs of the application's static resources without a session id, which they
 * do not need. Outside of the filter by which Spring MVC writes them with their versions,
 * so that it is asked for what that one has made of them.
 */
public final class AssetUrlFilter extends OncePerRequestFilter implements Ordered {

	private final Supplier<AssetCatalog> assets;

	private final Supplier<PreloadEvents> events;

	/**
	 * Create a filter.
	 * @param assets the static resources, asked for with the first URL
	 * @param events told of failures
	 */
	public AssetUrlFilter(Supplier<AssetCatalog> assets, Supplier<PreloadEvents> events) {
		this.assets = SingletonSupplier.of(assets);
		this.events = SingletonSupplier.of(events);
	}

	/** Behind the one that reads the context path from what a proxy says. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 1;
	}

	/** Error pages have style sheets, too. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new HttpServletResponseWrapper(response) {

			@Override
			public String encodeURL(String url) {
				String encoded = super.encodeURL(url);
				return (!encoded.equals(url) && isAsset(url, request)) ? url : encoded;
			}

		});
	}

	private boolean isAsset(String url, HttpServletRequest request) {
		try {
			Url page = Url.parse(RequestPaths.requested(request));
			Url parsed = Url.parse(url);
			if (page == null || parsed == null || parsed.isEmpty()) {
				return false;
			}
			String path = ContextPath.within(page.resolve(parsed), request.getContextPath());
			return path != null && this.assets.get().find(path) != null;
		}
		catch (Throwable ex) {
			this.events.get().failed(PreloadStage.ASSET, ex);
			return false;
		}
	}

}
