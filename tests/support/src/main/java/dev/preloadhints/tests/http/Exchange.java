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

package dev.preloadhints.tests.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/**
 * A request whose final response may still be to come.
 */
public final class Exchange {

	private final List<Interim> interim = new CopyOnWriteArrayList<>();

	private final CompletableFuture<Interim> firstInterim = new CompletableFuture<>();

	private final CompletableFuture<Answer> answer = new CompletableFuture<>();

	private final AtomicInteger repetitions = new AtomicInteger();

	private final HttpTestClient client;

	private final Request request;

	private final Target target;

	private final List<String> headers;

	private volatile boolean cancelled;

	private volatile @Nullable Future<IOSession> connecting;

	private volatile @Nullable Attempt attempt;

	Exchange(HttpTestClient client, Request request, Target target, List<String> headers) {
		this.client = client;
		this.request = request;
		this.target = target;
		this.headers = headers;
	}

	/**
	 * What must not be repeated gets a connection that no server is about to close.
	 */
	void begin() {
		IOSession kept = this.request.repeatable() ? this.client.connections().poll(this.target.host()) : null;
		if (kept != null) {
			attempt(kept, true);
		}
		else {
			connect();
		}
	}

	private void connect() {
		this.connecting = this.client.connections().connect(this.target.host(), new FutureCallback<>() {

			@Override
			public void completed(IOSession session) {
				attempt(session, false);
			}

			@Override
			public void failed(Exception cause) {
				fail(cause);
			}

			@Override
			public void cancelled() {
				fail(new IOException("The client was closed"));
			}

		});
	}

	private void attempt(IOSession session, boolean kept) {
		Attempt next = new Attempt(this, this.client.connections(), this.target, this.headers, session, kept);
		this.attempt = next;
		if (this.cancelled) {
			this.client.connections().drop(session);
		}
		else {
			next.start();
		}
	}

	Request request() {
		return this.request;
	}

	void arrived(Interim response) {
		this.interim.add(response);
		this.firstInterim.complete(response);
	}

	void answered(Attempt by, Answer last, boolean reusable) {
		if (reusable) {
			this.client.connections().keep(this.target.host(), by.session());
		}
		this.client.remember(this.target, last.fields());
		Answer whole = new Answer(last.status(), last.version(), last.fields(), last.content(), this.interim,
				this.repetitions.get());
		this.firstInterim.completeExceptionally(new AssertionError("No interim response before " + whole));
		this.answer.complete(whole);
	}

	void failed(Attempt failed, Exception cause) {
		Connections connections = this.client.connections();
		boolean givenUp = !failed.isBegun() && GivenUp.isReason(cause, failed.isKept(), failed.hasGoneAway());
		connections.drop(failed.session());
		if (givenUp && this.request.repeatable() && this.client.mayRepeat(this.repetitions.get())) {
			this.repetitions.incrementAndGet();
			this.client.repeated(this.request, cause);
			connect();
		}
		else {
			fail(cause);
		}
	}

	private void fail(Throwable cause) {
		this.firstInterim.completeExceptionally(cause);
		this.answer.completeExceptionally(cause);
	}

	/** Leave: over HTTP/2 the stream is reset, else the connection. */
	public void cancel() {
		this.cancelled = true;
		Future<IOSession> connection = this.connecting;
		if (connection != null) {
			connection.cancel(true);
		}
		Attempt current = this.attempt;
		if (current != null) {
			current.abandon();
		}
		fail(new IOException("Cancelled: " + this.request));
	}

	/**
	 * Whether the final response is there, or none will come.
	 * @return whether it has ended
	 */
	public boolean isAnswered() {
		return this.answer.isDone();
	}

	/**
	 * Wait for an interim response.
	 * @return the first one
	 * @throws AssertionError if the final response is there and there was none
	 * @throws UncheckedIOException if there is neither
	 */
	public Interim interim() {
		return get(this.firstInterim);
	}

	/**
	 * Wait for the final response.
	 * @return the response
	 * @throws UncheckedIOException if there is none
	 */
	public Answer answer() {
		return get(this.answer);
	}

	private <T> T get(CompletableFuture<T> future) {
		try {
			return future.get(this.client.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (TimeoutException ex) {
			throw new UncheckedIOException(new InterruptedIOException(
					"Nothing within " + this.client.patience().toSeconds() + " seconds: " + this.request));
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			if (cause instanceof AssertionError) {
				throw new AssertionError(cause.getMessage(), cause);
			}
			throw new UncheckedIOException(this.request + ": " + cause,
					(cause instanceof IOException io) ? io : new IOException(cause));
		}
	}

}
