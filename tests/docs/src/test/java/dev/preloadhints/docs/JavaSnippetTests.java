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

package dev.preloadhints.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each Java snippet is part of a class that is compiled. Where a snippet has an empty
 * line, the class may have more.
 */
class JavaSnippetTests {

	private static final List<List<String>> SOURCES = sources();

	@ParameterizedTest
	@MethodSource("snippets")
	void snippetIsCompiled(CodeBlock snippet) {
		assertThat(SOURCES)
			.as("%s is not part of any class of the project. Add a class with it to"
					+ " tests/docs/src/test/java/dev/preloadhints/docs/snippets: letter for letter but for the"
					+ " indentation, as the formatter leaves it", snippet)
			.anyMatch((source) -> contains(source, snippet));
	}

	static Stream<CodeBlock> snippets() {
		return Markdown.forUsers()
			.flatMap((file) -> file.blocks().stream())
			.filter((block) -> block.language().equals("java"));
	}

	private static boolean contains(List<String> source, CodeBlock snippet) {
		int position = 0;
		for (String paragraph : snippet.text().split("\n\\s*\n")) {
			List<String> lines = paragraph.lines().map(String::strip).toList();
			int found = Collections.indexOfSubList(source.subList(position, source.size()), lines);
			if (found < 0) {
				return false;
			}
			position += found + lines.size();
		}
		return true;
	}

	/** The stripped lines of each Java file. */
	private static List<List<String>> sources() {
		List<List<String>> sources = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Markdown.ROOT)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				sources.add(Files.readAllLines(file).stream().map(String::strip).toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sources;
	}

}
