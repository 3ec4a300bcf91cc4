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

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import dev.preloadhints.page.PageStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contexts that are started and closed many times in one JVM leave nothing behind: no
 * memory and no thread.
 */
@Tag("slow")
class ContextCycleTests {

	private static final int WARM_UP = 100;

	private static final int CYCLES = 300;

	private static final int ROUNDS = 3;

	/** A hundredth of what a context takes. */
	private static final long BYTES_PER_CYCLE = 4096;

	private final List<WeakReference<Object>> beans = new ArrayList<>();

	@Test
	void leaveNothingBehind() throws InterruptedException {
		cycle(WARM_UP);
		awaitCollection();
		long growth = Long.MAX_VALUE;
		for (int i = 0; i < ROUNDS; i++) {
			long before = used();
			cycle(CYCLES);
			awaitCollection();
			// Caches grow for a while, a leak in each round.
			growth = Math.min(growth, used() - before);
		}
		assertThat(growth / CYCLES).as("bytes per cycle").isLessThan(BYTES_PER_CYCLE);
		Awaitility.await().untilAsserted(() -> assertThat(threads()).isEmpty());
	}

	private void cycle(int times) throws InterruptedException {
		for (int i = 0; i < times; i++) {
			try (AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext()) {
				context.setServletContext(new MockServletContext());
				context.register(Application.class);
				context.refresh();
				CountDownLatch worked = new CountDownLatch(1);
				PreloadRuntime runtime = context.getBean(PreloadRuntime.class);
				runtime.assets().worker().submit(worked::countDown);
				worked.await();
				for (Object bean : List.of(runtime.pages().interceptor(), context.getBean(PageStore.class),
						runtime.assets().catalog(), runtime.assets().worker())) {
					this.beans.add(new WeakReference<>(bean));
				}
			}
		}
	}

	/** All but those of the last contexts, which a stack or a cache may still hold. */
	private void awaitCollection() {
		Awaitility.await().untilAsserted(() -> {
			System.gc();
			this.beans.removeIf((bean) -> bean.get() == null);
			assertThat(this.beans.size()).isLessThanOrEqualTo(8);
		});
	}

	private static long used() {
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static List<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("preload-"))
			.toList();
	}

	/** Its registry outlives it, as one of a parent does. */
	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	@ImportAutoConfiguration({ PreloadAutoConfiguration.class, PreloadThymeleafAutoConfiguration.class,
			PreloadMetricsAutoConfiguration.class })
	static class Application {

		private static final MeterRegistry registry = new SimpleMeterRegistry();

		@Bean(destroyMethod = "")
		MeterRegistry registry() {
			return registry;
		}

	}

}
