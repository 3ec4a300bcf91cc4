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

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/**
 * Which package may know which. Browser and network do not know each other, and nothing
 * of Spring is in here.
 */
class ArchitectureTests {

	private static final String ROOT = "dev.preloadhints.measure";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					dev.preloadhints.measure          | dev.preloadhints.measure.., dev.preloadhints.network, tools.jackson.., picocli..
					dev.preloadhints.measure.chromium | dev.preloadhints.link, tools.jackson..
					""")
	void packageUsesWhatItMayAlone(String name, String uses) {
		List<String> allowed = new ArrayList<>(List.of(name, "java..", "org.jspecify.annotations.."));
		allowed.addAll(List.of(uses.split(", ")));
		classes().that()
			.resideInAPackage(name)
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(allowed.toArray(String[]::new))
			.check(CLASSES);
	}

}
