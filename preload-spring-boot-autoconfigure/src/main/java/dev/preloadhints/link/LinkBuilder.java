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

package dev.preloadhints.link;

import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Link}. Its methods have the names of HTML's attributes. White space in
 * text attributes is folded; {@code null} leaves one out.
 */
public final class LinkBuilder {

	final LinkRelation relation;

	String target = "";

	Destination destination;

	CrossOrigin crossorigin = CrossOrigin.NO_CORS;

	FetchPriority fetchpriority = FetchPriority.AUTO;

	@Nullable String type;

	@Nullable String media;

	@Nullable String imagesrcset;

	@Nullable String imagesizes;

	@Nullable String integrity;

	@Nullable String referrerpolicy;

	@Nullable LinkRank rank;

	LinkBuilder(LinkRelation relation) {
		this.relation = relation;
		this.destination = (relation == LinkRelation.MODULEPRELOAD) ? Destination.SCRIPT : Destination.NONE;
	}

	/**
	 * The relation that this builder was made for.
	 * @return the relation
	 */
	public LinkRelation relation() {
		return this.relation;
	}

	/**
	 * The destination that was set.
	 * @return the destination
	 */
	public Destination destination() {
		return this.destination;
	}

	/**
	 * Set the target.
	 * @param target a URI reference (RFC 3986, section 4.1), percent-encoded
	 * @return this builder
	 */
	public LinkBuilder target(String target) {
		this.target = target;
		return this;
	}

	/**
	 * The target that was set.
	 * @return a URI reference, empty before one was set
	 */
	public String target() {
		return this.target;
	}

	/**
	 * Set what the resource is for.
	 * @param destination the destination; only {@code preload} needs one
	 * @return this builder
	 */
	public LinkBuilder destination(Destination destination) {
		this.destination = destination;
		return this;
	}

	/**
	 * Set the CORS settings; a font has {@code anonymous} if none are set.
	 * @param crossorigin the state of {@code crossorigin}
	 * @return this builder
	 */
	public LinkBuilder crossorigin(CrossOrigin crossorigin) {
		this.crossorigin = crossorigin;
		return this;
	}

	/**
	 * Set the priority that the author asks for.
	 * @param fetchpriority the value of {@code fetchpriority}
	 * @return this builder
	 */
	public LinkBuilder fetchpriority(FetchPriority fetchpriority) {
		this.fetchpriority = fetchpriority;
		return this;
	}

	/**
	 * Set the media type: a browser that does not know it does not fetch.
	 * @param type the value of {@code type}, such as {@code font/woff2}
	 * @return this builder
	 */
	public LinkBuilder type(@Nullable String type) {
		this.type = type;
		return this;
	}

	/**
	 * Set the media query under which the resource is needed.
	 * @param media the value of {@code media}
	 * @return this builder
	 */
	public LinkBuilder media(@Nullable String media) {
		this.media = media;
		return this;
	}

	/**
	 * Set the candidates of a responsive image.
	 * @param imagesrcset the value of {@code imagesrcset}, URLs percent-encoded
	 * @return this builder
	 */
	public LinkBuilder imagesrcset(@Nullable String imagesrcset) {
		this.imagesrcset = imagesrcset;
		return this;
	}

	/**
	 * The candidates that were set.
	 * @return the value of {@code imagesrcset}, if any
	 */
	public @Nullable String imagesrcset() {
		return this.imagesrcset;
	}

	/**
	 * Set the sizes of a responsive image.
	 * @param imagesizes the value of {@code imagesizes}
	 * @return this builder
	 */
	public LinkBuilder imagesizes(@Nullable String imagesizes) {
		this.imagesizes = imagesizes;
		return this;
	}

	/**
	 * Set the digests that the resource must have one of.
	 * @param integrity the value of {@code integrity}
	 * @return this builder
	 */
	public LinkBuilder integrity(@Nullable String integrity) {
		this.integrity = integrity;
		return this;
	}

	/**
	 * Set the referrer policy of the request.
	 * @param referrerpolicy the value of {@code referrerpolicy}
	 * @return this builder
	 */
	public LinkBuilder referrerpolicy(@Nullable String referrerpolicy) {
		this.referrerpolicy = referrerpolicy;
		return this;
	}

	/**
	 * Set the place in the order, where it does not follow from the destination.
	 * @param rank the rank
	 * @return this builder
	 */
	public LinkBuilder rank(@Nullable LinkRank rank) {
		this.rank = rank;
		return this;
	}

	/**
	 * Check for what can never work, as no browser requests it: a target that is no URL
	 * of HTTP, or no origin where the relation is about a connection; a destination that
	 * the relation cannot have, or none where it needs one; a {@code type} that is no
	 * media type of the destination; a {@code media} whose parentheses do not match. For
	 * links that are declared: what stands in a page is said again as it is.
	 * @return this builder
	 * @throws InvalidLinkException if something is wrong
	 */
	public LinkBuilder check() {
		LinkCheck.check(this);
		return this;
	}

	/**
	 * Build the link.
	 * @return a link that can be written as a header field
	 * @throws IllegalArgumentException if the target is not an encoded URI reference, a
	 * {@code preload} has no destination, or an attribute has characters outside of
	 * printable ASCII
	 */
	public Link build() {
		if (this.relation == LinkRelation.PRELOAD && this.destination == Destination.NONE) {
			throw new IllegalArgumentException("A preload link to '" + this.target + "' needs a destination (as)");
		}
		return new Link(this);
	}

}
