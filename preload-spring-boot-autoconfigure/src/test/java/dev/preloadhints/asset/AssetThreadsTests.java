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

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AssetThreads}.
 */
class AssetThreadsTests {

	private static final InheritableThreadLocal<String> USER = new InheritableThreadLocal<>();

	@Test
	void haveNothingOfTheThreadThatStartsThem() throws Exception {
		Thread request = Thread.currentThread();
		ClassLoader own = request.getContextClassLoader();
		USER.set("alice");
		request.setContextClassLoader(new URLClassLoader(new URL[0], own));
		try (AssetWorker worker = new AssetWorker((failure) -> {
		}); BoundedWait wait = new BoundedWait(BoundedWait.LIMIT)) {
			CompletableFuture<String> user = new CompletableFuture<>();
			CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
			worker.submit(() -> {
				user.complete(String.valueOf(USER.get()));
				loader.complete(Thread.currentThread().getContextClassLoader());
			});
			assertThat(user.get()).isEqualTo("null");
			assertThat(loader.get()).isSameAs(AssetWorker.class.getClassLoader());
			assertThat(wait.get("/a.css", () -> String.valueOf(USER.get()))).isEqualTo("null");
		}
		finally {
			USER.remove();
			request.setContextClassLoader(own);
		}
	}

}
