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

package dev.preloadhints.asset;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link AssetUrls}.
 */
class AssetUrlsTests {

	private final CountDownLatch dead = new CountDownLatch(1);

	private final AtomicInteger questions = new AtomicInteger();

	private final AtomicLong now = new AtomicLong();

	private volatile String version = "1";

	private volatile boolean alive = true;

	private AssetUrls urls;

	@BeforeEach
	void create() throws Exception {
		ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
		handler.setLocations(List.of(new ClassPathResource("dev/preloadhints/asset/")));
		handler.setResourceResolvers(List.of(new Versions()));
		handler.afterPropertiesSet();
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(Map.of("/**", handler));
		Clock clock = mock(Clock.class);
		given(clock.millis()).willAnswer((invocation) -> this.now.get());
		this.urls = new AssetUrls(() -> provider, new MvcPaths(List::of), Duration.ofMillis(500), clock);
	}

	@AfterEach
	void close() {
		this.dead.countDown();
		this.urls.close();
	}

	@Test
	void versionedWithTheContextPathOfTheRequest() throws IOException {
		assertThat(answer("/shop", "/a.css")).isEqualTo("/shop/a.css-1");
		assertThat(this.urls.publicUrl("", "/a.css")).isEqualTo("/a.css-1");
		assertThat(this.urls.publicUrl("/shop", "https://example.com/a.css")).isEqualTo("https://example.com/a.css");
	}

	@Test
	void filesAreLookedAtNowAndThen() throws IOException {
		for (int i = 0; i < 100; i++) {
			assertThat(answer("", "/a.css")).isEqualTo("/a.css-1");
		}
		int asked = this.questions.get();
		this.version = "2";
		this.now.addAndGet(2000);
		while (!answer("", "/a.css").equals("/a.css-2")) {
			this.now.addAndGet(60_000);
		}
		assertThat(this.questions).hasValueGreaterThan(asked).hasValueLessThan(100);
	}

	@Test
	void nobodyWaitsTwiceForWhatDoesNotAnswer() throws IOException {
		this.alive = false;
		for (int i = 0; i < 100; i++) {
			assertThatIOException().isThrownBy(() -> this.urls.publicUrl("", "/a.css"))
				.withMessage("/a.css did not answer within 500 ms");
		}
		assertThat(this.questions).hasValue(1);
		this.alive = true;
		assertThat(answer("", "/b.css")).as("another one").isEqualTo("/b.css-1");
		this.dead.countDown();
		assertThat(answer("", "/a.css")).as("a minute later").isEqualTo("/a.css-1");
	}

	@Test
	void whatIsKnownIsUsedWhileItDoesNotAnswer() throws IOException {
		assertThat(answer("", "/a.css")).isEqualTo("/a.css-1");
		this.alive = false;
		for (int i = 0; i < 10; i++) {
			this.now.addAndGet(60_000);
			assertThat(this.urls.publicUrl("", "/a.css")).isEqualTo("/a.css-1");
		}
		assertThat(this.questions).as("no more than may be without an answer").hasValueLessThan(10);
	}

	@Test
	void failureIsOneUrlsOwn() throws IOException {
		assertThatIllegalStateException().isThrownBy(() -> this.urls.publicUrl("", "/throws.css"));
		assertThat(answer("", "/a.css")).isEqualTo("/a.css-1");
	}

	/** Asks again where the machine was too slow for the limit. */
	private String answer(String contextPath, String href) {
		while (true) {
			try {
				return this.urls.publicUrl(contextPath, href);
			}
			catch (IOException ex) {
				this.now.addAndGet(60_000);
			}
		}
	}

	private final class Versions extends PathResourceResolver {

		@Override
		public @Nullable String resolveUrlPath(String path, List<? extends Resource> locations,
				ResourceResolverChain chain) {
			AssetUrlsTests.this.questions.incrementAndGet();
			if (path.equals("throws.css")) {
				throw new IllegalStateException(path);
			}
			while (!AssetUrlsTests.this.alive && AssetUrlsTests.this.dead.getCount() > 0) {
				try {
					AssetUrlsTests.this.dead.await();
				}
				catch (InterruptedException ex) {
					// Sockets and dead mounts take no notice of it.
				}
			}
			return path + "-" + AssetUrlsTests.this.version;
		}

	}

}
