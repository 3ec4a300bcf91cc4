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

package dev.preloadhints.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WrongValues}: what is said of a wrong value when the application
 * starts.
 */
class WrongValuesTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(PreloadAutoConfiguration.class,
			PreloadThymeleafAutoConfiguration.class, ThymeleafAutoConfiguration.class, WebMvcAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withInitializer((context) -> this.environment = context.getEnvironment());

	private ConfigurableEnvironment environment = new StandardEnvironment();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '`',
			textBlock = """
					budget.max-size: 1MB -> budget.max-size -> 1MB
					budget.maxSize: 0 -> budget.max-size -> 0
					budget: {max-links: 0} -> budget.max-links -> 0
					resources.exclude: [/a/**, ads/**] -> resources.exclude[1] -> ads/**
					resources.exclude: /a/**, ads/** -> resources.exclude -> /a/**, ads/**
					early-hints.sharedOrigins: ["https://a.example", "https://a.example", b] -> early-hints.shared-origins[2] -> b
					pages.links: [{href: /a.css, as: style}, {href: /b.css}] -> pages.links[1].href -> /b.css
					pages.links: [{href: /a.css, pages: [/a, b], as: style}] -> pages.links[0].pages[1] -> b
					""")
	void namesTheValueAsItWasTyped(String yaml, String name, String value) throws IOException {
		String line = "preload." + yaml;
		assertThat(report(line)).startsWith("Invalid value '" + value + "' for configuration property 'preload." + name
				+ "' (originating from '" + file() + " - 1:" + (line.lastIndexOf(value) + 1) + "'). ");
	}

	@Test
	void namesAnEnvironmentVariable() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("PRELOAD_BUDGET_MAXSIZE", "1MB"))))
			.run((context) -> assertThat(analysis(context).getDescription())
				.startsWith("Invalid value '1MB' for configuration property 'preload.budget.max-size' "
						+ "(originating from '\"PRELOAD_BUDGET_MAXSIZE\" from property source"));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			pages.links[0].crossorigin: maybe -> anonymous no-cors use-credentials
			pages.links[0].rel: prefetch -> dns-prefetch modulepreload preconnect preload
			pages.links[0].fetchpriority: urgent -> auto high low
			discovery.include: pictures -> fonts imports modules
			resources.destinations: stile -> fetch font image none script style track
			""")
	void saysWhatIsAllowedAsItIsWritten(String yaml, String values) throws IOException {
		start("preload." + yaml)
			.run((context) -> assertThat(analysis(context).getAction().split("\\s+")).endsWith(values.split(" ")));
	}

	private String report(String yaml) throws IOException {
		String[] description = { "" };
		start(yaml).run((context) -> description[0] = analysis(context).getDescription());
		return description[0];
	}

	private WebApplicationContextRunner start(String yaml) throws IOException {
		Files.writeString(this.directory.resolve("application.yml"), yaml);
		return this.runner.withInitializer((context) -> load(context, file()));
	}

	private FileSystemResource file() {
		return new FileSystemResource(this.directory.resolve("application.yml"));
	}

	private static void load(ConfigurableApplicationContext context, FileSystemResource file) {
		try {
			new YamlPropertySourceLoader().load("test", file)
				.forEach(context.getEnvironment().getPropertySources()::addLast);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** As Spring Boot finds it. */
	private FailureAnalysis analysis(AssertableWebApplicationContext context) {
		assertThat(context).hasFailed();
		ArgumentResolver arguments = ArgumentResolver.of(Environment.class, this.environment)
			.and(BeanFactory.class, new DefaultListableBeanFactory());
		// Some need what is not there, such as validation.
		FailureHandler ignoring = (type, name, failure) -> {
		};
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, arguments, ignoring)
			.stream()
			.map((analyzer) -> analyzer.analyze(context.getStartupFailure()))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
	}

}
