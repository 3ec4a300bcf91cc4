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

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BoundedWait}.
 */
class BoundedWaitTests {

	private final CountDownLatch never = new CountDownLatch(1);

	@Test
	void answers() throws Exception {
		try (BoundedWait wait = new BoundedWait(BoundedWait.LIMIT)) {
			assertThat(wait.get("/a.css", () -> "a")).isEqualTo("a");
			assertThat(wait.<String>get("/a.css", () -> null)).isNull();
		}
	}

	/** Where there is room for one question, while others wait for an answer. */
	@Test
	void isAskedOnceMoreAsSoonAsItAnswered() throws Exception {
		try (BoundedWait wait = new BoundedWait(BoundedWait.LIMIT)) {
			askWithoutAnswer(wait, 3);
			for (int i = 0; i < 10_000; i++) {
				int question = i;
				assertThat(wait.get("/a.css", () -> question)).isEqualTo(i);
			}
			this.never.countDown();
		}
	}

	@Test
	void failsAsTheQuestionDoes() {
		try (BoundedWait wait = new BoundedWait(BoundedWait.LIMIT)) {
			assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(() -> wait.get("/a.css", () -> {
				throw new FileNotFoundException("a");
			}));
			assertThatIllegalStateException().isThrownBy(() -> wait.get("/a.css", () -> {
				throw new IllegalStateException("a");
			}));
			assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> wait.get("/a.css", () -> {
				throw new StackOverflowError("a");
			}));
		}
	}

	@Test
	void givesUpWhatDoesNotAnswerAndGoesOn() {
		try (BoundedWait wait = new BoundedWait(Duration.ofMillis(500))) {
			assertThatIOException().isThrownBy(() -> wait.get("/a.css", this::doNotAnswer))
				.withMessage("/a.css did not answer within 500 ms");
			assertThat(answer(wait)).isEqualTo("b");
		}
	}

	@Test
	void asksNobodyWhileTooManyDoNotAnswer() throws Exception {
		try (BoundedWait wait = new BoundedWait(BoundedWait.LIMIT)) {
			askWithoutAnswer(wait, 4);
			assertThatIOException().isThrownBy(() -> wait.get("/b.css", () -> "b"))
				.withMessage("/b.css is not looked at while 4 others do not answer");
			this.never.countDown();
			assertThat(answer(wait)).isEqualTo("b");
		}
	}

	/** A question that is given up before it was asked takes no place. */
	private void askWithoutAnswer(BoundedWait wait, int questions) throws InterruptedException {
		CountDownLatch asked = new CountDownLatch(questions);
		for (int i = 0; i < questions; i++) {
			new Thread(new FutureTask<>(() -> wait.get("/a.css", () -> {
				asked.countDown();
				return doNotAnswer();
			}))).start();
		}
		asked.await();
	}

	/** Asks again where the machine was too slow for the limit. */
	private static String answer(BoundedWait wait) {
		while (true) {
			try {
				return wait.get("/b.css", () -> "b");
			}
			catch (IOException ex) {
				Thread.onSpinWait();
			}
		}
	}

	/** Sockets and dead mounts take no notice of an interrupt. */
	private String doNotAnswer() {
		while (true) {
			try {
				this.never.await();
				return "late";
			}
			catch (InterruptedException ex) {
				// And goes on.
			}
		}
	}

}
