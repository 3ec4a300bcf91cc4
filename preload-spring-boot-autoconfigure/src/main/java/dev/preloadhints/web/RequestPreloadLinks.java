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

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.PreloadLinks;
import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.earlyhints.EarlyHints;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRelation;

/**
 * The {@link PreloadLinks} of one request, for any thread, as long as the request is with
 * the handler that they were given to.
 */
final class RequestPreloadLinks implements PreloadLinks {

	private final PageExchange page;

	private final PageLease.Part part;

	private final AssetUrls assetUrls;

	private final @Nullable EarlyHints earlyHints;

	RequestPreloadLinks(PageExchange page, PageLease.Part part, AssetUrls assetUrls, @Nullable EarlyHints earlyHints) {
		this.page = page;
		this.part = part;
		this.assetUrls = assetUrls;
		this.earlyHints = earlyHints;
	}

	@Override
	public PreloadLinks preload(String href, Destination destination) {
		return add(LinkRelation.PRELOAD, href, (link) -> link.destination(destination));
	}

	@Override
	public PreloadLinks modulePreload(String href) {
		return add(LinkRelation.MODULEPRELOAD, href, (link) -> {
		});
	}

	@Override
	public PreloadLinks preconnect(String origin) {
		return add(LinkRelation.PRECONNECT, origin, (link) -> {
		});
	}

	@Override
	public PreloadLinks add(LinkRelation relation, String href, Consumer<LinkBuilder> attributes) {
		this.part.use((request, response) -> {
			try {
				LinkBuilder link = Link.of(relation);
				attributes.accept(link);
				link.target(this.assetUrls.publicUrl(request.getContextPath(), href));
				return this.page.rendering().links().add(link) != null;
			}
			catch (Throwable ex) {
				this.page.rendering().leaveOut(href, ex);
				return false;
			}
		});
		return this;
	}

	@Override
	public boolean sendEarly() {
		return this.part.use((request, response) -> this.page.sendAsHandler(this.earlyHints, request, response));
	}

}
