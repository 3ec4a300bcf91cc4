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

package dev.preloadhints.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries bytes between pairs of sockets under some conditions: each byte takes half a
 * round trip in each direction, and all connections together share the rate.
 */
final class Relay implements AutoCloseable {

	/** About one packet. */
	private static final int CHUNK_SIZE = 1460;

	/** Where the rate has no limit, what is on the way needs one: six megabytes. */
	private static final int MAX_CHUNKS = 4096;

	private final long oneWay;

	private final TokenBucket up;

	private final TokenBucket down;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	Relay(Conditions conditions) {
		this.oneWay = conditions.roundTrip().toNanos() / 2;
		this.up = new TokenBucket(conditions.bitsPerSecond(), System.nanoTime());
		this.down = new TokenBucket(conditions.bitsPerSecond(), System.nanoTime());
	}

	/**
	 * Carry on until one of the two ends has gone, or the relay is closed.
	 * @param near who asked for the connection
	 * @param far whom it leads to
	 * @param connected when the near end knows that it is connected, and can begin
	 */
	void join(Socket near, Socket far, long connected) throws IOException {
		far.setTcpNoDelay(true);
		this.sockets.addAll(Set.of(near, far));
		if (this.closed) {
			// While the far end was called. Who closed it may not have seen the two.
			close();
			return;
		}
		carry(near, far, this.up, connected + this.oneWay);
		carry(far, near, this.down, System.nanoTime());
	}

	private void carry(Socket from, Socket to, TokenBucket line, long notBefore) {
		BlockingQueue<Chunk> onTheWay = new LinkedBlockingQueue<>(MAX_CHUNKS);
		Connections.start(() -> {
			byte[] buffer = new byte[CHUNK_SIZE];
			int length = 0;
			while (length >= 0) {
				length = read(from, buffer);
				byte[] bytes = Arrays.copyOf(buffer, Math.max(0, length));
				long sent = line.send(bytes.length, System.nanoTime());
				// No more is on the way than the line holds.
				sleepUntil(sent);
				onTheWay.put(new Chunk(Math.max(sent + this.oneWay, notBefore), ByteBuffer.wrap(bytes)));
			}
		});
		Connections.start(() -> {
			try (from; to) {
				OutputStream output = to.getOutputStream();
				for (Chunk chunk = onTheWay.take(); !chunk.last(); chunk = onTheWay.take()) {
					sleepUntil(chunk.due());
					output.write(chunk.bytes().array());
				}
			}
			finally {
				this.sockets.remove(from);
				this.sockets.remove(to);
				// Lets the other thread see that it is over.
				onTheWay.clear();
			}
		});
	}

	/** Read, or tell the end; a connection that was cut has ended too. */
	private static int read(Socket from, byte[] buffer) {
		try {
			InputStream input = from.getInputStream();
			return input.read(buffer);
		}
		catch (IOException ex) {
			return -1;
		}
	}

	static void sleepUntil(long time) {
		for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	@Override
	public void close() throws IOException {
		this.closed = true;
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	/** Some bytes, none at the end. */
	private record Chunk(long due, ByteBuffer bytes) {

		boolean last() {
			return this.bytes.capacity() == 0;
		}

	}

}
