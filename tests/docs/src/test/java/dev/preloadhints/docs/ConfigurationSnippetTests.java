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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import dev.preloadhints.network.Certificate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each YAML snippet has properties that exist, with values that an application starts
 * with. What the text calls a property is one, too.
 */
class ConfigurationSnippetTests {

	private static final Set<String> METERS = DocsApplication.meters().keySet();

	@ParameterizedTest
	@MethodSource("snippets")
	void applicationStarts(CodeBlock snippet) throws Exception {
		PropertySource<?> source = new YamlPropertySourceLoader()
			.load("snippet", new ByteArrayResource(withCertificate(snippet.text()).getBytes(StandardCharsets.UTF_8)))
			.get(0);
		ConfigurationPropertySource properties = ConfigurationPropertySource.from(source);
		assertThat(names(properties)).isNotEmpty()
			.allSatisfy((name) -> assertThat(Properties.exists(name))
				.as("%s has '%s', which is no property of any module here. Correct it, or add the module to"
						+ " tests/docs/pom.xml; YAML that is not for Spring Boot goes into a ```text block", snippet,
						name)
				.isTrue());
		try (ConfigurableApplicationContext context = DocsApplication.start(source)) {
			context.getBeansWithAnnotation(ConfigurationProperties.class)
				.values()
				.stream()
				.map(Object::getClass)
				.filter((type) -> type.getName().startsWith("dev.preloadhints."))
				.forEach((type) -> bind(properties, type));
		}
	}

	/** A certificate or a key that a snippet names is one that was made for the test. */
	private static String withCertificate(String snippet) throws Exception {
		String file = "file:\\S+\\.pem";
		return Pattern.compile(file).matcher(snippet).find()
				? snippet.replaceAll(file, Certificate.create().pem().toUri().toString()) : snippet;
	}

	/** Other than the application, this fails for what is unknown within a list, too. */
	private static void bind(ConfigurationPropertySource properties, Class<?> type) {
		String prefix = AnnotationUtils.findAnnotation(type, ConfigurationProperties.class).value();
		new Binder(properties).bind(prefix, Bindable.of(type), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
	}

	private static List<String> names(ConfigurationPropertySource properties) {
		return ((IterableConfigurationPropertySource) properties).stream()
			.map(ConfigurationPropertyName::toString)
			.toList();
	}

	static Stream<CodeBlock> snippets() {
		return Markdown.forUsers()
			.flatMap((file) -> file.blocks().stream())
			.filter((block) -> block.language().equals("yaml"));
	}

	@ParameterizedTest
	@MethodSource("files")
	void propertiesInTheTextExist(Markdown file) {
		assertThat(file.code().filter((code) -> code.matches("(preload|spring|server|management)\\.[a-z].*")))
			.allSatisfy((code) -> {
				String name = code.replaceFirst("([=:{?]| ).*", "").replaceFirst("(\\.\\*|\\[])$", "");
				assertThat(Properties.exists(name) || Properties.isGroup(name) || METERS.contains(name))
					.as("%s says `%s`, which is neither a property nor a meter", file, code)
					.isTrue();
			});
	}

	static Stream<Markdown> files() {
		return Markdown.forUsers();
	}

}
