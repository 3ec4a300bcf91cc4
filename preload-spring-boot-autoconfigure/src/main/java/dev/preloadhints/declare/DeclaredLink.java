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

package dev.preloadhints.declare;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import dev.preloadhints.PreloadLink;
import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.FetchPriority;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRelation;

/**
 * A link that somebody declared, by annotation or by property, rather than put into the
 * markup.
 *
 * @param href a path within the application, or a whole URL
 * @param relation the relation
 * @param destination the destination; {@code preload} needs one
 * @param crossOrigin the CORS settings, if any
 * @param fetchPriority the fetch priority, if any
 * @param type the media type, if any
 * @param media the media query, if any
 */
public record DeclaredLink(String href, LinkRelation relation, @Nullable Destination destination,
		@Nullable CrossOrigin crossOrigin, @Nullable FetchPriority fetchPriority, @Nullable String type,
		@Nullable String media) {

	/**
	 * Declare a link.
	 * @param href a path within the application, or a whole URL
	 * @param relation the relation
	 * @param destination the destination; {@code preload} needs one
	 * @param crossOrigin the CORS settings, if any
	 * @param fetchPriority the fetch priority, if any
	 * @param type the media type, if any
	 * @param media the media query, if any
	 * @throws IllegalArgumentException if it can never be emitted
	 */
	public DeclaredLink {
		if (!StringUtils.hasText(href)) {
			throw new IllegalArgumentException("href must not be empty");
		}
		if (relation == LinkRelation.PRELOAD && destination == null) {
			throw new IllegalArgumentException("as is needed, one of " + Destination.allowedValues());
		}
	}

	/** The link as a page of that context would write it. */
	LinkBuilder link(AssetUrls assetUrls, String contextPath) throws IOException {
		LinkBuilder link = Link.of(this.relation)
			.target(assetUrls.publicUrl(contextPath, this.href))
			.crossOrigin(this.crossOrigin)
			.fetchPriority(this.fetchPriority)
			.type(this.type)
			.media(this.media);
		return (this.relation == LinkRelation.PRELOAD) ? link.destination(this.destination) : link;
	}

	static DeclaredLink of(PreloadLink annotation) {
		return new DeclaredLink(annotation.href(), annotation.rel(), only("as", annotation.as()),
				only("crossorigin", annotation.crossorigin()), only("fetchpriority", annotation.fetchpriority()),
				annotation.type(), null);
	}

	private static <T> @Nullable T only(String name, T[] values) {
		if (values.length > 1) {
			throw new IllegalArgumentException(name + " takes one value");
		}
		return (values.length == 1) ? values[0] : null;
	}

}
