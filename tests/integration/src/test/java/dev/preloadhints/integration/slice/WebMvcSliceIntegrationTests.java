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

package dev.preloadhints.integration.slice;

import java.lang.annotation.Annotation;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.ClassUtils;

import dev.preloadhints.link.Destination;
import dev.preloadhints.test.ResponseLinks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code @WebMvcTest} takes of an application. The annotation has another name in
 * Spring Boot 3.5 than in 4, so that the classes that have it are made here.
 */
class WebMvcSliceIntegrationTests {

	private static final String[] WEB_MVC_TEST = { "org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest",
			"org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest" };

	@Test
	void pageHasItsLinks() throws Exception {
		Slice slice = slice(Slice.class);
		assertThat(ResponseLinks.of(slice.mvc().get().uri("/page").exchange()))
			.hasPreload("/fonts/text.woff2", Destination.FONT)
			.hasPreconnect("https://cdn.example.com")
			.hasPreload("/css/app.css", Destination.STYLE);
	}

	@Test
	void argumentIsThereWhenPreloadIsOff() throws Exception {
		Slice slice = slice(SliceWithoutPreload.class);
		assertThat(slice.context.containsBean("preloadRuntime")).isFalse();
		assertThat(slice.mvc().get().uri("/page")).hasStatusOk();
		assertThat(ResponseLinks.of(slice.mvc().get().uri("/page").exchange())).isEmpty();
	}

	private static Slice slice(Class<? extends Slice> type) throws Exception {
		Class<? extends Slice> test = new ByteBuddy().subclass(type)
			.name(type.getName() + "Test")
			.annotateType(AnnotationDescription.Builder.ofType(webMvcTest()).build())
			.make()
			// Spring reads the class file, too.
			.load(type.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER_PERSISTENT)
			.getLoaded();
		Slice slice = test.getDeclaredConstructor().newInstance();
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(test.getClassLoader());
		try {
			new TestContextManager(test).prepareTestInstance(slice);
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
		return slice;
	}

	@SuppressWarnings("unchecked")
	private static Class<? extends Annotation> webMvcTest() {
		for (String name : WEB_MVC_TEST) {
			if (ClassUtils.isPresent(name, null)) {
				return (Class<? extends Annotation>) ClassUtils.resolveClassName(name, null);
			}
		}
		throw new IllegalStateException("There is no @WebMvcTest");
	}

	/**
	 * What a test class of an application would have.
	 */
	@ContextConfiguration(classes = SliceApplication.class)
	public static class Slice {

		@Autowired
		private MockMvc mockMvc;

		@Autowired
		private ApplicationContext context;

		MockMvcTester mvc() {
			return MockMvcTester.create(this.mockMvc);
		}

	}

	/**
	 * The same with the starter switched off.
	 */
	@TestPropertySource(properties = "preload.enabled=false")
	public static class SliceWithoutPreload extends Slice {

	}

}
