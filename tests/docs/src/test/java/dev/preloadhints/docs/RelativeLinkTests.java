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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each link to another file, or to a heading, has a target.
 */
class RelativeLinkTests {

	@ParameterizedTest
	@MethodSource("files")
	void targetExists(Markdown file) {
		assertThat(file.relativeLinks()).allSatisfy((link) -> {
			String[] parts = link.split("#", 2);
			Path source = Markdown.ROOT.resolve(file.path());
			Path target = parts[0].isEmpty() ? source : source.resolveSibling(parts[0]).normalize();
			assertThat(target).as("%s links to %s", file, link).exists();
			if (parts.length == 2) {
				assertThat(Markdown.read(target).anchors()).as("%s links to %s", file, link).contains(parts[1]);
			}
		});
	}

	@Test
	void everyFileForUsersIsListedInTheReadme() {
		List<String> links = Markdown.read(Markdown.ROOT.resolve("README.md")).relativeLinks();
		assertThat(Markdown.forUsers().map(Markdown::toString).filter((path) -> path.startsWith("docs/"))).isNotEmpty()
			.allSatisfy((path) -> assertThat(links).as("README.md should link to each file of docs/").contains(path));
	}

	@Test
	void allFilesAreLookedAt() {
		assertThat(files()).extracting(Markdown::toString)
			.contains("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/recipes.md", "tools/benchmarks/README.md");
		assertThat(Files.exists(Markdown.ROOT.resolve("pom.xml"))).isTrue();
	}

	static List<Markdown> files() {
		return Markdown.all();
	}

}
