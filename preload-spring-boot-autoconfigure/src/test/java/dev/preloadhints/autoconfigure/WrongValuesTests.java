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
import org.junit.jupiter.params.provider.ValueSource;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import dev.preloadhints.PreloadLink;
import dev.preloadhints.link.Destination;

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

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '`',
			textBlock = """
							budget.max-size: 0B -> budget.max-size -> it has to be from 1B to 64KB
							budget.max-size: -1B -> budget.max-size -> it has to be from 1B to 64KB
							budget.max-size: 1MB -> budget.max-size -> it has to be from 1B to 64KB
							budget.max-links: 0 -> budget.max-links -> it has to be from 1 to 1000
							budget.max-links: 1001 -> budget.max-links -> it has to be from 1 to 1000
							link-header.buffer-size: 32 -> link-header.buffer-size -> it has to be from 1KB to 16MB; a number without a unit counts bytes: is 32KB meant?
							link-header.buffer-size: -1B -> link-header.buffer-size -> it has to be from 1KB to 16MB
							link-header.buffer-size: 17MB -> link-header.buffer-size -> it has to be from 1KB to 16MB
							early-hints.max-weight: 0 -> early-hints.max-weight -> it has to be from 1B to 1GB
							early-hints.max-weight: 2GB -> early-hints.max-weight -> it has to be from 1B to 1GB
							early-hints.min-renders: 0 -> early-hints.min-renders -> it has to be from 1 to 16
							early-hints.min-renders: 17 -> early-hints.min-renders -> it has to be from 1 to 16
							early-hints.shared-origins: https://cdn.example.com/static -> early-hints.shared-origins -> it has to be an origin without a path, such as https://cdn.example.com
							early-hints.shared-origins: [cdn.example.com] -> early-hints.shared-origins[0] -> it has to be an origin without a path, such as https://cdn.example.com
							early-hints.shared-origins: https://*.example.com -> early-hints.shared-origins -> it has to be an origin without a path, such as https://cdn.example.com
							discovery.max-fonts: -1 -> discovery.max-fonts -> it has to be from 0 to 16
							discovery.max-fonts: 17 -> discovery.max-fonts -> it has to be from 0 to 16
							resources.destinations: none -> resources.destinations -> it has to be some of fetch, font, image, script, style, track, or empty
							resources.exclude: ads/** -> resources.exclude -> 'ads/**' is not a pattern: it has to start with / or with an origin and /, as in /js/** or https://cdn.example.com/**
							resources.exclude: https://cdn.example.com -> resources.exclude -> 'https://cdn.example.com' is not a pattern: it has to start with / or with an origin and /, as in /js/** or https://cdn.example.com/**
							resources.exclude: ftp://a.example/** -> resources.exclude -> 'ftp://a.example/**' is not a pattern: it has to start with / or with an origin and /, as in /js/** or https://cdn.example.com/**
							resources.exclude: /a#b -> resources.exclude -> '/a#b' can never match: it is compared with a path, which has no query, fragment or dot segments
							resources.exclude: /a/../b -> resources.exclude -> '/a/../b' can never match: it is compared with a path, which has no query, fragment or dot segments
							pages.exclude: /a/{b -> pages.exclude -> '/a/{b' is not a pattern: Expected close capture character after variable name }
							pages.exclude: admin/** -> pages.exclude -> 'admin/**' is not a pattern of pages: it has to be a path within the application, as in /admin/**
							pages.exclude: https://a.example/** -> pages.exclude -> 'https://a.example/**' is not a pattern of pages: it has to be a path within the application, as in /admin/**
							pages.exclude: /search?q=* -> pages.exclude -> '/search?q=*' can never match: it is compared with a path, which has no query, fragment or dot segments
							store.max-pages: 0 -> store.max-pages -> it has to be from 1 to 1000000
							store.max-size: 8 -> store.max-size -> it has to be from 4KB to 1GB; a number without a unit counts bytes: is 8KB meant?
							store.time-to-idle: 0s -> store.time-to-idle -> it has to be 1s or longer; a number without a unit counts milliseconds
							store.time-to-idle: 7 -> store.time-to-idle -> it has to be 1s or longer; a number without a unit counts milliseconds
							store.time-to-idle: -1d -> store.time-to-idle -> it has to be 1s or longer; a number without a unit counts milliseconds
							pages.links: [{href: /a.css}] -> pages.links[0].href -> rel=preload needs as, one of fetch, font, image, script, style, track
							pages.links: [{as: style}] -> pages.links[0].as -> href is needed
							pages.links: [{href: " ", as: style}] -> pages.links[0].href -> href is needed
							pages.links: [{href: "#a", as: style}] -> pages.links[0].href -> href is needed
							pages.links: [{href: "https://", as: style}] -> pages.links[0].href -> 'https://' is no URL
							pages.links: [{href: "javascript:alert(1)", as: script}] -> pages.links[0].href -> 'javascript:' is no URL that HTTP can request
							pages.links: [{href: "data:text/css,a", as: style}] -> pages.links[0].href -> 'data:' is no URL that HTTP can request
							pages.links: [{href: "https://a.example/b", rel: preconnect}] -> pages.links[0].href -> 'https://a.example/b' is no origin: rel=preconnect needs one without a path, such as https://cdn.example.com
							pages.links: [{href: /a, rel: dns-prefetch}] -> pages.links[0].href -> '/a' is no origin: rel=dns-prefetch needs one without a path, such as https://cdn.example.com
							pages.links: [{href: "https://a.example", rel: preconnect, as: style}] -> pages.links[0].as -> rel=preconnect is about a connection and has no as
							pages.links: [{href: "https://a.example", rel: preconnect, fetchpriority: high}] -> pages.links[0].fetchpriority -> rel=preconnect is about a connection and has no fetchpriority
							pages.links: [{href: /a.css, rel: modulepreload, as: style}] -> pages.links[0].as -> rel=modulepreload is for scripts alone, not as=style
							pages.links: [{href: /a.woff2, as: font, type: woff2}] -> pages.links[0].type -> 'woff2' is no media type, such as font/woff2
							pages.links: [{href: /a.css, as: style, type: font/woff2}] -> pages.links[0].type -> 'font/woff2' is no type of as=style
							pages.links: [{href: /a.css, as: style, media: "(min-width"}] -> pages.links[0].media -> '(min-width' is no media query: its parentheses do not match
							pages.links: [{href: /a.css, as: style, media: "größer"}] -> pages.links[0].media -> The value of media has characters that a header cannot carry: 'größer'
					pages.links: [{href: /a.json, as: fetch}] -> pages.links[0].as -> 'fetch' is not among preload.resources.destinations
							pages.links: [{href: /a.css, as: style, pages: "//a.example/b"}] -> pages.links[0].pages -> '//a.example/b' is not a pattern of pages: it has to be a path within the application, as in /admin/**
							pages.links: [{href: /a.css, as: style}, {href: /a.css, as: style, pages: /**}] -> pages.links[1].href -> it is the same as preload.pages.links[0]
							pages: {exclude: /a/**, links: [{href: /a.css, as: style, pages: /a/**}]} -> pages.links[0].pages -> all its pages are among preload.pages.exclude
							""")
	void stopsTheStartForWhatCanNeverWork(String yaml, String name, String reason) throws IOException {
		assertThat(report("preload." + yaml))
			.contains("' for configuration property 'preload." + name + "' (originating from '" + file())
			.endsWith("Validation failed for the following reason:%n%n".formatted() + reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "early-hints.shared-origins: https://cdn.example.com/", "link-header.buffer-size: 0",
			"resources.exclude: https://CDN.example.com:443/ads/**", "resources.exclude: /a//b",
			"pages.exclude: /a?/{b:[=]+}", "pages.links: [{href: 'https://cdn.example.com/', rel: preconnect}]",
			"pages.links: [{href: /ä b.css, as: style, type: text/css; charset=utf-8, media: '(min-width: 1px) and (not (print))'}]",
			"pages: {exclude: /a/**, links: [{href: /a.css, as: style, pages: [/a/**, /b]}, {href: /a.css, as: style}]}" })
	void startsWithWhatCanWork(String yaml) throws IOException {
		start("preload." + yaml).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void stopsTheStartForAnAnnotation() {
		this.runner.withBean(WrongController.class).run((context) -> {
			FailureAnalysis analysis = analysis(context);
			assertThat(analysis.getDescription()).contains("/a.woff2", "WrongController#page")
				.endsWith("'woff2' is no media type, such as font/woff2");
			assertThat(analysis.getAction()).isEqualTo("Change the annotation.");
		});
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

	@Controller
	static class WrongController {

		@PreloadLink(href = "/a.woff2", as = Destination.FONT, type = "woff2")
		@GetMapping("/page")
		String page() {
			return "page";
		}

	}

}
