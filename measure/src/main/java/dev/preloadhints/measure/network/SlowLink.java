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

package dev.preloadhints.measure.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy that makes the way to a server longer and narrower: each byte takes a delay
 * in each direction, and all connections together share a rate. TLS passes through it
 * untouched. The TCP handshake itself is not delayed, because it ends here.
 */
public final class SlowLink implements AutoCloseable {

	/** What a router on the way would hold. */
	private static final int MAX_WAITING_CHUNKS = 64;

	private static final int CHUNK_SIZE = 2048;

	private final ServerSocket listener;

	private final int target;

	private final long delay;

	private final Lane up;

	private final Lane down;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	/**
	 * Open the way to a server on this machine.
	 * @param target the server's port
	 * @param delay what each byte takes in each direction, half a round trip
	 * @param bitsPerSecond what passes in each direction
	 * @throws IOException if there is no port to listen on
	 */
	public SlowLink(int target, Duration delay, long bitsPerSecond) throws IOException {
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.target = target;
		this.delay = delay.toNanos();
		this.up = new Lane(bitsPerSecond);
		this.down = new Lane(bitsPerSecond);
		start(this::accept);
	}

	/**
	 * Return where the way begins.
	 * @return the port
	 */
	public int port() {
		return this.listener.getLocalPort();
	}

	/**
	 * Return the address of a page at the other end.
	 * @param path the path of the page
	 * @return its URL
	 */
	public String url(String path) {
		return "https://localhost:" + port() + path;
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.listener.accept();
			Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
			this.sockets.addAll(List.of(client, server));
			relay(client, server, this.up);
			relay(server, client, this.down);
		}
	}

	private void relay(Socket from, Socket to, Lane lane) throws IOException {
		to.setTcpNoDelay(true);
		BlockingQueue<Chunk> waiting = new LinkedBlockingQueue<>(MAX_WAITING_CHUNKS);
		start(() -> {
			InputStream input = from.getInputStream();
			byte[] buffer = new byte[CHUNK_SIZE];
			int length = 0;
			while (length >= 0) {
				length = read(input, buffer);
				byte[] bytes = Arrays.copyOf(buffer, Math.max(0, length));
				waiting.put(new Chunk(lane.sent(bytes.length) + this.delay, ByteBuffer.wrap(bytes)));
			}
		});
		start(() -> {
			try (from; to) {
				OutputStream output = to.getOutputStream();
				for (Chunk chunk = waiting.take(); !chunk.last(); chunk = waiting.take()) {
					sleepUntil(chunk.due());
					output.write(chunk.bytes().array());
				}
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

	private static void sleepUntil(long time) {
		for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private static void start(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException | InterruptedException ex) {
				// One of the two ends has gone, and so does the connection.
				return;
			}
		}, "slow-link");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
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

	private interface Task {

		void run() throws IOException, InterruptedException;

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
