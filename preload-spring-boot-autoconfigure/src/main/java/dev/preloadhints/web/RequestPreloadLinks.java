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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;

/**
 * The {@link PreloadLinks} of one request.
 */
final class RequestPreloadLinks implements PreloadLinks {

	private final HttpServletRequest request;

	private final @Nullable PageRender page;

	private final HttpServletResponse response;

	private final AssetUrls assetUrls;

	private final EarlyHints earlyHints;

	RequestPreloadLinks(HttpServletRequest request, HttpServletResponse response, @Nullable PageRender page,
			AssetUrls assetUrls, EarlyHints earlyHints) {
		this.request = request;
		this.response = response;
		this.page = page;
		this.assetUrls = assetUrls;
		this.earlyHints = earlyHints;
	}

	@Override
	public PreloadLinks preload(String href, Destination destination) {
		return add(Link.preload(href, destination));
	}

	@Override
	public PreloadLinks modulePreload(String href) {
		return add(Link.modulePreload(href));
	}

	@Override
	public PreloadLinks preconnect(String origin) {
		return add(Link.preconnect(origin));
	}

	@Override
	public PreloadLinks add(LinkBuilder link) {
		if (this.page != null) {
			try {
				link.target(this.assetUrls.publicUrl(this.request.getContextPath(), link.target()));
				this.page.collector().add(link);
			}
			catch (Throwable ex) {
				this.page.failed(ex);
			}
		}
		return this;
	}

	@Override
	public boolean sendEarly() {
		if (this.page == null) {
			return false;
		}
		this.page.handlerSendsEarly();
		return this.earlyHints.send(this.page, this.request, this.response);
	}

}
