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

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.BeanNameUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.standard.StandardDialect;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.LinkFilter;
import dev.preloadhints.NoPreload;
import dev.preloadhints.PageVariant;
import dev.preloadhints.PreloadLink;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.earlyhints.sender.JettyEarlyHintsSender;
import dev.preloadhints.earlyhints.sender.ServletEarlyHintsSender;
import dev.preloadhints.earlyhints.sender.TomcatEarlyHintsSender;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.link.Destination;
import dev.preloadhints.metrics.MicrometerPreloadListener;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.thymeleaf.PreloadDialect;
import dev.preloadhints.web.InertPreloadLinksArgumentResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for the auto-configurations.
 */
class PreloadAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(PreloadAutoConfiguration.class,
			PreloadDisabledAutoConfiguration.class, PreloadMetricsAutoConfiguration.class,
			PreloadThymeleafAutoConfiguration.class, ThymeleafAutoConfiguration.class, WebMvcAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS);

	@Test
	void isThereInAServletApplication() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(PreloadRuntime.class)
			.hasSingleBean(PreloadDialect.class)
			.hasSingleBean(PageStore.class)
			.doesNotHaveBean(MicrometerPreloadListener.class));
	}

	@Test
	void reachesHandlerMappingsThatSpringMvcDoesNotConfigureBehindTheirOwnInterceptors() {
		HandlerInterceptor own = new HandlerInterceptor() {
		};
		this.runner.withBean("another", BeanNameUrlHandlerMapping.class, () -> {
			BeanNameUrlHandlerMapping mapping = new BeanNameUrlHandlerMapping();
			mapping.setInterceptors(own);
			return mapping;
		}).withBean("/another", HttpRequestHandler.class, () -> (request, response) -> {
		}).run((context) -> {
			MockHttpServletRequest request = new MockHttpServletRequest(context.getServletContext(), "GET", "/another");
			ServletRequestPathUtils.parseAndCache(request);
			HandlerExecutionChain chain = context.getBean("another", BeanNameUrlHandlerMapping.class)
				.getHandler(request);
			assertThat(chain).isNotNull();
			assertThat(chain.getInterceptorList()).contains(own).last().isInstanceOf(RuntimeInterceptor.class);
		});
	}

	@Test
	void addsItsDialectToTheEngine() {
		this.runner.run((context) -> assertThat(context.getBean(SpringTemplateEngine.class).getDialects())
			.hasAtLeastOneElementOfType(PreloadDialect.class));
	}

	@Test
	void addsItsDialectOnceToEachEngineOfTheApplication() {
		this.runner
			.withBean("shop", SpringTemplateEngine.class, SpringTemplateEngine::new,
					(definition) -> definition.setPrimary(true))
			.withBean("mail", TemplateEngine.class)
			.withBean("own", SpringTemplateEngine.class, () -> {
				SpringTemplateEngine engine = new SpringTemplateEngine();
				engine.addDialect(new PreloadDialect(true));
				return engine;
			})
			.run((context) -> {
				assertThat(context).doesNotHaveBean("templateEngine");
				for (TemplateEngine engine : context.getBeansOfType(TemplateEngine.class).values()) {
					assertThat(engine.getDialects()).filteredOn(PreloadDialect.class::isInstance).hasSize(1);
					assertThat(engine.getDialects()).hasAtLeastOneElementOfType(StandardDialect.class);
				}
			});
	}

	@Test
	void addsItsDialectToAnEngineThatIsLazy() {
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withBean("shop", SpringTemplateEngine.class)
			.run((context) -> assertThat(context.getBean(SpringTemplateEngine.class).getDialects())
				.hasAtLeastOneElementOfType(PreloadDialect.class));
	}

	@Test
	void leavesAnEngineThatWasUsedAlone() {
		this.runner.withBean("shop", SpringTemplateEngine.class, () -> {
			SpringTemplateEngine engine = new SpringTemplateEngine();
			engine.getConfiguration();
			return engine;
		})
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(SpringTemplateEngine.class)
				.satisfies((engine) -> assertThat(engine.getDialects()).noneMatch(PreloadDialect.class::isInstance)));
	}

	@Test
	void takesNothingButItsAttributesAwayWhenItIsOff() {
		this.runner.withPropertyValues("preload.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(PreloadDialect.class)
				.doesNotHaveBean(PreloadRuntime.class)
				.doesNotHaveBean(PageStore.class));
	}

	@Test
	void leavesTheArgumentOfControllersThereWhenItIsOff() {
		this.runner.withPropertyValues("preload.enabled=false")
			.run((context) -> assertThat(context.getBean(RequestMappingHandlerAdapter.class).getArgumentResolvers())
				.hasAtLeastOneElementOfType(InertPreloadLinksArgumentResolver.class));
	}

	@Test
	void isNotThereOutsideOfAServletApplication() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(PreloadDialect.class)
				.doesNotHaveBean(PreloadRuntime.class));
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PreloadDialect.class));
	}

	@Test
	void startsWithoutThymeleaf() {
		this.runner.withClassLoader(new FilteredClassLoader(AbstractProcessorDialect.class, SpringTemplateEngine.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(PreloadDialect.class)
				.hasSingleBean(PreloadRuntime.class));
	}

	@Test
	void startsWithoutSpringMvc() {
		this.runner.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
			.run((context) -> assertThat(context).doesNotHaveBean(PreloadRuntime.class));
	}

	@Test
	void startsWithoutMicrometer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PreloadRuntime.class));
	}

	@Test
	void metersInTheApplicationsRegistry() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			assertThat(context).hasSingleBean(MicrometerPreloadListener.class);
			assertThat(context.getBean(MeterRegistry.class).get("preload.header.size").summary().count()).isZero();
		});
	}

	@Test
	void metersNothingWhereThereIsNothingToMeter() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PreloadMetricsAutoConfiguration.class))
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MicrometerPreloadListener.class));
	}

	@Test
	void backsOffBeforeBeansOfTheApplication() {
		PageStore store = mock(PageStore.class);
		this.runner.withBean("mine", PageStore.class, () -> store)
			.withBean("myDialect", PreloadDialect.class, () -> new PreloadDialect(false))
			.run((context) -> assertThat(context).hasSingleBean(PageStore.class)
				.hasBean("mine")
				.hasSingleBean(PreloadDialect.class)
				.hasBean("myDialect"));
	}

	@Test
	void takesTheBeansOfTheApplication() {
		LinkFilter filter = (link, request) -> false;
		PageVariant variant = (request) -> null;
		PreloadListener listener = new PreloadListener() {
		};
		this.runner.withBean(LinkFilter.class, () -> filter)
			.withBean(PageVariant.class, () -> variant)
			.withBean(PreloadListener.class, () -> listener)
			.withBean(AssetAccess.class, () -> AssetAccess.ANYBODY)
			.run((context) -> {
				ApplicationBeans beans = context.getBean(PreloadRuntime.class).beans();
				assertThat(beans.filters()).containsExactly(filter);
				assertThat(beans.variants()).containsExactly(variant);
				assertThat(beans.listeners()).containsExactly(listener);
				assertThat(beans.access()).isSameAs(AssetAccess.ANYBODY);
			});
	}

	/** Also where they say nothing of their order, and whatever they are. */
	@Test
	void asksTheSendersOfTheApplicationBeforeOurs() {
		this.runner.withBean(EarlyHintsSender.class, JettyEarlyHintsSender::new).run((context) -> {
			List<EarlyHintsSender> senders = context.getBean(PreloadRuntime.class).beans().senders();
			assertThat(senders).first().isSameAs(context.getBean(EarlyHintsSender.class));
			assertThat(senders).extracting(Object::getClass)
				.satisfiesExactly((own) -> assertThat(own).isEqualTo(JettyEarlyHintsSender.class),
						(tomcat) -> assertThat(tomcat).isEqualTo(TomcatEarlyHintsSender.class),
						(jetty) -> assertThat(jetty).isEqualTo(JettyEarlyHintsSender.class),
						(servlet) -> assertThat(servlet).isEqualTo(ServletEarlyHintsSender.class));
		});
	}

	@Test
	void makesNothingOfEarlyHintsWhereTheyAreOff() {
		this.runner.withPropertyValues("preload.early-hints.enabled=false").run((context) -> {
			PreloadRuntime runtime = context.getBean(PreloadRuntime.class);
			assertThat(runtime.beans().senders()).isEmpty();
			assertThat(runtime.pages().earlyHints()).isNull();
		});
	}

	/** A start waits for each, so that this is to be thought about. */
	@Test
	void hasNoOtherBeans() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> assertThat(context.getBeanDefinitionNames())
				.filteredOn((name) -> name.matches("preload[A-Z].*"))
				.containsExactlyInAnyOrder("preloadPageStore", "preloadRuntime", "preloadHandlerMappings",
						"preloadHandlerFailures", "preloadWebMvcConfigurer", "preloadPageResponseFilter",
						"preloadAssetResponseFilter", "preloadStartupLogger", "preloadDialect",
						"preloadTemplateEngines", "preloadPostProcessorCheck", "preloadMetrics"));
	}

	@Test
	void doesNothingInTheBackgroundOnceItIsClosed() {
		AtomicReference<AssetWorker> worker = new AtomicReference<>();
		this.runner.run((context) -> {
			worker.set(context.getBean(PreloadRuntime.class).assets().worker());
			assertThat(worker.get().submit(() -> {
			})).isTrue();
		});
		assertThat(worker.get().submit(() -> {
		})).isFalse();
	}

	@Test
	void bindsItsProperties() {
		this.runner
			.withPropertyValues("preload.resources.destinations=style,font", "preload.resources.exclude=/ads/**",
					"preload.pages.links[0].href=/fonts/a.woff2", "preload.pages.links[0].as=font",
					"preload.pages.links[0].pages=/books/**", "preload.budget.max-size=2KB")
			.run((context) -> {
				PreloadProperties properties = context.getBean(PreloadProperties.class);
				assertThat(properties.getResources().getDestinations())
					.isEqualTo(Set.of(Destination.STYLE, Destination.FONT));
				assertThat(properties.getPages().getLinks()).singleElement()
					.satisfies((link) -> assertThat(link.getAs()).isEqualTo(Destination.FONT));
				assertThat(properties.getBudget().getMaxSize().toBytes()).isEqualTo(2048);
			});
	}

	@Test
	void stopsTheStartForAWrongAnnotation() {
		this.runner.withUserConfiguration(WrongAnnotation.class).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(analysis(context.getStartupFailure()).getDescription()).contains("/x.css")
				.contains("WrongController#page")
				.contains("rel=preload needs as, one of fetch");
		});
	}

	@Test
	void startsWithRightAnnotations() {
		this.runner.withUserConfiguration(RightAnnotation.class).run((context) -> assertThat(context).hasNotFailed());
	}

	private static FailureAnalysis analysis(Throwable failure) {
		FailureAnalysis analysis = new InvalidPreloadLinkFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		return analysis;
	}

	@Configuration(proxyBeanMethods = false)
	static class WrongAnnotation {

		@Bean
		WrongController controller() {
			return new WrongController();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RightAnnotation {

		@Bean
		RightController controller() {
			return new RightController();
		}

	}

	@Controller
	static class WrongController {

		@GetMapping("/")
		@PreloadLink(href = "/x.css")
		String page() {
			return "page";
		}

	}

	@Controller
	@PreloadLink(href = "/a.css", as = Destination.STYLE)
	@PreloadLink(href = "/b.css", as = Destination.STYLE)
	static class RightController {

		@GetMapping("/")
		@NoPreload
		String page() {
			return "page";
		}

	}

}
