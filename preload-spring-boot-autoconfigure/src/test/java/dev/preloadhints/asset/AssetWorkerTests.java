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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AssetWorker}.
 */
class AssetWorkerTests {

	private final List<Throwable> failures = new CopyOnWriteArrayList<>();

	@Test
	void tellsOfWhatItDoesNotDo() {
		CompletableFuture<Void> answer = new CompletableFuture<>();
		CompletableFuture<Void> last = new CompletableFuture<>();
		try (AssetWorker worker = new AssetWorker(this.failures::add)) {
			assertThat(worker.submit(answer::join)).isTrue();
			for (int i = 0; i < 1000; i++) {
				assertThat(worker.submit(() -> {
				})).isTrue();
			}
			assertThat(this.failures).isEmpty();
			for (int i = 1; i <= 10; i++) {
				assertThat(worker.submit(() -> {
				})).isFalse();
				assertThat(this.failures).hasSize(i);
			}
			assertThat(this.failures).extracting(Throwable::toString)
				.as("logged once")
				.containsOnly(
						"java.util.concurrent.RejectedExecutionException: Too much waits to be looked at, or there is no "
								+ "thread for it, so that something is not learned this time");
			answer.complete(null);
			while (!worker.submit(() -> last.complete(null))) {
				Thread.onSpinWait();
			}
			last.join();
		}
	}

	@Test
	void tellsNothingOnceTheApplicationEnds() {
		AssetWorker worker = new AssetWorker(this.failures::add);
		worker.close();
		assertThat(worker.submit(() -> {
		})).isFalse();
		assertThat(this.failures).isEmpty();
	}

}
