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

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The client of all tests. It shows interim responses as soon as they arrive, and follows
 * no redirects.
 * <p>
 * It keeps its connections. A server may close one of these, or say that it goes away,
 * just when the next request is sent, and no client can know. So a request is repeated
 * over a new connection if it is {@linkplain Request#repeatable() repeatable}, the server
 * gave up the connection, and nothing of an answer had arrived; what is not repeatable
 * always has a new connection. A server that closes a new connection without a word is at
 * fault, and a test sees that. Each repetition is logged and counted.
 */
public final class HttpTestClient implements AutoCloseable {

	private static final System.Logger logger = System.getLogger(HttpTestClient.class.getName());

	private static final int MAX_REPETITIONS = 3;

	private final AtomicInteger repetitions = new AtomicInteger();

	private final Connections connections;

	private final @Nullable HttpHost origin;

	private final @Nullable Cookies cookies;

	private final Duration patience;

	private final boolean repeating;

	private HttpTestClient(Builder builder) {
		this.origin = (builder.origin != null) ? Target.host(builder.origin) : null;
		this.connections = new Connections(builder.version, builder.trust);
		this.cookies = builder.cookies ? new Cookies() : null;
		this.patience = builder.patience;
		this.repeating = builder.repeating;
	}

	/**
	 * Speak HTTP/1.1 with a server of this machine.
	 * @param port where it listens
	 * @return the client
	 */
	public static HttpTestClient http1(int port) {
		return at("http://localhost:" + port).version(HttpVersionPolicy.FORCE_HTTP_1).build();
	}

	/**
	 * Speak HTTP/2 without TLS, with prior knowledge, with a server of this machine.
	 * @param port where it listens
	 * @return the client
	 */
	public static HttpTestClient http2(int port) {
		return at("http://localhost:" + port).version(HttpVersionPolicy.FORCE_HTTP_2).build();
	}

	/**
	 * Speak HTTP/2 over TLS if a server of this machine agrees to it (ALPN), else
	 * HTTP/1.1.
	 * @param port where it listens
	 * @param trust who is trusted
	 * @return the client
	 */
	public static HttpTestClient tls(int port, SSLContext trust) {
		return at("https://localhost:" + port).trusting(trust).build();
	}

	/**
	 * Make a client of one's own, which speaks HTTP/1.1 without TLS and negotiates over
	 * it.
	 * @param origin scheme, host and port of the server that is meant where a request has
	 * no URL
	 * @return how the client is made
	 */
	public static Builder at(String origin) {
		return new Builder(origin);
	}

	/**
	 * Make a client of no server in particular: each request has a URL.
	 * @return how the client is made
	 */
	public static Builder anywhere() {
		return new Builder(null);
	}

	/**
	 * Ask, and do not wait.
	 * @param request what to ask for
	 * @return what becomes of it
	 */
	public Exchange start(Request request) {
		Target target = Target.of(request.target(), this.origin);
		List<String> headers = (this.cookies != null) ? this.cookies.addTo(request.headers(), target)
				: request.headers();
		Exchange exchange = new Exchange(this, request, target, headers);
		exchange.begin();
		return exchange;
	}

	/**
	 * Ask, and wait for the answer.
	 * @param request what to ask for
	 * @return the answer
	 * @throws UncheckedIOException if there is none
	 */
	public Answer send(Request request) {
		return start(request).answer();
	}

	/**
	 * Ask for something.
	 * @param target path and query, or a URL
	 * @param headers names and values, by turns
	 * @return the answer
	 * @throws UncheckedIOException if there is none
	 */
	public Answer get(String target, String... headers) {
		return send(Request.get(target, headers));
	}

	/**
	 * Go to a page as a browser does.
	 * @param target path and query, or a URL
	 * @param headers names and values, by turns
	 * @return the answer
	 * @throws UncheckedIOException if there is none
	 */
	public Answer navigate(String target, String... headers) {
		return send(Request.navigation(target, headers));
	}

	/**
	 * How often a request was repeated, because the server had given up the connection.
	 * @return the number of repetitions
	 */
	public int repetitions() {
		return this.repetitions.get();
	}

	Connections connections() {
		return this.connections;
	}

	Duration patience() {
		return this.patience;
	}

	boolean mayRepeat(int before) {
		return this.repeating && before < MAX_REPETITIONS;
	}

	/** Not louder, as some tests look for warnings in what their servers log. */
	void repeated(Request request, Exception cause) {
		this.repetitions.incrementAndGet();
		logger.log(System.Logger.Level.INFO,
				"The server gave up the connection, so that this is asked again: {0} ({1})", request, cause);
	}

	void remember(Target target, Fields answer) {
		if (this.cookies != null) {
			this.cookies.keep(target, answer);
		}
	}

	/** Close the connections, after what is under way. */
	@Override
	public void close() {
		this.connections.close(CloseMode.GRACEFUL);
	}

	/** Be gone, whatever is under way. */
	public void vanish() {
		this.connections.close(CloseMode.IMMEDIATE);
	}

	/**
	 * How a client is made.
	 */
	public static final class Builder {

		private final @Nullable String origin;

		private HttpVersionPolicy version = HttpVersionPolicy.NEGOTIATE;

		private @Nullable SSLContext trust;

		private Duration patience = Duration.ofSeconds(30);

		private boolean cookies;

		private boolean repeating = true;

		private Builder(@Nullable String origin) {
			this.origin = origin;
		}

		/**
		 * Say what to speak.
		 * @param policy the version of HTTP, or that it is negotiated, which needs TLS
		 * @return this builder
		 */
		public Builder version(HttpVersionPolicy policy) {
			this.version = policy;
			return this;
		}

		/**
		 * Speak TLS where a URL says so.
		 * @param context who is trusted
		 * @return this builder
		 */
		public Builder trusting(SSLContext context) {
			this.trust = context;
			return this;
		}

		/**
		 * Wait so long for each answer.
		 * @param duration the time
		 * @return this builder
		 */
		public Builder patience(Duration duration) {
			this.patience = duration;
			return this;
		}

		/**
		 * Send the cookies back that servers set.
		 * @return this builder
		 */
		public Builder keepingCookies() {
			this.cookies = true;
			return this;
		}

		/**
		 * Never repeat a request: for tests of how a server closes its connections.
		 * @return this builder
		 */
		public Builder withoutRepetition() {
			this.repeating = false;
			return this;
		}

		/**
		 * Make the client.
		 * @return the client
		 */
		public HttpTestClient build() {
			return new HttpTestClient(this);
		}

	}

}
