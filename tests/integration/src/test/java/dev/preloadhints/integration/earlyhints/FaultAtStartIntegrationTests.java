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

package dev.preloadhints.integration.earlyhints;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.PreloadLinks;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.page.InMemoryPageStore;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.tests.AbsentStarter;
import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What fails from the start, or is no failure but comes at a bad moment.
 */
@ExtendWith(OutputCaptureExtension.class)
class FaultAtStartIntegrationTests {

	private static final String PAGE = EarlyHintsServer.page("style", "/css/app.css", "image", "/img/hero.jpg");

	@Test
	void registryThatRefusesMetersKeepsNoApplicationFromStarting(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(RefusingRegistry.class);
				EarlyHintsServer without = EarlyHintsServer.cacheable(RefusingRegistry.class, AbsentStarter.PROPERTY)) {
			server.learn(PAGE);
			Answer answer = server.navigate(PAGE);
			assertThat(answer.isHinted()).isTrue();
			assertThat(answer.links()).contains(SendingIntegrationTests.STYLE);
			assertThat(answer.body()).isEqualTo(without.start(PAGE).answer().body());
		}
		assertThat(output.getAll().lines().filter((line) -> line.contains(" WARN "))).singleElement()
			.asString()
			.contains("Some of the meters are missing", "No counters here");
	}

	/** Micrometer catches what a gauge throws. */
	@Test
	void storeThatCannotBeCounted() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(UncountableStore.class)) {
			assertThat(server.context().getBean(MeterRegistry.class).get("preload.pages").gauge().value()).isNaN();
			server.learn(PAGE);
			assertThat(server.navigate(PAGE).isHinted()).isTrue();
		}
	}

	@Test
	void senderThatCannotTellWhatItSupports(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(BrokenSender.class)) {
			for (int i = 0; i < 4; i++) {
				Answer answer = server.navigate("/undecided");
				assertThat(answer.status()).isEqualTo(200);
				assertThat(answer.body()).isEqualTo("false");
			}
			// Before the first controller, and in each.
			assertThat(server.errors("early_hints")).isEqualTo(5);
			assertThat(server.outcomes("failed")).isEqualTo(5);
		}
		assertThat(output.getAll().lines().filter((line) -> line.contains(" WARN "))).hasSize(1);
	}

	/**
	 * A listener may need half of the application, which the container's filters are not
	 * to create while the server starts.
	 */
	@Test
	void listenersAreCreatedWhenAllBeansAre() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(LateListener.class)) {
			assertThat(server.context().getBean(LateListener.class).created).hasValue(true);
		}
	}

	/** A controller that is interrupted, and notices, answers as ever. */
	@Test
	void interruptedRequest(CapturedOutput output) {
		String page = EarlyHintsServer.path("/interrupted", "style", "/css/app.css");
		try (EarlyHintsServer server = EarlyHintsServer.cacheable(Interrupting.class);
				EarlyHintsServer without = EarlyHintsServer.cacheable(Interrupting.class, AbsentStarter.PROPERTY)) {
			Answer expected = without.start(page).answer();
			assertThat(expected.body()).contains("interrupted: true");
			for (int i = 0; i < 5; i++) {
				Answer answer = server.navigate(page);
				assertThat(answer.status()).isEqualTo(expected.status()).isEqualTo(200);
				assertThat(answer.body()).isEqualTo(expected.body());
			}
		}
		assertThat(output.getAll()).doesNotContain(" WARN ", " ERROR ");
	}

	@Configuration(proxyBeanMethods = false)
	static class RefusingRegistry {

		@Bean
		MeterRegistry refusingRegistry() {
			return new SimpleMeterRegistry() {

				@Override
				protected Counter newCounter(Meter.Id id) {
					if (id.getName().startsWith("preload.")) {
						throw new IllegalArgumentException("No counters here");
					}
					return super.newCounter(id);
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateListener {

		/** Whether all beans were defined and the server's filters created by then. */
		private final AtomicReference<Boolean> created = new AtomicReference<>();

		@Bean
		PreloadListener lateListener(ConfigurableListableBeanFactory beans) {
			this.created.set(beans.isConfigurationFrozen());
			return new PreloadListener() {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UncountableStore {

		@Bean
		PageStore uncountableStore() {
			return (PageStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { PageStore.class },
					new InvocationHandler() {

						private final PageStore store = new InMemoryPageStore(10, 100_000, Duration.ofDays(1));

						@Override
						public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
							if (method.getName().equals("size")) {
								throw new UnsupportedOperationException("Uncountable");
							}
							return method.invoke(this.store, arguments);
						}

					});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BrokenSender {

		@Bean
		EarlyHintsSender brokenSender() {
			return new EarlyHintsSender() {

				@Override
				public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
					throw new UnsupportedOperationException("A sender that fails");
				}

				@Override
				public void send(HttpServletResponse containerResponse) {
				}

			};
		}

		@Controller
		static class UndecidedController {

			@GetMapping("/undecided")
			@ResponseBody
			String undecided(PreloadLinks links) {
				return String.valueOf(links.sendEarly());
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Interrupting {

		@Bean
		FilterRegistrationBean<Filter> interrupting() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				Thread.currentThread().interrupt();
				chain.doFilter(request, response);
			});
			registration.addUrlPatterns("/interrupted");
			return registration;
		}

		@Controller
		static class InterruptedController {

			@GetMapping("/interrupted")
			String interrupted(String style, Model model) {
				model.addAttribute("style", style);
				model.addAttribute("text", "interrupted: " + Thread.interrupted());
				return "page";
			}

		}

	}

}
