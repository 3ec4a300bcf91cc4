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
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.apache.hc.core5.concurrent.CallbackContribution;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestUserAgent;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2RequesterBootstrap;
import org.apache.hc.core5.http2.protocol.H2RequestConnControl;
import org.apache.hc.core5.http2.protocol.H2RequestContent;
import org.apache.hc.core5.http2.protocol.H2RequestTargetHost;
import org.apache.hc.core5.http2.ssl.H2ClientTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.EndpointParameters;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a client, each of which carries one request at a time. It is known
 * of each whether it is new or was kept from an earlier request.
 */
final class Connections {

	private static final Timeout PATIENCE = Timeout.ofSeconds(30);

	/** Longer than what any server lets pass. */
	private static final int LONGEST_LINE = 1024 * 1024;

	/** The usual fields, but without waiting to be told to continue. */
	private static final HttpProcessor PROCESSOR = HttpProcessorBuilder.create()
		.addAll(new H2RequestTargetHost(), new H2RequestContent(), new H2RequestConnControl(), new RequestUserAgent())
		.build();

	/** Length, type and flags of a frame that resets a stream. */
	private static final byte[] RESET_HEAD = { 0, 0, Integer.BYTES, (byte) FrameType.RST_STREAM.getValue(), 0 };

	private final Map<HttpHost, Deque<IOSession>> kept = new ConcurrentHashMap<>();

	private final Set<IOSession> abandoned = ConcurrentHashMap.newKeySet();

	private final FrameWatch frames = new FrameWatch();

	private final HttpAsyncRequester requester;

	private final HttpVersionPolicy version;

	Connections(HttpVersionPolicy version, @Nullable SSLContext trust) {
		this.version = version;
		H2RequesterBootstrap bootstrap = H2RequesterBootstrap.bootstrap()
			.setVersionPolicy(version)
			.setHttpProcessor(PROCESSOR)
			.setH2Config(H2Config.custom().setPushEnabled(false).build())
			.setHttp1Config(Http1Config.custom().setMaxLineLength(LONGEST_LINE).build())
			.setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(1).build())
			.setHandshakeTimeout(PATIENCE)
			.setStreamListener(this.frames);
		if (trust != null) {
			bootstrap.setTlsStrategy(new H2ClientTlsStrategy(trust, (endpoint, engine) -> {
				SSLParameters parameters = engine.getSSLParameters();
				parameters.setEndpointIdentificationAlgorithm("HTTPS");
				engine.setSSLParameters(parameters);
			}, null));
		}
		this.requester = bootstrap.create();
		this.requester.start();
	}

	/** Take a connection that was kept from an earlier request, if there is one. */
	@Nullable IOSession poll(HttpHost host) {
		Deque<IOSession> all = ofHost(host);
		for (IOSession session = all.poll(); session != null; session = all.poll()) {
			if (session.isOpen() && !hasGoneAway(session.getLocalAddress())) {
				return session;
			}
		}
		return null;
	}

	Future<IOSession> connect(HttpHost host, FutureCallback<IOSession> callback) {
		return this.requester.requestSession(host, PATIENCE, new EndpointParameters(host, this.version),
				new CallbackContribution<>(callback) {

					@Override
					public void completed(IOSession session) {
						Connections.this.frames.forget(session.getLocalAddress());
						callback.completed(session);
					}

				});
	}

	void keep(HttpHost host, IOSession session) {
		if (session.isOpen()) {
			ofHost(host).push(session);
		}
	}

	/** Do not use a connection any more over which a request failed. */
	void drop(IOSession session) {
		session.close(CloseMode.IMMEDIATE);
	}

	FrameWatch frames() {
		return this.frames;
	}

	/**
	 * Reset the stream of a request at once, if there is one: the library waits until
	 * something comes.
	 * @return whether there is such a stream
	 */
	boolean resetStream(Attempt attempt) {
		int stream = this.frames.stream(attempt.address());
		if (stream == 0) {
			return false;
		}
		IOSession session = attempt.session();
		session.getLock().lock();
		try {
			ByteBuffer frame = ByteBuffer.allocate(RESET_HEAD.length + 2 * Integer.BYTES);
			frame.put(RESET_HEAD).putInt(stream).putInt(H2Error.CANCEL.getCode());
			session.write(frame.flip());
			this.abandoned.add(session);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
		finally {
			session.getLock().unlock();
		}
	}

	boolean hasGoneAway(@Nullable SocketAddress address) {
		return this.frames.hasGoneAway(address);
	}

	private Deque<IOSession> ofHost(HttpHost host) {
		return this.kept.computeIfAbsent(host, (key) -> new ConcurrentLinkedDeque<>());
	}

	void close(CloseMode mode) {
		// The library would wait for the streams that were reset.
		this.abandoned.forEach((session) -> session.close(CloseMode.IMMEDIATE));
		this.requester.close(mode);
	}

}
