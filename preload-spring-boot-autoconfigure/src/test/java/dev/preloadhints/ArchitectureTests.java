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

package dev.preloadhints;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which package may know which, and what every class has to keep to.
 */
class ArchitectureTests {

	private static final String ROOT = "dev.preloadhints";

	private static final String AUTOCONFIGURE = ROOT + ".autoconfigure..";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
		.importPackages(ROOT);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					api            | link, jakarta.servlet
					link           |
					collect        | link, com.github.benmanes.caffeine.cache
					asset          | api, asset.css, asset.script, link, org.springframework, jakarta.servlet, com.github.benmanes.caffeine.cache, org.apache.commons.logging
					asset.css      | org.htmlunit.cssparser.parser.javacc
					asset.script   |
					page           | api, link, collect, asset, event, com.github.benmanes.caffeine.cache, org.apache.commons.logging
					event          | api, link, org.apache.commons.logging
					request        | collect, link, org.springframework.web.util, jakarta.servlet
					declare        | api, asset, link, event, request, org.springframework, jakarta.servlet
					header         | link, collect, asset, event, jakarta.servlet
					earlyhints     | api, earlyhints.sender, link, collect, asset, page, event, header, request, declare, org.springframework.web.util, jakarta.servlet, org.apache.commons.logging
					earlyhints.sender | api, org.springframework.util, jakarta.servlet, org.apache.catalina, org.apache.coyote
					thymeleaf      | link, collect, org.thymeleaf, org.unbescape
					web            | api, link, collect, asset, page, event, request, declare, header, earlyhints, org.springframework, jakarta.servlet, org.apache.commons.logging
					metrics        | api, link, event, page, io.micrometer.core, org.apache.commons.logging
					actuate        | api, link, asset, event, page, org.springframework.boot.actuate.endpoint, org.springframework.http.server, org.springframework.lang, org.springframework.web.util.pattern, com.github.benmanes.caffeine.cache
					""")
	void packageUsesWhatItMayAlone(String name, String uses) {
		String[] others = (uses != null) ? uses.split(", ") : new String[0];
		String[] allowed = new String[others.length + 3];
		allowed[0] = packageName(name);
		allowed[1] = "java..";
		allowed[2] = "org.jspecify.annotations..";
		for (int i = 0; i < others.length; i++) {
			allowed[i + 3] = others[i].matches("(org|com|io|jakarta)[.].+") ? others[i] + ".." : packageName(others[i]);
		}
		ArchRule rule = classes().that()
			.resideInAPackage(packageName(name))
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage(allowed).or(isPrimitive()));
		rule.check(CLASSES);
	}

	private static String packageName(String name) {
		return name.equals("api") ? ROOT : ROOT + "." + name;
	}

	@Test
	void everyPackageHasARule() {
		assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).containsExactlyInAnyOrder(ROOT,
				ROOT + ".actuate", ROOT + ".asset", ROOT + ".asset.css", ROOT + ".asset.script",
				ROOT + ".autoconfigure", ROOT + ".collect", ROOT + ".declare", ROOT + ".earlyhints", ROOT + ".event",
				ROOT + ".header", ROOT + ".link", ROOT + ".metrics", ROOT + ".page", ROOT + ".request",
				ROOT + ".thymeleaf", ROOT + ".web", ROOT + ".earlyhints.sender");
	}

	@Test
	void onlyTheAutoConfigurationAndTheEndpointUseSpringBoot() {
		noClasses().that(not(resideInAnyPackage(AUTOCONFIGURE, ROOT + ".actuate")))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(CLASSES);
	}

	@Test
	void onlyItsSenderUsesAContainer() {
		noClasses().that(not(resideInAPackage(ROOT + ".earlyhints.sender")))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.catalina..", "org.apache.tomcat..", "org.apache.coyote..",
					"org.eclipse.jetty..")
			.check(CLASSES);
	}

	@Test
	void nothingUsesTheAutoConfiguration() {
		noClasses().that(not(resideInAPackage(AUTOCONFIGURE)))
			.should()
			.dependOnClassesThat()
			.resideInAPackage(AUTOCONFIGURE)
			.check(CLASSES);
	}

	@Test
	void packagesFormNoCycle() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void everyPackageIsNullMarked() throws ClassNotFoundException {
		for (String name : CLASSES.stream().map(JavaClass::getPackageName).distinct().toList()) {
			Class<?> packageInfo = Class.forName(name + ".package-info");
			assertThat(packageInfo.isAnnotationPresent(NullMarked.class)).as(name).isTrue();
		}
	}

	@Test
	void nothingWritesToTheConsole() {
		GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
	}

	@Test
	void nothingLogsWithTheLoggingOfTheJdk() {
		GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
	}

	/**
	 * Spring Boot 4 moved the classes of one technology each into packages of their own.
	 * What is used of Spring Boot has to be what did not move, for one jar to run on
	 * both.
	 */
	@Test
	void nothingUsesClassesThatMovedBetweenSpringBootVersions() {
		noClasses().should()
			.dependOnClassesThat(resideInAPackage("org.springframework.boot..")
				.and(not(resideInAnyPackage("org.springframework.boot", "org.springframework.boot.actuate.endpoint..",
						"org.springframework.boot.actuate.autoconfigure.endpoint.condition",
						"org.springframework.boot.autoconfigure", "org.springframework.boot.autoconfigure.condition",
						"org.springframework.boot.context.event", "org.springframework.boot.context.properties..",
						"org.springframework.boot.convert", "org.springframework.boot.diagnostics",
						"org.springframework.boot.web.servlet"))))
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsArePublicAndFinal() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsHaveTheDefaultConstructorAlone() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should(onlyHaveTheDefaultConstructor())
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsHaveNoPublicMethods() {
		methods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic()
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsAreAllRegistered() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith(ROOT)))
			.containsExactlyInAnyOrderElementsOf(CLASSES.stream()
				.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
				.map(JavaClass::getName)
				.toList());
	}

	private static DescribedPredicate<JavaClass> isPrimitive() {
		return DescribedPredicate.describe("primitive", (type) -> type.getBaseComponentType().isPrimitive());
	}

	private static ArchCondition<JavaClass> onlyHaveTheDefaultConstructor() {
		return new ArchCondition<>("only have the default constructor") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getConstructors()
					.stream()
					.filter((constructor) -> !constructor.getRawParameterTypes().isEmpty())
					.forEach((constructor) -> events.add(SimpleConditionEvent.violated(constructor,
							constructor.getDescription() + " has parameters")));
			}

		};
	}

}
