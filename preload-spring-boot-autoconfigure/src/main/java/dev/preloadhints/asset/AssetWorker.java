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

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where assets are looked at, so that no request waits for a file, an archive or a
 * parser: one thread that ends when there is nothing to do, and a bounded queue.
 */
public final class AssetWorker implements AutoCloseable {

	/** More is not worth waiting for: the next page asks again. */
	private static final int MAX_WAITING = 1000;

	private static final String REFUSAL = "Too much waits to be looked at, or there is no thread for it, so that "
			+ "something is not learned this time";

	private static final int KEEP_ALIVE_SECONDS = 10;

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MAX_WAITING), AssetThreads::create);

	private final Consumer<Throwable> failures;

	/**
	 * Create a worker; its thread starts with the first work.
	 * @param failures told of work that will not be done
	 */
	public AssetWorker(Consumer<Throwable> failures) {
		this.failures = failures;
		this.executor.allowCoreThreadTimeOut(true);
	}

	/**
	 * Do something after all that was submitted before.
	 * @param work what to do; throws nothing
	 * @return {@code false} if too much is waiting already, the application ends or there
	 * is no thread to be had, so that it will not be done
	 */
	public boolean submit(Runnable work) {
		try {
			this.executor.execute(work);
			return true;
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			// "Unable to create native thread", in a container with a limit: the request
			// that asks has one.
			if (!this.executor.isShutdown()) {
				this.failures.accept(new RejectedExecutionException(REFUSAL, ex));
			}
			return false;
		}
	}

	/** Give up what is waiting, and interrupt what is being done. */
	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
