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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users type, by name: each of these is there to stay. What else is public is so for
 * other packages of the project, and may change.
 */
class ApiTests {

	private static final String ROOT = "dev.preloadhints.";

	private static final Set<String> API = Set.of("AssetAccess", "EarlyHintsSender", "LinkFilter", "NoPreload",
			"PageKey", "PageVariant", "PreloadLink", "PreloadLink$Container", "PreloadLinks", "link.CrossOrigin",
			"link.Destination", "link.FetchPriority", "link.InvalidLinkException", "link.Link", "link.LinkBuilder",
			"link.LinkRank", "link.LinkRelation", "link.OmissionReason", "link.Omissions", "link.Omissions$Omission",
			"event.EarlyHintsOutcome", "event.EarlyHintsReport", "event.PageReport", "event.PredictionReport",
			"event.PreloadListener", "event.PreloadStage", "page.InMemoryPageStore", "page.LinkHistory",
			"page.PageHistory", "page.PageStore", "page.Render", "page.Render$Hinted", "thymeleaf.PreloadDialect",
			"autoconfigure.DeclaredLinkProperties", "autoconfigure.EarlyHintsProperties",
			"autoconfigure.PreloadProperties", "autoconfigure.PreloadProperties$Budget",
			"autoconfigure.DiscoveryProperties", "autoconfigure.PreloadProperties$LinkHeader",
			"autoconfigure.PreloadProperties$Pages", "autoconfigure.PreloadProperties$ServerTiming",
			"autoconfigure.ResourcesProperties", "autoconfigure.StoreProperties",
			"autoconfigure.PreloadAutoConfiguration", "autoconfigure.PreloadDisabledAutoConfiguration",
			"autoconfigure.PreloadEndpointAutoConfiguration", "autoconfigure.PreloadMetricsAutoConfiguration",
			"autoconfigure.PreloadThymeleafAutoConfiguration", "asset.DependencyKind");

	/** Has others beside the API that the packages of the project share. */
	private static final Set<String> SHARED = Set.of("asset", "link", "event", "page");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
		.importPackages("dev.preloadhints");

	@Test
	void isAllThere() {
		assertThat(publicTypes().map(ApiTests::name)).containsAll(API);
	}

	/**
	 * The first package is for what users type alone, and so is that of the properties.
	 */
	@Test
	void isAllThatUsersTypesAreIn() {
		assertThat(publicTypes().map(ApiTests::name)
			.filter((name) -> !name.contains(".") || name.startsWith("autoconfigure."))).isSubsetOf(API);
	}

	/** A type that somebody gets from the API is one that stays. */
	@Test
	void usesItselfAlone() {
		List<String> others = publicTypes().filter((type) -> API.contains(name(type)))
			.flatMap((type) -> type.getMembers().stream())
			.filter((member) -> member.getModifiers().contains(JavaModifier.PUBLIC)
					&& !member.getModifiers().contains(JavaModifier.SYNTHETIC))
			.flatMap((member) -> types(member).filter((type) -> type.getName().startsWith(ROOT))
				.filter((type) -> !API.contains(name(type)))
				.map((type) -> member.getFullName() + " has " + name(type)))
			.toList();
		assertThat(others).isEmpty();
	}

	@Test
	void packagesThatAreNotPartOfItSaySo() throws IOException {
		for (String name : CLASSES.stream().map(JavaClass::getPackageName).distinct().toList()) {
			String packageInfo = Files.readString(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
				.replaceAll("\\s+\\*?\\s*", " ");
			boolean part = API.stream()
				.anyMatch((type) -> (ROOT + type).startsWith(name + ".")
						&& (ROOT + type).lastIndexOf('.') == name.length());
			boolean said = packageInfo.contains("Not API: may change.");
			if (!part) {
				assertThat(said).as(name).isTrue();
			}
			else if (SHARED.contains(name.substring(name.lastIndexOf('.') + 1))) {
				assertThat(packageInfo).as(name).contains("The rest is not API, and may change.");
			}
		}
	}

	private static Stream<JavaClass> publicTypes() {
		return CLASSES.stream()
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC)
					&& !type.getSimpleName().equals("package-info"));
	}

	private static Stream<JavaClass> types(JavaMember member) {
		return (member instanceof JavaCodeUnit code)
				? Stream.concat(code.getReturnType().getAllInvolvedRawTypes().stream(),
						code.getParameterTypes().stream().flatMap((type) -> type.getAllInvolvedRawTypes().stream()))
				: Stream.of(((JavaField) member).getRawType());
	}

	private static String name(JavaClass type) {
		return type.getBaseComponentType().getName().substring(ROOT.length());
	}

}
