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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The other side of a connection of HTTP/2 (RFC 9113), frame by frame.
 */
final class Http2Peer {

	static final int NO_ERROR = 0;

	static final int INTERNAL_ERROR = 2;

	static final int REFUSED_STREAM = 7;

	static final int CANCEL = 8;

	private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

	private static final int DATA = 0;

	private static final int HEADERS = 1;

	private static final int RST_STREAM = 3;

	private static final int SETTINGS = 4;

	private static final int GOAWAY = 7;

	private static final int END_STREAM = 1;

	private static final int END_HEADERS = 4;

	/** {@code :status: 200}, the eighth entry of HPACK's static table (RFC 7541). */
	private static final byte[] OK = { (byte) 0x88 };

	private final DataInputStream in;

	private final DataOutputStream out;

	Http2Peer(Socket socket) throws IOException {
		this.in = new DataInputStream(socket.getInputStream());
		this.out = new DataOutputStream(socket.getOutputStream());
		byte[] preface = this.in.readNBytes(PREFACE.length());
		assertThat(new String(preface, StandardCharsets.US_ASCII)).isEqualTo(PREFACE);
		write(SETTINGS, 0, 0, new byte[0]);
	}

	/**
	 * Wait for a request without content.
	 * @return its stream
	 */
	int read() throws IOException {
		Frame frame = await(HEADERS);
		assertThat(frame.flags() & END_STREAM).as("no content").isPositive();
		return frame.stream();
	}

	/**
	 * Wait until the client resets a stream.
	 * @return why
	 */
	int readReset() throws IOException {
		return await(RST_STREAM).payload().getInt();
	}

	private Frame await(int type) throws IOException {
		Frame frame = readFrame();
		while (frame.type() != type) {
			frame = readFrame();
		}
		return frame;
	}

	private Frame readFrame() throws IOException {
		int length = (this.in.readUnsignedByte() << 16) + this.in.readUnsignedShort();
		int type = this.in.readUnsignedByte();
		int flags = this.in.readUnsignedByte();
		int stream = this.in.readInt();
		return new Frame(type, flags, stream, ByteBuffer.wrap(this.in.readNBytes(length)));
	}

	void answer(int stream, String text) throws IOException {
		begin(stream);
		write(DATA, END_STREAM, stream, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Send the head of an answer and nothing of its content. */
	void begin(int stream) throws IOException {
		write(HEADERS, END_HEADERS, stream, OK);
	}

	/** Send a 103 with a link. */
	void hint(int stream, String link) throws IOException {
		ByteBuffer block = ByteBuffer.allocate(100 + link.length());
		block.put((byte) 0x08).put((byte) 3).put("103".getBytes(StandardCharsets.US_ASCII));
		block.put((byte) 0).put((byte) 4).put("link".getBytes(StandardCharsets.US_ASCII));
		block.put((byte) link.length()).put(link.getBytes(StandardCharsets.US_ASCII));
		byte[] bytes = new byte[block.position()];
		block.flip().get(bytes);
		write(HEADERS, END_HEADERS, stream, bytes);
	}

	void reset(int stream, int error) throws IOException {
		write(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(error).array());
	}

	/** Say that nothing after a stream was or will be looked at. */
	void goAway(int lastStream, int error) throws IOException {
		write(GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(lastStream).putInt(error).array());
	}

	private void write(int type, int flags, int stream, byte[] payload) throws IOException {
		ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
		frame.put((byte) 0).putShort((short) payload.length).put((byte) type).put((byte) flags).putInt(stream);
		this.out.write(frame.put(payload).array());
	}

	private record Frame(int type, int flags, int stream, ByteBuffer payload) {
	}

}
