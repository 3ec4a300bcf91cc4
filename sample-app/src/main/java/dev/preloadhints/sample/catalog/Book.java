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

package dev.preloadhints.sample.catalog;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A book on the shelves.
 *
 * @param slug what identifies it in a URL
 * @param title the title
 * @param author the author
 * @param subject the shelf on which it stands
 * @param year when it was first published
 * @param pages number of pages
 * @param price price in pounds
 * @param copies copies in the shop, zero when sold out
 * @param blurb one sentence about it
 * @param cover path of its cover art, inside the application
 */
public record Book(String slug, String title, String author, Subject subject, int year, int pages, BigDecimal price,
		int copies, String blurb, String cover) {

	public boolean isInStock() {
		return this.copies > 0;
	}

	boolean matches(String lowerCaseWord) {
		return contains(this.title, lowerCaseWord) || contains(this.author, lowerCaseWord)
				|| contains(this.subject.getLabel(), lowerCaseWord);
	}

	private static boolean contains(String text, String lowerCaseWord) {
		return text.toLowerCase(Locale.ROOT).contains(lowerCaseWord);
	}

}
