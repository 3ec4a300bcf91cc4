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

package dev.preloadhints.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletResponse;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.preloadhints.EarlyHintsSender;
import dev.preloadhints.actuate.PagesDescriptor;
import dev.preloadhints.actuate.PreloadEndpoint;
import dev.preloadhints.asset.AssetWorker;
import dev.preloadhints.autoconfigure.PreloadAutoConfiguration;
import dev.preloadhints.autoconfigure.PreloadEndpointAutoConfiguration;
import dev.preloadhints.autoconfigure.PreloadThymeleafAutoConfiguration;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PreloadListener;
import dev.preloadhints.event.PreloadStage;
import dev.preloadhints.link.Link;
import dev.preloadhints.page.PageHistory;
import dev.preloadhints.page.PageStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Many threads teach what one would have taught. The resources are files, not shipped
 * with the application, so that it takes three clients each to be sure of their URLs.
 */
@Tag("slow")
class ConcurrentLearningTests {

	private static final int THREADS = 64;

	/** Fewer than are remembered: each one that is lost is missing. */
	private static final int RENDERS = 3;

	private static final int PAGES = 10_000;

	@TempDir
	private static Path files;

	@BeforeAll
	static void write() throws IOException {
		Files.writeString(files.resolve("app.css"), "p { color: green }");
		for (int i = 0; i < 100; i++) {
			Files.writeString(files.resolve(i + ".js"), "'use strict';");
		}
	}

	/** One page for all threads, and eight for eight threads each. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 8 })
	void firstRendersAtOnceAreLearnedLikeOneAfterTheOther(int pages) {
		Map<String, Learned> expected = visit(pages, (site) -> site.render(1, THREADS, (i) -> i % pages).learned());
		Map<String, Learned> learned = visit(pages,
				(site) -> site.render(THREADS, THREADS, (i) -> i % pages).learned());
		assertThat(learned).isEqualTo(expected).hasSize(pages);
		assertThat(learned.values()).allSatisfy((page) -> {
			assertThat(page.renders()).isEqualTo(THREADS / pages);
			assertThat(page.earlyHints()).hasSize(2);
		});
	}

	@Test
	void tenThousandPagesAreLearnedLikeOneAfterTheOther() {
		Map<String, Learned> expected = visit(PAGES, (site) -> teach(site, 1));
		Map<String, Learned> learned = visit(PAGES, (site) -> teach(site, THREADS));
		assertThat(learned).hasSize(PAGES);
		expected.forEach((path, page) -> assertThat(learned).containsEntry(path, page));
		assertThat(learned.values()).allSatisfy((page) -> assertThat(page.renders()).isEqualTo(RENDERS));
	}

	/** The renders of a page follow each other, so that they meet. */
	private static Map<String, Learned> teach(Site site, int threads) {
		// A render whose resources nobody looked for waits, and not too many can.
		site.render(1, 100, (i) -> i).forget();
		return site.render(threads, PAGES * RENDERS, (i) -> i / RENDERS).learned();
	}

	/** More renders than can wait for their resources teach nothing, but harm nothing. */
	@Test
	void rendersThatFoundNoRoomToWaitAreMadeUpForByLaterOnes() {
		Map<String, Learned> expected = visit(THREADS,
				(site) -> site.render(1, THREADS * RENDERS, (i) -> i % THREADS).learned());
		Map<String, Learned> learned = visit(THREADS, (site) -> {
			CountDownLatch busy = site.keepTheWorkerBusy();
			site.render(THREADS, THREADS, (i) -> i);
			busy.countDown();
			assertThat(site.takeFailures()).as("each is counted").containsExactly(PreloadStage.ASSET);
			assertThat(site.learned()).isEmpty();
			site.forget();
			return site.render(THREADS, THREADS * RENDERS, (i) -> i % THREADS).learned();
		});
		assertThat(learned).isEqualTo(expected).hasSize(THREADS);
	}

	private static Map<String, Learned> visit(int pages, Function<Site, Map<String, Learned>> visit) {
		CompletableFuture<Map<String, Learned>> learned = new CompletableFuture<>();
		new WebApplicationContextRunner()
			.withInitializer(
					(context) -> context.getEnvironment().setConversionService(new ApplicationConversionService()))
			.withConfiguration(AutoConfigurations.of(PreloadAutoConfiguration.class,
					PreloadThymeleafAutoConfiguration.class, PreloadEndpointAutoConfiguration.class,
					ThymeleafAutoConfiguration.class, WebMvcAutoConfiguration.class, EndpointAutoConfiguration.class,
					WebEndpointAutoConfiguration.class))
			.withUserConfiguration(Observers.class)
			.withPropertyValues("preload.store.max-pages=20000", "preload.store.max-size=64MB",
					"spring.web.resources.static-locations=" + files.toUri(), "preload.early-hints.proxied=true",
					"spring.web.resources.cache.cachecontrol.max-age=1h",
					"spring.thymeleaf.prefix=classpath:/dev/preloadhints/web/concurrent/",
					"management.endpoints.web.exposure.include=preload")
			.run((context) -> learned.complete(visit.apply(new Site(context, pages))));
		return learned.join();
	}

	/**
	 * What is learned of a page.
	 *
	 * @param renders how many renders the endpoint counts
	 * @param links each link, on how many renders it was, and whether in doubt
	 * @param earlyHints what a browser is told the next time
	 */
	private record Learned(long renders, List<String> links, List<String> earlyHints) {
	}

