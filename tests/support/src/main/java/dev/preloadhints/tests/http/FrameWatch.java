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

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.impl.nio.H2StreamListener;
import org.jspecify.annotations.Nullable;

/**
 * Watches the frames of HTTP/2, to know what the library does not tell: which stream a
 * request has, and of which connections the server said that it goes away (RFC 9113,
 * section 6.8). Connections are known by their addresses on this side.
 */
final class FrameWatch implements H2StreamListener {

	private final Map<SocketAddress, Integer> streams = new ConcurrentHashMap<>();

	private final Map<SocketAddress, Attempt> attempts = new ConcurrentHashMap<>();

	private final Set<SocketAddress> goneAway = ConcurrentHashMap.newKeySet();

	/** Another connection may come from where one has gone. */
	void forget(@Nullable SocketAddress address) {
		if (address != null) {
			this.streams.remove(address);
			this.goneAway.remove(address);
		}
	}

	/** The only request over a connection, for now. */
	void begin(Attempt attempt) {
		SocketAddress address = attempt.address();
		if (address != null) {
			this.attempts.put(address, attempt);
		}
	}

	void end(Attempt attempt) {
		SocketAddress address = attempt.address();
		if (address != null) {
			this.attempts.remove(address, attempt);
		}
	}

	/** The stream of the last request over a connection, 0 if there is none. */
	int stream(@Nullable SocketAddress address) {
		return (address != null) ? this.streams.getOrDefault(address, 0) : 0;
	}

	boolean hasGoneAway(@Nullable SocketAddress address) {
		return address != null && this.goneAway.contains(address);
	}

	@Override
	public void onHeaderOutput(HttpConnection connection, int streamId, List<? extends Header> headers) {
		SocketAddress address = connection.getLocalAddress();
		if (address != null) {
			this.streams.put(address, streamId);
		}
	}

	/** The library lets the streams wait that the server did not look at. */
	@Override
	public void onFrameInput(HttpConnection connection, int streamId, RawFrame frame) {
		SocketAddress address = connection.getLocalAddress();
		ByteBuffer payload = frame.getPayload();
		if (address == null || payload == null || !frame.isType(FrameType.GOAWAY)) {
			return;
		}
		this.goneAway.add(address);
		int lastStream = payload.getInt() & Integer.MAX_VALUE;
		Attempt attempt = this.attempts.get(address);
		if (attempt != null && stream(address) > lastStream) {
			attempt.failed(new RequestNotExecutedException());
		}
	}

	@Override
	public void onHeaderInput(HttpConnection connection, int streamId, List<? extends Header> headers) {
	}

	@Override
	public void onFrameOutput(HttpConnection connection, int streamId, RawFrame frame) {
	}

	@Override
	public void onInputFlowControl(HttpConnection connection, int streamId, int delta, int actualSize) {
	}

	@Override
	public void onOutputFlowControl(HttpConnection connection, int streamId, int delta, int actualSize) {
	}

}
