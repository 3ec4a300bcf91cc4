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

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.thymeleaf.processor.element.IElementProcessor;
import org.thymeleaf.processor.element.MatchingAttributeName;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.util.ClassUtils;

import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.thymeleaf.PreloadDialect;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of the reference name what the code has: no more, and no less.
 */
class ReferenceTests {

	private static final Markdown README = Markdown.read(Markdown.ROOT.resolve("README.md"));

	private static final Markdown REFERENCE = docs("reference.md");

	private static final Markdown TROUBLESHOOTING = docs("troubleshooting.md");

	private static final String NONE = "–";

	@Test
	void propertiesAreThoseOfTheMetadata() {
		Map<String, String> documented = new TreeMap<>();
		for (List<String> row : REFERENCE.table("Properties")) {
			Markdown.code(row.get(0))
				.stream()
				.filter((name) -> name.startsWith("preload."))
				.forEach((name) -> documented.put(name.replace("[]", ""), row.get(1)));
		}
		Map<String, String> defaults = new TreeMap<>();
		Properties.startingWith("preload.")
			.forEach((name, property) -> defaults.put(name, defaultValue(property.get("defaultValue"))));
		assertThat(documented).as("properties and their defaults in reference.md").isEqualTo(defaults);
	}

	private static String defaultValue(Object value) {
		if (value == null) {
			return NONE;
		}
		if (value instanceof List<?> values) {
			return "`" + String.join(", ", values.stream().map(String::valueOf).toList()) + "`";
		}
		return "`" + value + "`";
	}

	@Test
	void partsOfADeclaredLinkAreAllThereIs() throws Exception {
		List<String> documented = REFERENCE.table("Properties")
			.stream()
			.flatMap((row) -> Markdown.code(row.get(0)).stream())
			.filter((name) -> !name.startsWith("preload."))
			.map((name) -> name.replaceFirst("^…?\\.", ""))
			.toList();
		Class<?> type = Class.forName("dev.preloadhints.autoconfigure.DeclaredLinkProperties");
		assertThat(documented).containsExactlyInAnyOrderElementsOf(Stream.of(type.getMethods())
			.filter((method) -> method.getName().startsWith("set"))
			.map((method) -> method.getName().substring(3).toLowerCase(Locale.ROOT))
			.toList());
	}

	@Test
	void templateAttributesAreThoseOfTheDialect() {
		Set<String> attributes = new LinkedHashSet<>();
		new PreloadDialect(false).getProcessors("preload")
			.stream()
			.filter(IElementProcessor.class::isInstance)
			.map(IElementProcessor.class::cast)
			.forEach((processor) -> {
				MatchingAttributeName name = processor.getMatchingAttributeName();
				if (name != null && name.getMatchingAttributeName() != null) {
					attributes.add(name.getMatchingAttributeName().getAttributeName());
				}
			});
		Set<String> documented = new LinkedHashSet<>();
		REFERENCE.table("Template attributes")
			.stream()
			.flatMap((row) -> Markdown.code(row.get(0)).stream())
			.filter((code) -> code.startsWith("preload:"))
			.forEach((code) -> documented.add(code.replaceAll("preload:|=.*", "")));
		// The namespace, which belongs to every dialect.
		attributes.remove("xmlns:preload");
		assertThat(documented).isEqualTo(attributes);
	}

	@Test
	void reasonsAreAllThereIs() {
		List<String> reasons = Arrays.stream(OmissionReason.values()).map(OmissionReason::value).toList();
		List<String> documented = REFERENCE.table("Reasons")
			.stream()
			.filter((row) -> row.size() == 2)
			.map((row) -> row.get(1))
			.filter((cell) -> cell.matches("(`[a-z_]+` ?)+"))
			.flatMap((cell) -> Markdown.code(cell).stream())
			.toList();
		assertThat(documented).as("reasons in reference.md").containsExactlyInAnyOrderElementsOf(reasons);
		assertThat(Stream.of("No 103 arrives", "My link is missing")
			.flatMap((heading) -> TROUBLESHOOTING.table(heading).stream())
			.flatMap((row) -> Markdown.code(row.get(0)).stream())).as("reasons in troubleshooting.md")
			.containsAll(reasons);
	}

	@Test
	void metersAreThoseThatAreThereFromTheStart() {
		Map<String, Map<String, Set<String>>> meters = DocsApplication.meters();
		Map<String, String> documented = new TreeMap<>();
		REFERENCE.table("Meters").forEach((row) -> documented.put(Markdown.code(row.get(0)).get(0), row.get(1)));
		assertThat(documented.keySet()).isEqualTo(meters.keySet());
		meters.forEach((name, tags) -> {
			List<String> codes = Markdown.code(documented.get(name));
			assertThat(codes.stream().map((code) -> code.replaceFirst("=.*", "")).filter(tags::containsKey))
				.as("tags of %s in reference.md", name)
				.containsExactlyInAnyOrderElementsOf(tags.keySet());
			codes.stream().filter((code) -> code.contains("=")).forEach((code) -> {
				String[] tag = code.split("=", 2);
				assertThat(tag[1].split("\\|")).as("values of %s of %s in reference.md", tag[0], name)
					.containsExactlyInAnyOrderElementsOf(tags.get(tag[0]));
			});
		});
	}

	@Test
	void replaceableBeansAreAllThereIs() throws Exception {
		List<String> replaceable = new ArrayList<>();
		var readers = new CachingMetadataReaderFactory();
		for (var resource : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:dev/preloadhints/autoconfigure/*.class")) {
			String name = readers.getMetadataReader(resource).getClassMetadata().getClassName();
			Class<?> type = ClassUtils.forName(name, getClass().getClassLoader());
			for (Method method : type.getDeclaredMethods()) {
				if (method.isAnnotationPresent(Bean.class)
						&& method.isAnnotationPresent(ConditionalOnMissingBean.class)) {
					replaceable.add(method.getReturnType().getSimpleName());
				}
			}
		}
		List<String> row = REFERENCE.table("Java API")
			.stream()
			.filter((cells) -> cells.get(0).equals("a bean of your own"))
			.findFirst()
			.orElseThrow();
		assertThat(Markdown.code(row.get(1))).containsExactlyInAnyOrderElementsOf(new LinkedHashSet<>(replaceable));
	}

	@Test
	void versionIsTheOneThatIsBuilt() {
		String version = System.getProperty("project.version");
		assertThat(Markdown.forUsers()
			.flatMap((file) -> file.blocks().stream())
			.filter((block) -> block.text().contains("preload-spring-boot-"))
			.filter((block) -> List.of("xml", "groovy").contains(block.language()))).hasSizeGreaterThan(2)
			.allSatisfy((block) -> assertThat(block.text()).as(block.toString()).contains(version));
		assertThat(README.blocks().get(0).text()).contains("preload-spring-boot-starter");
	}

	@Test
	void readmeIsShort() {
		assertThat(README.lines()).hasSizeLessThanOrEqualTo(180)
			.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(160));
	}

	private static Markdown docs(String file) {
		return Markdown.read(Markdown.ROOT.resolve("docs").resolve(file));
	}

}
