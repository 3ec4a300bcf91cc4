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

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;

import dev.preloadhints.actuate.PageJournal;
import dev.preloadhints.actuate.PreloadEndpoint;
import dev.preloadhints.page.PageStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PreloadEndpointAutoConfiguration}.
 */
class PreloadEndpointAutoConfigurationTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=preload";

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(PreloadAutoConfiguration.class,
			PreloadEndpointAutoConfiguration.class, WebMvcAutoConfiguration.class, EndpointAutoConfiguration.class,
			WebEndpointAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withInitializer((context) -> context.getEnvironment().setConversionService(new ApplicationConversionService()))
		.withConfiguration(AUTO_CONFIGURATIONS);

	@Test
	void isThereWhereItIsExposed() {
		this.runner.withPropertyValues(EXPOSED)
			.run((context) -> assertThat(context).hasSingleBean(PreloadEndpoint.class)
				.hasSingleBean(PageJournal.class));
	}

	@Test
	void isNotThereWhereItIsNotExposed() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(PreloadEndpoint.class)
			.doesNotHaveBean(PageJournal.class));
	}

	@Test
	void isNotThereWithoutAccess() {
		this.runner.withPropertyValues(EXPOSED, "management.endpoint.preload.access=none")
			.run((context) -> assertThat(context).doesNotHaveBean(PreloadEndpoint.class));
	}

	@Test
	void forgetsOnRequest() {
		this.runner.withPropertyValues(EXPOSED, "management.endpoint.preload.access=unrestricted")
			.run((context) -> assertThat(methods(context)).containsExactlyInAnyOrder("GET preload",
					"GET preload/{page}", "DELETE preload", "DELETE preload/{page}"));
	}

	@Test
	void canBeReadByDefault() {
		this.runner.withPropertyValues(EXPOSED)
			.run((context) -> assertThat(methods(context)).containsExactlyInAnyOrder("GET preload",
					"GET preload/{page}"));
	}

	private static String[] methods(ApplicationContext context) {
		return context.getBean(WebEndpointsSupplier.class)
			.getEndpoints()
			.stream()
			.flatMap((endpoint) -> endpoint.getOperations().stream())
			.map(WebOperation::getRequestPredicate)
			.map((request) -> request.getHttpMethod() + " " + request.getPath())
			.toArray(String[]::new);
	}

	@Test
	void isNotThereWhenPreloadIsOff() {
		this.runner.withPropertyValues(EXPOSED, "preload.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PreloadEndpoint.class));
	}

	@Test
	void isNotThereOutsideOfAServletApplication() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(EXPOSED)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PreloadEndpoint.class));
	}

	@Test
	void worksWithAStoreOfTheApplication() {
		PageStore store = mock(PageStore.class);
		this.runner.withPropertyValues(EXPOSED)
			.withBean(PageStore.class, () -> store)
			.run((context) -> assertThat(context.getBean(PreloadEndpoint.class).pages(null).pages()).isEmpty());
	}

}
