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

import dev.preloadhints.PreloadLink;
import dev.preloadhints.asset.AssetUrls;
import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.FetchPriority;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.Url;

/**
 * A link that somebody declared, by annotation or by property, rather than put into the
 * markup.
 *
 * @param href a path within the application, or a whole URL
 * @param relation the relation
 * @param destination the destination; {@code preload} needs one
 * @param crossorigin the CORS settings
 * @param fetchpriority the fetch priority
 * @param type the media type, if any
 * @param media the media query, if any
 */
public record DeclaredLink(String href, LinkRelation relation, Destination destination, CrossOrigin crossorigin,
		FetchPriority fetchpriority, @Nullable String type, @Nullable String media) {

	/**
	 * Declare a link.
	 * @param href a path within the application, or a whole URL
	 * @param relation the relation
	 * @param destination the destination; {@code preload} needs one
	 * @param crossorigin the CORS settings
	 * @param fetchpriority the fetch priority
	 * @param type the media type, if any
	 * @param media the media query, if any
	 * @throws IllegalArgumentException if it can never work
	 */
	public DeclaredLink {
		Url url = Url.parse(href);
		of(relation, (url != null) ? url.toString() : href, destination, crossorigin, fetchpriority, type, media)
			.check()
			.build();
	}

	/** The link as a page of that context would write it. */
	LinkBuilder link(AssetUrls assetUrls, String contextPath) throws IOException {
		return of(this.relation, assetUrls.publicUrl(contextPath, this.href), this.destination, this.crossorigin,
				this.fetchpriority, this.type, this.media);
	}

	private static LinkBuilder of(LinkRelation relation, String target, Destination destination,
			CrossOrigin crossorigin, FetchPriority fetchpriority, @Nullable String type, @Nullable String media) {
		return Link.of(relation)
			.target(target)
			.destination(destination)
			.crossorigin(crossorigin)
			.fetchpriority(fetchpriority)
			.type(type)
			.media(media);
	}

	static DeclaredLink of(PreloadLink annotation) {
		return new DeclaredLink(annotation.href(), annotation.rel(), annotation.as(), annotation.crossorigin(),
				annotation.fetchpriority(), annotation.type(), annotation.media());
	}

}
