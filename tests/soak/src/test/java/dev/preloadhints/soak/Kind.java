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

package dev.preloadhints.soak;

/**
 * Why somebody asks the shop for something, and how often of a hundred times.
 */
enum Kind {

	/** A browser goes to any page but a book's. */
	PAGE(35),

	/** A browser goes to the page of a book, of which there are hundreds. */
	BOOK(18),

	/** A browser that takes pages compressed. */
	COMPRESSED(5),

	/** Something that is no browser asks for a page. */
	CRAWLER(6),

	HEAD(4),

	/** Style sheets, scripts, images, fonts. */
	RESOURCE(12),

	/** Resources that the visitor has already. */
	CONDITIONAL(6),

	/** Parts of pages, for scripts. */
	FRAGMENT(5),

	/** What is not there, wrong or broken, and redirects. */
	ERROR(4),

	/** A form that is shown again. */
	FORM(3),

	/** A form that is accepted, and the page after it. */
	RESERVATION(1),

	/** A page that nobody waits for. */
	VANISHING(1);

	private final int share;

	Kind(int share) {
		this.share = share;
	}

	static Kind of(int percent) {
		int rest = percent;
		for (Kind kind : values()) {
			rest -= kind.share;
			if (rest < 0) {
				return kind;
			}
		}
		throw new IllegalArgumentException(percent + " of 100");
	}

}
