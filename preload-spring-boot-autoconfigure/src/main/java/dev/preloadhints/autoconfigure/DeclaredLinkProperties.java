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

import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.FetchPriority;
import dev.preloadhints.link.LinkRelation;

/**
 * A link that is declared for pages.
 */
public class DeclaredLinkProperties {

	/**
	 * Patterns of the pages, as paths within the application. All pages if empty.
	 */
	private List<String> pages = new ArrayList<>();

	/**
	 * URL of the resource. A path within the application gets context path and content
	 * version.
	 */
	private @Nullable String href;

	/**
	 * Relation of the link.
	 */
	private LinkRelation rel = LinkRelation.PRELOAD;

	/**
	 * Destination of the resource, needed for the relation preload.
	 */
	private Destination as = Destination.NONE;

	/**
	 * CORS settings of the request. A font is always requested in CORS mode.
	 */
	private CrossOrigin crossorigin = CrossOrigin.NO_CORS;

	/**
	 * Fetch priority of the request.
	 */
	private FetchPriority fetchpriority = FetchPriority.AUTO;

	/**
	 * Media type of the resource, such as font/woff2.
	 */
	private @Nullable String type;

	/**
	 * Media query under which the resource is needed.
	 */
	private @Nullable String media;

	public List<String> getPages() {
		return this.pages;
	}

	public void setPages(List<String> pages) {
		this.pages = pages;
	}

	public @Nullable String getHref() {
		return this.href;
	}

	public void setHref(@Nullable String href) {
		this.href = href;
	}

	public LinkRelation getRel() {
		return this.rel;
	}

	public void setRel(LinkRelation rel) {
		this.rel = rel;
	}

	public Destination getAs() {
		return this.as;
	}

	public void setAs(Destination as) {
		this.as = as;
	}

	public CrossOrigin getCrossorigin() {
		return this.crossorigin;
	}

	public void setCrossorigin(CrossOrigin crossorigin) {
		this.crossorigin = crossorigin;
	}

	public FetchPriority getFetchpriority() {
		return this.fetchpriority;
	}

	public void setFetchpriority(FetchPriority fetchpriority) {
		this.fetchpriority = fetchpriority;
	}

	public @Nullable String getType() {
		return this.type;
	}

	public void setType(@Nullable String type) {
		this.type = type;
	}

	public @Nullable String getMedia() {
		return this.media;
	}

	public void setMedia(@Nullable String media) {
		this.media = media;
	}

}
