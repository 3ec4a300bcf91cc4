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

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Every book of the shop, in memory, sorted by title.
 */
@Component
public class Catalog {

	private static final int PICKS = 8;

	private static final int NEIGHBOURS = 4;

	private final Map<String, Book> books = new LinkedHashMap<>();

	Catalog(@Value("classpath:catalog/books.tsv") Resource resource) {
		BookReader.read(resource)
			.stream()
			.sorted(Comparator.comparing(Catalog::sortTitle))
			.forEach((book) -> this.books.put(book.slug(), book));
	}

	/**
	 * Return every book.
	 * @return the books, sorted by title
	 */
	public List<Book> all() {
		return List.copyOf(this.books.values());
	}

	/**
	 * Find one book.
	 * @param slug what identifies it
	 * @return the book, or empty if there is none
	 */
	public Optional<Book> find(String slug) {
		return Optional.ofNullable(this.books.get(slug));
	}

	/**
	 * Find several books.
	 * @param slugs what identifies them; unknown ones are ignored
	 * @return the books, in the order asked for
	 */
	public List<Book> find(Collection<String> slugs) {
		return slugs.stream().distinct().map(this.books::get).filter(Objects::nonNull).toList();
	}

	/**
	 * Search titles, authors and subjects.
	 * @param query words that must all occur; blank finds every book
	 * @param subject the only shelf to look at, or {@code null}
	 * @return the books found, sorted by title
	 */
	public List<Book> search(String query, Subject subject) {
		List<String> words = Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+"))
			.filter((word) -> !word.isEmpty())
			.toList();
		return this.books.values()
			.stream()
			.filter((book) -> subject == null || book.subject() == subject)
			.filter((book) -> words.stream().allMatch(book::matches))
			.toList();
	}

	/**
	 * Return what the booksellers like best: one book from each shelf.
	 * @return the books
	 */
	public List<Book> picks() {
		return Stream.of(Subject.values()).flatMap((subject) -> longest(subject).stream()).limit(PICKS).toList();
	}

	/**
	 * Return other books from the same shelf, by the same author first.
	 * @param book the book
	 * @return the books
	 */
	public List<Book> neighbours(Book book) {
		return this.books.values()
			.stream()
			.filter((other) -> other.subject() == book.subject() && !other.equals(book))
			.sorted(Comparator.comparing((Book other) -> !other.author().equals(book.author())))
			.limit(NEIGHBOURS)
			.toList();
	}

	private Optional<Book> longest(Subject subject) {
		return this.books.values()
			.stream()
			.filter((book) -> book.subject() == subject && book.isInStock())
			.max(Comparator.comparingInt(Book::pages));
	}

	private static String sortTitle(Book book) {
		return book.title().replaceFirst("^(The|An?) ", "");
	}

}