	/**
	 * An application with numbered pages.
	 */
	private static final class Site {

		private final WebApplicationContext context;

		private final MockMvc mvc;

		private Site(WebApplicationContext context, int pages) {
			this.context = context;
			this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
			RequestMappingHandlerMapping mapping = context.getBean("requestMappingHandlerMapping",
					RequestMappingHandlerMapping.class);
			for (int i = 0; i < pages; i++) {
				int page = i;
				Handler handler = (model) -> {
					model.addAttribute("page", page);
					return "page";
				};
				mapping.registerMapping(
						RequestMappingInfo.paths("/" + i).options(mapping.getBuilderConfiguration()).build(), handler,
						Handler.METHOD);
			}
		}

		/** Render pages, each for another client. */
		Site render(int threads, int renders, Function<Integer, Integer> page) {
			ExecutorService executor = Executors.newFixedThreadPool(threads);
			try {
				AtomicInteger next = new AtomicInteger();
				CyclicBarrier start = new CyclicBarrier(threads);
				List<? extends Future<?>> running = IntStream.range(0, threads)
					.mapToObj((thread) -> executor.submit(() -> {
						start.await();
						for (int i = next.getAndIncrement(); i < renders; i = next.getAndIncrement()) {
							navigate("/" + page.apply(i), "client-" + i);
						}
						return null;
					}))
					.toList();
				for (Future<?> thread : running) {
					thread.get();
				}
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			finally {
				executor.shutdownNow();
			}
			return this;
		}

		private void navigate(String path, String client) throws Exception {
			this.mvc.perform(get(path).header("Sec-Fetch-Mode", "navigate")
				.header("Sec-Fetch-Dest", "document")
				.with((request) -> {
					request.setProtocol("HTTP/2.0");
					request.setRemoteAddr(client);
					return request;
				})).andExpect(status().isOk());
		}

		/** What failed until now, and counts no more. */
		private List<PreloadStage> takeFailures() {
			Map<PreloadStage, Throwable> failures = this.context.getBean(Observers.class).failures;
			List<PreloadStage> stages = List.copyOf(failures.keySet());
			failures.clear();
			return stages;
		}

		/** What is learned by now. */
		Map<String, Learned> learned() {
			await();
			Map<String, Long> renders = this.context.getBean(PreloadEndpoint.class)
				.pages(null)
				.pages()
				.stream()
				.collect(Collectors.toMap(PagesDescriptor.Summary::pattern, PagesDescriptor.Summary::renders));
			Map<String, Learned> learned = new ConcurrentHashMap<>();
			this.context.getBean(PageStore.class)
				.pages()
				.forEach((key, page) -> learned.put(key.pattern(),
						new Learned(renders.get(key.pattern()), links(page), earlyHints(key.pattern()))));
			assertThat(this.context.getBean(Observers.class).failures).isEmpty();
			return learned;
		}

		private static List<String> links(PageHistory page) {
			return page.links()
				.stream()
				.map((link) -> link.link().fieldValue() + " on " + link.hits() + " of " + link.renders()
						+ (link.isDoubtful() ? ", in doubt" : ""))
				.toList();
		}

		private List<String> earlyHints(String path) {
			try {
				navigate(path, "one more");
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			return this.context.getBean(Observers.class).earlyHints.get(path);
		}

		void forget() {
			await();
			this.context.getBean(PreloadEndpoint.class).forgetAll();
		}

		private AssetWorker worker() {
			Object assets = ReflectionTestUtils.invokeMethod(this.context.getBean("preloadRuntime"), "assets");
			return ReflectionTestUtils.invokeMethod(assets, "worker");
		}

		/** Wait for what waits for its resources. */
		private void await() {
			CompletableFuture<Void> done = new CompletableFuture<>();
			AssetWorker worker = worker();
			Awaitility.await().until(() -> worker.submit(() -> done.complete(null)));
			done.join();
		}

		/** Let no resource be looked for, and nothing wait for one. */
		CountDownLatch keepTheWorkerBusy() {
			CountDownLatch busy = new CountDownLatch(1);
			AssetWorker worker = worker();
			while (worker.submit(() -> {
				try {
					busy.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			})) {
				// Until there is no more room.
			}
			return busy;
		}

	}

	/**
	 * Renders a page.
	 */
	@FunctionalInterface
	interface Handler {

		java.lang.reflect.Method METHOD = Handler.class.getMethods()[0];

		String page(Model model);

	}

	@Configuration(proxyBeanMethods = false)
	static class Observers implements PreloadListener {

		private final Map<String, List<String>> earlyHints = new ConcurrentHashMap<>();

		private final Map<PreloadStage, Throwable> failures = new ConcurrentHashMap<>();

		@Override
		public void earlyHintsDecided(EarlyHintsReport report) {
			if (report.page() != null) {
				this.earlyHints.put(report.page().pattern(), report.links().stream().map(Link::fieldValue).toList());
			}
		}

		@Override
		public void failed(PreloadStage stage, Throwable failure) {
			this.failures.put(stage, failure);
		}

		@Bean
		EarlyHintsSender sender() {
			return new EarlyHintsSender() {

				@Override
				public boolean supports(Class<? extends HttpServletResponse> containerResponse) {
					return true;
				}

				@Override
				public void send(HttpServletResponse containerResponse) {
				}

			};
		}

	}

}
