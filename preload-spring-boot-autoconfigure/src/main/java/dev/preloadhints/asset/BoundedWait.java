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
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * Waits for what may never answer, such as a file of a dead mount or a resource of
 * another server, but not for long: one of them must not keep all others from being
 * looked at. Whoever does not answer keeps a thread until it does.
 */
final class BoundedWait implements AutoCloseable {

	/** Longer than what works ever takes. */
	static final Duration LIMIT = Duration.ofSeconds(10);

	/** When as many do not answer, nobody is asked. */
	private static final int MAX_UNANSWERED = 4;

	private static final int KEEP_ALIVE_SECONDS = 10;

	/** As many threads as there are questions. */
	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE, KEEP_ALIVE_SECONDS,
			TimeUnit.SECONDS, new SynchronousQueue<>(), AssetThreads::create);

	/** Given back with the answer, however late. */
	private final Semaphore questions = new Semaphore(MAX_UNANSWERED);

	private final Duration limit;

	BoundedWait(Duration limit) {
		this.limit = limit;
	}

	/**
	 * Ask and wait.
	 * @param <T> what is answered
	 * @param name what is asked for, named in a failure
	 * @param question asks
	 * @return the answer
	 * @throws IOException if that failed, or took too long
	 */
	<T extends @Nullable Object> T get(String name, Callable<T> question) throws IOException {
		if (!this.questions.tryAcquire()) {
			throw new IOException(name + " is not looked at while " + MAX_UNANSWERED + " others do not answer");
		}
		Future<T> answer = submit(question);
		try {
			return answer.get(this.limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw new IOException(name + " did not answer within " + this.limit.toMillis() + " ms", ex);
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw (InterruptedIOException) new InterruptedIOException(name + " was not waited for").initCause(ex);
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			if (cause instanceof RuntimeException failure) {
				throw failure;
			}
			if (cause instanceof Error failure) {
				throw failure;
			}
			throw (cause instanceof IOException failure) ? failure : new IOException(cause);
		}
	}

	private <T extends @Nullable Object> Future<T> submit(Callable<T> question) throws IOException {
		AtomicBoolean asked = new AtomicBoolean(true);
		// Before the answer is there, as the next question may follow at once; and also
		// if it was given up before it was asked.
		Runnable end = () -> {
			if (asked.getAndSet(false)) {
				this.questions.release();
			}
		};
		FutureTask<T> task = new FutureTask<>(() -> {
			try {
				return question.call();
			}
			finally {
				end.run();
			}
		});
		try {
			this.executor.execute(() -> {
				task.run();
				end.run();
			});
			return task;
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			// The application ends, or there is no thread to be had.
			end.run();
			throw new IOException("There is no thread that could ask for it", ex);
		}
	}

	/** Wait for nobody any more. */
	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
