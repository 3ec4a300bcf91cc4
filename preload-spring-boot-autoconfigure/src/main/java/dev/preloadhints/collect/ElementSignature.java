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
package dev.preloadhints.collect;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that the rules read of an element: two elements with equal signatures become the
 * same link, wherever they stand. Mutable, so that one is enough to look up all elements
 * of a page; what is kept is a {@linkplain #copy() copy}. Not thread-safe.
 */
public final class ElementSignature {

	/** The attributes that the rules read. */
	public static final List<String> ATTRIBUTES = List.of("as", "async", "crossorigin", "defer", "disabled",
			"fetchpriority", "href", "imagesizes", "imagesrcset", "integrity", "language", "loading", "media",
			"nomodule", "referrerpolicy", "rel", "sizes", "src", "srcset", "type");

	/** The attributes with which an author refines the hint, without their prefix. */
	public static final List<String> REFINEMENTS = List.of("as", "crossorigin", "fetchpriority", "hint", "type");

	/** Most elements have no more of these attributes. */
	private static final int FEW = 6;

	private String name = "";

	/** One bit for each attribute that the element has, the first one lowest. */
	private int present;

	/** The values of these attributes, in the same order, and some of other elements. */
	private String[] values;

	private int count;

	private int hash;

	private int length;

	ElementSignature() {
		this(new String[FEW]);
	}

	private ElementSignature(String[] values) {
		this.values = values;
	}

	/** Begin with another element. */
	ElementSignature of(HtmlElement element) {
		this.name = element.name();
		this.hash = this.name.hashCode();
		this.length = 0;
		this.present = 0;
		this.count = 0;
		element.sign(this);
		return this;
	}

	/**
	 * Set a value: once for each attribute, in the order of their places.
	 * @param index place of the attribute: that in {@link #ATTRIBUTES}, or that in
	 * {@link #REFINEMENTS} behind all of those
	 * @param value the value, replaced character references or not, or {@code null} where
	 * there is no such attribute
	 */
	public void set(int index, @Nullable String value) {
		if (value != null) {
			if (this.count == this.values.length) {
				this.values = Arrays.copyOf(this.values, 2 * this.count);
			}
			this.values[this.count++] = value;
			this.present |= 1 << index;
			this.hash = 31 * (31 * this.hash + index) + value.hashCode();
			this.length += value.length();
		}
	}

	/** Characters of all values. */
	int length() {
		return this.length;
	}

	ElementSignature copy() {
		ElementSignature copy = new ElementSignature(Arrays.copyOf(this.values, this.count));
		copy.present = this.present;
		copy.count = this.count;
		copy.name = this.name;
		copy.hash = this.hash;
		copy.length = this.length;
		return copy;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ElementSignature signature && this.hash == signature.hash
				&& this.present == signature.present && this.name.equals(signature.name)
				&& Arrays.equals(this.values, 0, this.count, signature.values, 0, signature.count);
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

}
