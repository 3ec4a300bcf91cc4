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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.core.io.Resource;

/**
 * Reads books from tab-separated lines, the first of which names the columns.
 */
final class BookReader {

	private static final int COVERS = 24;

	// The lines go round the subjects, so that without a step a subject had three covers.
	private static final int STEP = 5;

	private static final int SUBJECTS = Subject.values().length;

	private BookReader() {
	}

	static List<Book> read(Resource resource) {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
			List<String> lines = reader.lines().skip(1).toList();
			return IntStream.range(0, lines.size()).mapToObj((index) -> book(lines.get(index), index)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + resource, ex);
		}
	}

	private static Book book(String line, int index) {
		String[] columns = line.split("\t", -1);
		String cover = "/img/covers/%02d.svg".formatted((index + index / SUBJECTS * STEP) % COVERS + 1);
		BigDecimal price = BigDecimal.valueOf(Long.parseLong(columns[6]), 2);
		return new Book(columns[0], columns[1], columns[2], Subject.valueOf(columns[3]), Integer.parseInt(columns[4]),
				Integer.parseInt(columns[5]), price, Integer.parseInt(columns[7]), columns[8], cover);
	}

}
