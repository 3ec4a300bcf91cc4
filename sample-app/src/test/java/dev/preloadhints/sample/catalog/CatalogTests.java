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

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogTests {

	private final Catalog catalog = new Catalog(new ClassPathResource("catalog/books.tsv"));

	@Test
	void holdsSeveralHundredDistinctBooks() {
		assertThat(this.catalog.all()).hasSizeGreaterThan(400).extracting(Book::slug).doesNotHaveDuplicates();
	}

	@Test
	void everyCoverExists() {
		assertThat(this.catalog.all()).extracting((book) -> new ClassPathResource("static" + book.cover()))
			.allMatch(ClassPathResource::exists);
	}

	@Test
	void sortsWithoutTheArticle() {
		assertThat(this.catalog.all()).extracting((book) -> book.title().replaceFirst("^(The|An?) ", "")).isSorted();
	}

	@Test
	void searchNeedsEveryWordAndTheSubject() {
		assertThat(this.catalog.search("  OWLS ", null)).isNotEmpty()
			.allSatisfy((book) -> assertThat(book.title()).contains("Owls"));
		assertThat(this.catalog.search("", Subject.POETRY)).hasSize(51)
			.allSatisfy((book) -> assertThat(book.subject()).isEqualTo(Subject.POETRY));
	}

	@Test
	void picksOneBookOfEachSubject() {
		assertThat(this.catalog.picks()).extracting(Book::subject).containsExactly(Subject.values());
	}

	@Test
	void neighboursAreOtherBooksOfTheSameSubject() {
		Book book = this.catalog.find("after-the-orchard").orElseThrow();
		assertThat(this.catalog.neighbours(book)).hasSize(4)
			.doesNotContain(book)
			.allSatisfy((other) -> assertThat(other.subject()).isEqualTo(book.subject()));
	}

}
