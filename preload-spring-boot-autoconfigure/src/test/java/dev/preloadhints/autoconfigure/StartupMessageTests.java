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

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.spring6.SpringTemplateEngine;

import dev.preloadhints.EarlyHintsSender;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartupMessage}, by way of the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupMessageTests {

	private static final String LINK_HEADER = "Link header on (1000 bytes, 16 links); ";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(PreloadAutoConfiguration.class, PreloadThymeleafAutoConfiguration.class,
					ThymeleafAutoConfiguration.class, WebMvcAutoConfiguration.class));

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					server.http2.enabled=false -> but none are sent while HTTP/2 is off (server.http2.enabled): browsers ignore them over HTTP/1.1
					server.http2.enabled=true -> but not over HTTP/2 without TLS (server.ssl), which only proxies speak: some cut the page (preload.early-hints.proxied)
					server.http2.enabled=true preload.early-hints.proxied=true -> over HTTP/2 without TLS (server.ssl), which only proxies speak, also through proxies (preload.early-hints.proxied)
					server.http2.enabled=true server.ssl.enabled=false server.ssl.bundle=web -> but not over HTTP/2 without TLS (server.ssl), which only proxies speak: some cut the page (preload.early-hints.proxied)
					server.http2.enabled=true server.ssl.bundle=web -> over HTTP/2, not through proxies (preload.early-hints.proxied)
					server.http2.enabled=true server.ssl.bundle=web preload.early-hints.proxied=true -> over HTTP/2, also through proxies (preload.early-hints.proxied)
					server.http2.enabled=true server.ssl.key-store=a.p12 -> over HTTP/2, not through proxies (preload.early-hints.proxied)
					server.http2.enabled=true server.ssl.certificate=a.pem -> over HTTP/2, not through proxies (preload.early-hints.proxied)
					""")
	void saysWhatTheServerMakesOfEarlyHints(String properties, String message, CapturedOutput output) {
		start(this.runner.withPropertyValues("local.server.port=8080").withPropertyValues(properties.split(" ")));
		assertThat(output.getOut().lines().filter((line) -> line.contains("Preload: "))).singleElement()
			.asString()
			.endsWith("Preload: " + LINK_HEADER + "Early Hints on, learned from 2 renders of a page, " + message);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					preload.early-hints.http1=true -> over HTTP/1.1 (preload.early-hints.http1), where browsers ignore them and nginx before 1.29 breaks the page, not through proxies (preload.early-hints.proxied)
					server.http2.enabled=true server.ssl.bundle=web preload.early-hints.http1=true -> over HTTP/2, and over HTTP/1.1 (preload.early-hints.http1), where browsers ignore them and nginx before 1.29 breaks the page, not through proxies (preload.early-hints.proxied)
					""")
	void saysWhatAContainerThatFlushesMakesOfHttp1(String properties, String message, CapturedOutput output) {
		start(this.runner.withBean(FlushingSender.class)
			.withPropertyValues("local.server.port=8080")
			.withPropertyValues(properties.split(" ")));
		assertThat(output).contains("a page, " + message);
	}

	@Test
	void saysThatTomcatHoldsThemBack(CapturedOutput output) {
		start(this.runner.withPropertyValues("local.server.port=8080", "server.http2.enabled=true",
				"server.ssl.bundle=web", "preload.early-hints.http1=true"));
		assertThat(output)
			.contains("over HTTP/2, not through proxies (preload.early-hints.proxied); never over HTTP/1.1 "
					+ "(preload.early-hints.http1), where MockServletContext holds them back until the page");
	}

	@Test
	void saysLessInAContainerThatItDidNotStart(CapturedOutput output) {
		start(this.runner);
		assertThat(output).contains(LINK_HEADER + "Early Hints on, learned from 2 renders of a page, "
				+ "if this container speaks HTTP/2, not through proxies (preload.early-hints.proxied)");
	}

	@Test
	void saysWhatIsOff(CapturedOutput output) {
		start(this.runner.withPropertyValues("preload.link-header.enabled=false", "preload.early-hints.enabled=false"));
		assertThat(output).contains(
				"Preload: Link header off (preload.link-header.enabled); Early Hints off (preload.early-hints.enabled)");
	}

	@Test
	void saysWhatIsSetOtherwise(CapturedOutput output) {
		start(this.runner.withPropertyValues("preload.budget.max-size=2KB", "preload.budget.max-links=5",
				"preload.early-hints.min-renders=4"));
		assertThat(output).contains("Link header on (2048 bytes, 5 links); Early Hints on, learned from 4 renders");
	}

	@Test
	void saysThatTheContainerCannot(CapturedOutput output) {
		start(this.runner.withClassLoader(new FilteredClassLoader("org.apache.catalina", "org.eclipse.jetty")));
		assertThat(output)
			.contains(LINK_HEADER + "no Early Hints, because MockServletContext has no known way to send them");
	}

	@Test
	void saysThatAPostProcessorComesAfterTheLinks(CapturedOutput output) {
		start(this.runner.withBean(RewritingDialect.class));
		assertThat(output.getOut().lines().filter((line) -> line.contains("URLs that it rewrites"))).singleElement()
			.asString()
			.contains("The dialect " + RewritingDialect.class.getName() + " changes pages after");
	}

	@Test
	void saysThatThereIsNoThymeleaf(CapturedOutput output) {
		start(this.runner.withClassLoader(new FilteredClassLoader("org.thymeleaf")));
		assertThat(output).contains("no Link header, because there is no Thymeleaf to collect links from; "
				+ "Early Hints on, of declared links alone, ");
	}

	@Test
	void saysThatStaticResourcesVaryOnTheOrigin(CapturedOutput output) {
		visit(this.runner.withUserConfiguration(Cors.class).withPropertyValues("preload.early-hints.enabled=false"));
		visit(this.runner);
		assertThat(output).doesNotContain("Vary");
		visit(this.runner.withUserConfiguration(Cors.class));
		assertThat(output).containsOnlyOnce("Fonts, modules and whatever else has 'crossorigin' are left out of "
				+ "Early Hints, because static resources are served with 'Vary: Origin' here");
	}

	@Test
	void saysThatAnEngineOfTheApplicationLacksTheDialect(CapturedOutput output) {
		start(this.runner.withBean("shopEngine", SpringTemplateEngine.class, StartupMessageTests::usedEngine));
		assertThat(output)
			.contains("no Link header, because the template engine shopEngine was used before it could be "
					+ "given the dialect: add the bean preloadDialect to the engine; Early Hints on, of declared links alone");
	}

	@Test
	void saysThatOneOfSeveralEnginesLacksTheDialect(CapturedOutput output) {
		start(this.runner.withBean("mailEngine", TemplateEngine.class, StartupMessageTests::usedEngine));
		assertThat(output).contains("Link header on (1000 bytes, 16 links), but not on pages of the template engine "
				+ "mailEngine, which was used before it could be given the dialect (bean preloadDialect); Early Hints on, "
				+ "learned from 2 renders");
	}

	@Test
	void saysThatThereIsNoEngine(CapturedOutput output) {
		start(new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(PreloadAutoConfiguration.class,
				PreloadThymeleafAutoConfiguration.class, WebMvcAutoConfiguration.class)));
		assertThat(output)
			.contains("no Link header, because no template engine is a bean: add the bean preloadDialect");
	}

	private static SpringTemplateEngine usedEngine() {
		SpringTemplateEngine engine = new SpringTemplateEngine();
		// As whoever warms it up does.
		engine.getConfiguration();
		return engine;
	}

	@Test
	void saysItOnce(CapturedOutput output) {
		this.runner.run((context) -> {
			ConfigurableApplicationContext source = context.getSourceApplicationContext();
			publish(source, source);
			publish(source, new GenericApplicationContext(source));
		});
		assertThat(output).containsOnlyOnce("Preload: ");
	}

	@Test
	void saysNothingWhenItIsOff(CapturedOutput output) {
		start(this.runner.withPropertyValues("preload.enabled=false"));
		assertThat(output).doesNotContain("Preload");
	}

	private static void start(WebApplicationContextRunner runner) {
		runner.run((context) -> {
			assertThat(context).hasNotFailed();
			publish(context.getSourceApplicationContext(), context.getSourceApplicationContext());
		});
	}

	/** With a first page, and what is looked at after it. */
	private static void visit(WebApplicationContextRunner runner) {
		runner.run((context) -> {
			PreloadRuntime runtime = context.getBean(PreloadRuntime.class);
			CountDownLatch looked = new CountDownLatch(1);
			publish(context.getSourceApplicationContext(), context.getSourceApplicationContext());
			runtime.afterFirstPage((assets) -> looked.countDown());
			runtime.pages();
			looked.await();
		});
	}

	private static void publish(ConfigurableApplicationContext publisher, ConfigurableApplicationContext started) {
		publisher.publishEvent(
				new ApplicationStartedEvent(new SpringApplication(), new String[0], started, Duration.ofSeconds(1)));
	}

	static final class FlushingSender implements EarlyHintsSender {

		@Override
		public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
			return true;
		}

		@Override
		public boolean supportsHttp1() {
			return true;
		}

		@Override
		public void send(HttpServletResponse containerResponse) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Cors implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/**");
		}

	}

	static final class RewritingDialect extends AbstractDialect implements IPostProcessorDialect {

		RewritingDialect() {
			super("Rewriting");
		}

		@Override
		public int getDialectPostProcessorPrecedence() {
			return 1000;
		}

		@Override
		public Set<IPostProcessor> getPostProcessors() {
			return Set.of();
		}

	}

}
