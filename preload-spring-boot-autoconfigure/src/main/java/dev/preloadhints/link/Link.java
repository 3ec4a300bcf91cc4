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
 * A link in the sense of <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>: a
 * target, a relation and target attributes that make a browser's early request equal to
 * the one that the page makes later. Immutable; two links are equal if they are written
 * alike. Whatever it was built from, a link can be written as a header field: no instance
 * has a control character, a character outside of ASCII or an unencoded delimiter in it.
 */
public final class Link {

	private final String target;

	private final LinkRelation relation;

	private final Destination destination;

	private final CrossOrigin crossorigin;

	private final FetchPriority fetchpriority;

	private final @Nullable String media;

	private final LinkRank rank;

	/** All that follows the target in a field: the same text for most links. */
	private final String parameters;

	/** How much of that an Early Hint can say: it is written first. */
	private final int earlyLength;

	private final boolean conditional;

	Link(LinkBuilder builder) {
		this.relation = builder.relation;
		this.target = checkTarget(builder.target);
		this.destination = switch (this.relation) {
			case PRELOAD -> builder.destination;
			case MODULEPRELOAD -> Destination.SCRIPT;
			case PRECONNECT, DNS_PREFETCH -> Destination.NONE;
		};
		this.crossorigin = (builder.crossorigin == CrossOrigin.NO_CORS && this.relation == LinkRelation.PRELOAD
				&& this.destination == Destination.FONT) ? CrossOrigin.ANONYMOUS : builder.crossorigin;
		this.fetchpriority = builder.fetchpriority;
		this.media = FieldText.attribute("media", builder.media);
		this.rank = (builder.rank != null) ? builder.rank : LinkRank.of(this.relation, this.destination);
		StringBuilder written = new StringBuilder(64);
		writeRequest(written, builder.type);
		this.earlyLength = written.length();
		FieldText.appendParameter(written, "media", this.media);
		appendAttribute(written, "imagesrcset", builder.imagesrcset);
		this.conditional = written.length() != this.earlyLength;
		appendAttribute(written, "imagesizes", builder.imagesizes);
		appendAttribute(written, "integrity", builder.integrity);
		appendAttribute(written, "referrerpolicy", builder.referrerpolicy);
		String text = written.toString();
		// What a browser's request depends on has few values, all else may have any.
		this.parameters = (text.length() == this.earlyLength) ? text.intern() : text;
	}

	private Link(Link link, String target) {
		this.target = checkTarget(target);
		this.relation = link.relation;
		this.destination = link.destination;
		this.crossorigin = link.crossorigin;
		this.fetchpriority = link.fetchpriority;
		this.media = link.media;
		this.rank = link.rank;
		this.parameters = link.parameters;
		this.earlyLength = link.earlyLength;
		this.conditional = link.conditional;
	}

	private void writeRequest(StringBuilder written, @Nullable String type) {
		written.append("; rel=").append(this.relation.value());
		if (this.relation == LinkRelation.PRELOAD) {
			written.append("; as=").append(this.destination.value());
		}
		appendAttribute(written, "type", type);
		if (this.crossorigin == CrossOrigin.ANONYMOUS) {
			written.append("; crossorigin");
		}
		else if (this.crossorigin != CrossOrigin.NO_CORS) {
			written.append("; crossorigin=").append(this.crossorigin.value());
		}
		if (this.fetchpriority != FetchPriority.AUTO) {
			written.append("; fetchpriority=").append(this.fetchpriority.value());
		}
	}

	private static void appendAttribute(StringBuilder written, String name, @Nullable String value) {
		FieldText.appendParameter(written, name, FieldText.attribute(name, value));
	}

	private static String checkTarget(String target) {
		if (target.isEmpty() || !FieldText.isPrintable(target) || target.indexOf(' ') >= 0 || target.indexOf('<') >= 0
				|| target.indexOf('>') >= 0 || target.indexOf('"') >= 0) {
			throw new InvalidLinkException("href", "'" + target + "' is not a URI reference that a header can carry");
		}
		return target;
	}

	/**
	 * The URI reference (RFC 3986, section 4.1) that the link points to.
	 * @return ASCII, percent-encoded, without a fragment
	 */
	public String target() {
		return this.target;
	}

	/**
	 * The relation type.
	 * @return the only relation of this link
	 */
	public LinkRelation relation() {
		return this.relation;
	}

