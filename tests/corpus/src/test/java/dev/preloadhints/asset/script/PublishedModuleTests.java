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

package dev.preloadhints.asset.script;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the modules that others have published, and compares with what others read in
 * them.
 */
class PublishedModuleTests {

	private static final int MOST = 256;

	private static final int CASES = 3000;

	private static final List<String> PIECES = List.of("import", "export", "from", "{", "}", "(", ")", "[", "]", "/",
			"`", "${", "'", "\"", "\\", "//", "/*", "*/", "\n", ";", "=>", "?", ":", "import 'x'", "export*from'y'",
			"function", "class", "\u2028", "\ud83d", "\\u{");

	private static List<PublishedModule> modules = List.of();

	@BeforeAll
	static void findModules() throws IOException {
		modules = PublishedModule.all();
	}

	@Test
	void readsInEveryModuleWhatOthersRead() throws IOException {
		List<String> differences = new ArrayList<>();
		int imports = 0;
		try (EsModuleLexer others = new EsModuleLexer()) {
			for (PublishedModule module : modules) {
				List<String> expected = distinct(others.read(module.text()));
				if (!ModuleImports.read(module.text()).equals(expected)) {
					differences.add(module + ": " + ModuleImports.read(module.text()) + ", not " + expected);
				}
				imports += (expected != null) ? expected.size() : 0;
			}
		}
		assertThat(differences).isEmpty();
		assertThat(modules).hasSizeGreaterThan(3500);
		assertThat(imports).isGreaterThan(8000);
	}

	/**
	 * If anything of a module were not understood, the import before it would be silent,
	 * too.
	 */
	@Test
	void understandsEveryModule() {
		assertThat(modules).allSatisfy((module) -> {
			String hashbang = module.text().startsWith("#!") ? "//" : "";
			assertThat(ModuleImports.read("import 'first';" + hashbang + module.text())).as(module.path())
				.startsWith("first");
		});
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 22, 333 })
	void readsOfATruncatedModuleItsFirstImportsOrNothing(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < CASES; i++) {
			PublishedModule module = modules.get(random.nextInt(modules.size()));
			String truncated = module.text().substring(0, random.nextInt(module.text().length() + 1));
			List<String> imports = ModuleImports.read(truncated);
			List<String> all = ModuleImports.read(module.text());
			assertThat(imports).as("%s up to %s", module, truncated.length())
				.isEqualTo(all.stream().limit(imports.size()).toList());
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 4, 55, 666 })
	void readsAnySplicedTextWithoutFailing(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < CASES; i++) {
			StringBuilder text = new StringBuilder();
			for (int j = random.nextInt(6); j >= 0; j--) {
				String other = modules.get(random.nextInt(modules.size())).text();
				int start = random.nextInt(other.length() + 1);
				text.append(other, start, Math.min(other.length(), start + random.nextInt(2000)));
				text.append(PIECES.get(random.nextInt(PIECES.size())));
			}
			assertThat(ModuleImports.read(text.toString())).as("seed %s, case %s", seed, i)
				.hasSizeLessThanOrEqualTo(MOST)
				.doesNotContainNull()
				.doesNotHaveDuplicates();
		}
	}

	private static @Nullable List<String> distinct(@Nullable List<String> specifiers) {
		return (specifiers != null) ? specifiers.stream().distinct().limit(MOST).toList() : null;
	}

}
