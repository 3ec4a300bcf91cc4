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

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Url;

/**
 * What is known of the assets that links name. No target is relative to a page's path;
 * the context path is what the paths of the application's own URLs begin with.
 */
public final class LinkAssets {

	private final AssetCatalog assets;

	/**
	 * Create what is known.
	 * @param assets the application's static resources
	 */
	public LinkAssets(AssetCatalog assets) {
		this.assets = assets;
	}

	/**
	 * A number that grows with what is known of the assets, on which each answer rests.
	 * @return the number
	 */
	public long edition() {
		return this.assets.edition();
	}

	/**
	 * What is known of a link's target, without looking for it.
	 * @param link a link
	 * @param contextPath context path of the request
	 * @return the resource, or {@code null} if nothing is known
	 */
	public @Nullable Asset asset(Link link, String contextPath) {
		String path = path(link, contextPath);
		return (path != null) ? this.assets.known(path) : null;
	}

	/**
	 * Whether it is known what a link's target is, or that it is no asset.
	 * @param link a link
	 * @param contextPath context path of the request
	 * @return whether nobody has to look for it
	 */
	public boolean isDecided(Link link, String contextPath) {
		String path = path(link, contextPath);
		return path == null || this.assets.isDecided(path);
	}

	/**
	 * Look for a link's target, so that it is known.
	 * @param link a link
	 * @param contextPath context path of the request
	 * @throws IOException if it cannot be looked for
	 */
	public void look(Link link, String contextPath) throws IOException {
		String path = path(link, contextPath);
		if (path != null) {
			this.assets.find(path);
		}
	}

	/**
	 * Whether what an Early Hint fetches of the application's own answers the page's
	 * request for it.
	 * @param link a link
	 * @param contextPath context path of the request
	 * @return whether both requests are equal in what the response varies on
	 */
	public boolean isReusable(Link link, String contextPath) {
		String path = path(link, contextPath);
		return path == null || this.assets.vary(path).allows(link);
	}

	/**
	 * Why a link is not in the header of a page, as far as its resource is known: what a
	 * browser preloads and must not keep, it fetches once more for each other element of
	 * the page that names it.
	 * @param link a link
	 * @param contextPath context path of the request
	 * @return the reason, or {@code null}
	 */
	public @Nullable OmissionReason checkForHeader(Link link, String contextPath) {
		if (!this.assets.isAnyNotStored()) {
			return null;
		}
		Asset asset = asset(link, contextPath);
		return (asset != null && asset.freshness() == Freshness.NOT_STORED) ? OmissionReason.NOT_CACHEABLE : null;
	}

	/**
	 * Whether a link names no other origin than the page's.
	 * @param link a link
	 * @return whether its target begins with no authority
	 */
	public static boolean isOwn(Link link) {
		Url url = Url.parse(link.target());
		return url != null && !url.hasAuthority();
	}

	private static @Nullable String path(Link link, String contextPath) {
		return ContextPath.within(Url.parse(link.target()), contextPath);
	}

}