	/**
	 * What the target is for.
	 * @return the destination; {@link Destination#SCRIPT} for a module;
	 * {@link Destination#NONE} where the relation has none, as for {@code preconnect}
	 */
	public Destination destination() {
		return this.destination;
	}

	/**
	 * The CORS settings of the request.
	 * @return the state of the attribute
	 */
	public CrossOrigin crossorigin() {
		return this.crossorigin;
	}

	/**
	 * The priority that the author asked for.
	 * @return the priority
	 */
	public FetchPriority fetchpriority() {
		return this.fetchpriority;
	}

	/**
	 * The media query under which the resource is needed.
	 * @return the query, or {@code null} for always
	 */
	public @Nullable String media() {
		return this.media;
	}

	/**
	 * What the page gains from this link, against others.
	 * @return the place in the order of links
	 */
	public LinkRank rank() {
		return this.rank;
	}

	/**
	 * Whether a browser makes one request for two links: URL, destination and CORS mode
	 * are the same. A module is not the same request as a script, and is always requested
	 * in CORS mode, so that no attribute means {@link CrossOrigin#ANONYMOUS} there.
	 * @param other another link
	 * @return {@code true} if one of them is enough
	 */
	public boolean isSameRequest(Link other) {
		return this.relation == other.relation && this.destination == other.destination
				&& corsSettings() == other.corsSettings() && this.target.equals(other.target);
	}

	private CrossOrigin corsSettings() {
		return (this.crossorigin == CrossOrigin.NO_CORS && this.relation == LinkRelation.MODULEPRELOAD)
				? CrossOrigin.ANONYMOUS : this.crossorigin;
	}

	/**
	 * The link as one value of a {@code Link} header field (RFC 8288, section 3).
	 * @return a link-value, ASCII
	 */
	public String fieldValue() {
		return "<" + this.target + ">" + this.parameters;
	}

	/**
	 * Length of the link as one value of a {@code Link} header field.
	 * @return number of characters, which are as many bytes
	 */
	public int length() {
		return this.target.length() + this.parameters.length() + 2;
	}

	/**
	 * The link as one value of the {@code Link} field of a {@code 103 Early Hints} (RFC
	 * 8297): browsers drop a link there that has any parameter but {@code rel},
	 * {@code as}, {@code type}, {@code crossorigin} and {@code fetchpriority}. The others
	 * can be left out without harm, because the page's own request says them again.
	 * @return a link-value, or {@code null} if the link depends on {@code media} or on a
	 * choice of images, so that it would be wrong without them
	 */
	public @Nullable String earlyFieldValue() {
		return this.conditional ? null : "<" + this.target + ">" + this.parameters.substring(0, this.earlyLength);
	}

	void write(StringBuilder field) {
		field.append('<').append(this.target).append('>').append(this.parameters);
	}

	/**
	 * The same link by another name of its URL.
	 * @param otherTarget a target that means the same URL
	 * @return the link with that target
	 */
	public Link withTarget(String otherTarget) {
		return otherTarget.equals(this.target) ? this : new Link(this, otherTarget);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Link link && this.target.equals(link.target) && this.parameters.equals(link.parameters);
	}

	@Override
	public int hashCode() {
		return 31 * this.target.hashCode() + this.parameters.hashCode();
	}

	@Override
	public String toString() {
		return fieldValue();
	}

	/**
	 * Start a link that has a resource fetched.
	 * @param target a URI reference
	 * @param destination what the resource is for
	 * @return a builder
	 */
	public static LinkBuilder preload(String target, Destination destination) {
		return new LinkBuilder(LinkRelation.PRELOAD).target(target).destination(destination);
	}

	/**
	 * Start a link that has a JavaScript module fetched.
	 * @param target a URI reference
	 * @return a builder
	 */
	public static LinkBuilder modulePreload(String target) {
		return new LinkBuilder(LinkRelation.MODULEPRELOAD).target(target);
	}

	/**
	 * Start a link that has a connection opened.
	 * @param origin the origin, such as {@code https://cdn.example.com}
	 * @return a builder
	 */
	public static LinkBuilder preconnect(String origin) {
		return new LinkBuilder(LinkRelation.PRECONNECT).target(origin);
	}

	/**
	 * Start a link of any relation.
	 * @param relation the relation
	 * @return a builder that needs a target, and a destination if the relation is
	 * {@code preload}
	 */
	public static LinkBuilder of(LinkRelation relation) {
		return new LinkBuilder(relation);
	}

}
