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

package dev.preloadhints.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page to render: a list of books, or an article from a content management system.
 */
public enum Page {

	/** 20 elements. */
	SMALL("catalog", 2, 2),

	/**
	 * 2,000 elements, 125 of them images, as in a list of which some entries have one.
	 */
	LARGE("catalog", 497, 4),

	/** 2,000 elements, 497 of them images: as many as a page will hardly have. */
	GALLERY("catalog", 497, 1),

	/** 50 KB of markup, inserted with {@code th:utext}. */
	ARTICLE("article", 0, 1);

	private static final int ARTICLE_LENGTH = 50 * 1024;

	private final String template;

	private final Map<String, Object> variables;

	Page(String template, int books, int coverEvery) {
		this.template = template;
		List<Book> catalog = new ArrayList<>(books);
		for (int i = 0; i < books; i++) {
			catalog.add(new Book(i, "The " + i + "th book & what it says", i % coverEvery == 0));
		}
		this.variables = Map.of("title", "Books", "books", catalog, "content", (books > 0) ? "" : article());
	}

	private static String article() {
		StringBuilder markup = new StringBuilder(ARTICLE_LENGTH + 1024);
		for (int i = 0; markup.length() < ARTICLE_LENGTH; i++) {
			markup.append("<h2 id=\"part-").append(i).append("\">Part ").append(i).append("</h2>\n");
			markup.append("<p class=\"text\">It was a <em>bright</em> cold day in April, and the clocks were striking ")
				.append("<a href=\"/glossary#thirteen\">thirteen</a>. Nobody who was there could say <strong>why")
				.append("</strong>, and those who could were elsewhere &mdash; in the cellar, mostly.</p>\n");
			markup.append("<figure><img src=\"/media/")
				.append(i)
				.append(".jpg\" alt=\"\" loading=\"lazy\" width=\"640\"")
				.append(" height=\"480\"><figcaption>The clock.</figcaption></figure>\n");
			markup.append("<ul>\n<li>One</li>\n<li>Two<br>and a half</li>\n</ul>\n");
		}
		return markup.toString();
	}

	String template() {
		return this.template;
	}

	Map<String, Object> variables() {
		return this.variables;
	}

	/**
	 * An entry of the list.
	 *
	 * @param id number of the book
	 * @param title title of the book
	 * @param cover whether it has a picture
	 */
	public record Book(int id, String title, boolean cover) {
	}

}
