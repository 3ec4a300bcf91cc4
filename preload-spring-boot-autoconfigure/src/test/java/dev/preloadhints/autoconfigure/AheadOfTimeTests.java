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

import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.catalina.connector.ResponseFacade;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.web.context.servlet.AnnotationConfigServletWebApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;
import org.springframework.mock.web.MockServletContext;
import org.springframework.util.ReflectionUtils;

import dev.preloadhints.actuate.PageDescriptor;
import dev.preloadhints.actuate.PageJournal;
import dev.preloadhints.actuate.PagesDescriptor;
import dev.preloadhints.asset.AssetCatalog;
import dev.preloadhints.page.InMemoryPageStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Spring's processing ahead of time makes of the auto-configurations: the hints for
 * a native image.
 */
class AheadOfTimeTests {

	private static final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();

	private static RuntimeHints hints;

	@BeforeAll
	static void process() {
		AnnotationConfigServletWebApplicationContext context = new AnnotationConfigServletWebApplicationContext();
		context.setServletContext(new MockServletContext());
		TestPropertyValues.of("management.endpoints.web.exposure.include=preload").applyTo(context);
		context.register(PreloadAutoConfiguration.class, PreloadDisabledAutoConfiguration.class,
				PreloadThymeleafAutoConfiguration.class, PreloadEndpointAutoConfiguration.class,
				ThymeleafAutoConfiguration.class, WebMvcAutoConfiguration.class, EndpointAutoConfiguration.class,
				WebEndpointAutoConfiguration.class);
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get("com.example", "Application")), files);
		new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		generation.writeGeneratedContent();
		hints = generation.getRuntimeHints();
	}

	@Test
	void definesTheBeansInCode() {
		assertThat(files.getGeneratedFiles(Kind.SOURCE).keySet()).anyMatch(
				(name) -> name.equals("dev/preloadhints/autoconfigure/PreloadAutoConfiguration__BeanDefinitions.java"));
	}

	@ParameterizedTest
	@ValueSource(classes = { PreloadProperties.class, PreloadProperties.LinkHeader.class, EarlyHintsProperties.class,
			DiscoveryProperties.class, PreloadProperties.Pages.class, StoreProperties.class,
			DeclaredLinkProperties.class })
	void bindsProperties(Class<?> type) {
		for (var method : type.getDeclaredMethods()) {
			if (method.getName().startsWith("set")) {
				assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method)).as("%s", method)
					.accepts(hints);
			}
		}
	}

	@Test
	void showsTransformersARequest() {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(HttpServletRequest.class)).accepts(hints);
	}

	@Test
	void sendsEarlyHints() throws NoSuchMethodException {
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(ResponseFacade.class.getMethod("sendEarlyHints"))).accepts(hints);
	}

	@ParameterizedTest
	@ValueSource(classes = { PagesDescriptor.class, PagesDescriptor.Summary.class, PagesDescriptor.Prediction.class,
			PagesDescriptor.Counts.class, PageDescriptor.class, PageDescriptor.Link.class,
			PageDescriptor.Decision.class, PageDescriptor.EarlyHints.class })
	void answersOfTheEndpoint(Class<?> type) {
		assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(hints);
	}

	/** The names are Caffeine's own affair: this says when they change. */
	@ParameterizedTest
	@MethodSource
	void caches(Cache<?, ?> cache) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of(cache.asMap().getClass()))
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(hints);
		Object factory = value(cache.asMap(), "nodeFactory");
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of(factory.getClass()))
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(hints);
		assertThat(hints.reflection().getTypeHint(cache.asMap().getClass()))
			.satisfies((hint) -> assertThat(hint.fields()).anyMatch((field) -> field.getName().equals("FACTORY")));
	}

	static Stream<Cache<?, ?>> caches() {
		InMemoryPageStore store = new InMemoryPageStore(10, 10_000, Duration.ofDays(1));
		store.forgetAll();
		// What was read of files is bounded by weight alone.
		Cache<?, ?> contents = Caffeine.newBuilder().maximumWeight(1).weigher((key, value) -> 1).build();
		return Stream.concat(Stream.of(contents),
				Stream
					.of(store, value(new AssetCatalog(() -> null, "", Clock.systemUTC()), "entries"),
							new PageJournal(store, 10, Duration.ofDays(1), Clock.systemUTC()))
					.map(AheadOfTimeTests::cache));
	}

	private static Cache<?, ?> cache(Object owner) {
		for (Field field : owner.getClass().getDeclaredFields()) {
			if (Cache.class.isAssignableFrom(field.getType())) {
				return (Cache<?, ?>) value(owner, field.getName());
			}
		}
		throw new IllegalStateException(owner + " has no cache");
	}

	private static Object value(Object owner, String name) {
		Field field = ReflectionUtils.findField(owner.getClass(), name);
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, owner);
	}

}
