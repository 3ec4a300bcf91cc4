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

package dev.preloadhints.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.preloadhints.PageKey;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.page.Render.Hinted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InMemoryPageStore}.
 */
class InMemoryPageStoreTests {

	private static final Render RENDER = new Render(List.of(Link.preload("/a.css", Destination.STYLE).build()),
			Set.of(), 1, Hinted.NOT);

	private final InMemoryPageStore store = new InMemoryPageStore(100, 1_000_000, Duration.ofDays(1));

	@Test
	void keepsWhatIsLearned() {
		PageKey key = key(1);
		assertThat(this.store.find(key)).isNull();
		this.store.update(key, (page) -> page.after(RENDER));
		this.store.update(key, (page) -> page.after(RENDER));
		assertThat(this.store.find(key)).isNotNull()
			.satisfies((page) -> assertThat(page.hints(2)).isEqualTo(RENDER.links()));
		assertThat(this.store.pages()).containsOnlyKeys(key);
	}

	@Test
	void forgets() {
		this.store.update(key(1), (page) -> page.after(RENDER));
		this.store.update(key(2), (page) -> page.after(RENDER));
		this.store.forget(key(1));
		assertThat(this.store.pages()).containsOnlyKeys(key(2));
		this.store.forgetAll();
		assertThat(this.store.pages()).isEmpty();
	}

	@Test
	void isBoundedInPages() {
		for (int i = 0; i < 5000; i++) {
			this.store.update(key(i), (page) -> page.after(RENDER));
		}
		assertThat(this.store.size()).isLessThanOrEqualTo(100);
		assertThat(this.store.pages()).hasSize((int) this.store.size());
	}

	/** As of a visitor's own languages. */
	@Test
	void inventedVariantsPushOutNoOtherPage() {
		List<PageKey> real = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			real.add(key(i));
		}
		for (String language : List.of("de", "en", "fr")) {
			real.add(new PageKey("handler", "/page", language));
		}
		for (PageKey key : real) {
			for (int render = 0; render < 3; render++) {
				this.store.update(key, (page) -> page.after(RENDER));
			}
		}
		for (int i = 0; i < 1500; i++) {
			for (String pattern : List.of("/page", "/other", "/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h", "/i",
					"/j")) {
				PageKey invented = new PageKey("handler", pattern, "x-" + i);
				this.store.update(invented, (page) -> page.after(RENDER));
				this.store.update(invented, (page) -> page.after(RENDER));
			}
		}
		assertThat(this.store.pages()).containsKeys(real.toArray(PageKey[]::new)).hasSizeLessThanOrEqualTo(100);
		Map<String, Long> variants = this.store.pages()
			.keySet()
			.stream()
			.filter((key) -> !key.variant().isEmpty())
			.collect(Collectors.groupingBy(PageKey::pattern, Collectors.counting()));
		assertThat(variants.values()).allMatch((count) -> count <= 10);
	}

	@Test
	void newPagesHaveRoomAmongVariants() {
		for (int page = 0; page < 20; page++) {
			for (int i = 0; i < 20; i++) {
				PageKey invented = new PageKey("handler", "/" + page, "x-" + i);
				this.store.update(invented, (known) -> known.after(RENDER));
			}
		}
		for (int i = 0; i < 60; i++) {
			this.store.update(key(i), (page) -> page.after(RENDER));
		}
		for (int i = 0; i < 60; i++) {
			assertThat(this.store.find(key(i))).as("page %d", i).isNotNull();
		}
		this.store.forgetAll();
		assertThat(this.store.size()).isZero();
	}

	/** Whoever learns a page while another one is evicted leaves that to the next. */
	@Test
	void isBoundedInPagesThatAreLearnedAtOnce() {
		for (int round = 0; round < 20_000; round++) {
			int first = 4 * round;
			IntStream.range(first, first + 4)
				.parallel()
				.forEach((i) -> this.store.update(key(i), (page) -> page.after(RENDER)));
			assertThat(this.store.size()).isLessThanOrEqualTo(100);
		}
	}

	@Test
	void doesNotCountPagesThatAreForgottenBecauseNobodyAsks() throws Exception {
		InMemoryPageStore forgetful = new InMemoryPageStore(100, 1_000_000, Duration.ofMillis(1));
		forgetful.update(key(1), (page) -> page.after(RENDER));
		Thread.sleep(2);
		assertThat(forgetful.size()).isZero();
		assertThat(forgetful.pages()).isEmpty();
	}

	@Test
	void isBoundedInBytes() {
		InMemoryPageStore small = new InMemoryPageStore(1000, 20_000, Duration.ofDays(1));
		List<Link> links = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			links.add(Link.preload("/" + i + ".css", Destination.STYLE).build());
		}
		for (int i = 0; i < 500; i++) {
			small.update(key(i), (page) -> page.after(new Render(links, Set.of(), 1, Hinted.NOT)));
		}
		assertThat(small.size()).isLessThanOrEqualTo(3);
	}

	@Test
	void countsTheBytesOfTheKeys() {
		InMemoryPageStore small = new InMemoryPageStore(1000, 100_000, Duration.ofDays(1));
		for (int i = 0; i < 500; i++) {
			small.update(new PageKey("handler", "/page", i + "x".repeat(10_000)), (page) -> page.after(RENDER));
		}
		assertThat(small.pages()).hasSizeLessThanOrEqualTo(5);
	}

	@Test
	void learnsFromManyThreadsWhatOneWouldHaveLearned() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		CountDownLatch start = new CountDownLatch(1);
		List<Future<?>> done = new ArrayList<>();
		for (int i = 0; i < 64; i++) {
			int page = i % 4;
			done.add(threads.submit(() -> {
				start.await();
				this.store.update(key(page), (known) -> known.after(RENDER));
				return null;
			}));
		}
		start.countDown();
		for (Future<?> future : done) {
			future.get();
		}
		threads.shutdown();
		PageHistory expected = PageHistory.UNKNOWN;
		for (int i = 0; i < 16; i++) {
			expected = expected.after(RENDER);
		}
		for (int page = 0; page < 4; page++) {
			PageHistory learned = this.store.find(key(page));
			assertThat(learned).isNotNull();
			assertThat(learned.hints(16)).isEqualTo(expected.hints(16)).isNotEmpty();
			assertThat(learned.after(RENDER)).isSameAs(learned);
		}
	}

	private static PageKey key(int number) {
		return new PageKey("Controller#page", "/page/" + number, "");
	}

}
