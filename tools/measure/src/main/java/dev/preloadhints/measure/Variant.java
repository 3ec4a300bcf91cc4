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

package dev.preloadhints.measure;

/**
 * What a browser gets to see of a page's hints.
 */
enum Variant {

	/** Neither a {@code 103} nor a {@code Link} field of the page. */
	NONE("no hints", false, false),

	/** The {@code Link} field of the page alone. */
	HEADER("header only", false, true),

	/** Whatever the application sends. */
	AS_IS("as it is", true, true);

	private final String text;

	private final boolean earlyHints;

	private final boolean links;

	Variant(String text, boolean earlyHints, boolean links) {
		this.text = text;
		this.earlyHints = earlyHints;
		this.links = links;
	}

	boolean earlyHints() {
		return this.earlyHints;
	}

	boolean links() {
		return this.links;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
