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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries bytes between pairs of sockets under some conditions: each byte takes half a
 * round trip in each direction, and all connections together share the rate.
 */
final class Relay implements AutoCloseable {

	/** What a router on the way would hold. */
	private static final int MAX_WAITING_CHUNKS = 64;

	private static final int CHUNK_SIZE = 2048;

	private final long delay;

	private final Lane up;

	private final Lane down;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	Relay(Conditions conditions) {
		this.delay = conditions.roundTrip().toNanos() / 2;
		this.up = new Lane(conditions.bitsPerSecond());
		this.down = new Lane(conditions.bitsPerSecond());
	}

	/** Carry on until one of the two ends has gone. */
	void join(Socket near, Socket far) throws IOException {
		this.sockets.addAll(List.of(near, far));
		carry(near, far, this.up);
		carry(far, near, this.down);
	}

	private void carry(Socket from, Socket to, Lane lane) throws IOException {
		to.setTcpNoDelay(true);
		BlockingQueue<Chunk> waiting = new LinkedBlockingQueue<>(MAX_WAITING_CHUNKS);
		Connections.start(() -> {
			InputStream input = from.getInputStream();
			byte[] buffer = new byte[CHUNK_SIZE];
			int length = 0;
			while (length >= 0) {
				length = read(input, buffer);
				byte[] bytes = Arrays.copyOf(buffer, Math.max(0, length));
				waiting.put(new Chunk(lane.sent(bytes.length) + this.delay, ByteBuffer.wrap(bytes)));
			}
		});
		Connections.start(() -> {
			try (from; to) {
				OutputStream output = to.getOutputStream();
				for (Chunk chunk = waiting.take(); !chunk.last(); chunk = waiting.take()) {
					sleepUntil(chunk.due());
					output.write(chunk.bytes().array());
				}
			}
			finally {
				this.sockets.removeAll(List.of(from, to));
				// Lets the other thread see that it is over.
				waiting.clear();
			}
		});
	}

	private static int read(InputStream input, byte[] buffer) {
		try {
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

	/** One direction. */
	private static final class Lane {

		private final double nanosPerByte;

		private long free = System.nanoTime();

		Lane(long bitsPerSecond) {
			this.nanosPerByte = 8.0 * TimeUnit.SECONDS.toNanos(1) / bitsPerSecond;
		}

		/** When so many bytes are through if they come now. */
		synchronized long sent(int bytes) {
			this.free = Math.max(this.free, System.nanoTime()) + (long) (bytes * this.nanosPerByte);
			return this.free;
		}

	}

}
