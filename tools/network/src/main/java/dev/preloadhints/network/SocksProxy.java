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

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * The way of a browser to all servers under some conditions: a SOCKS5 proxy (RFC 1928)
 * that no other machine can reach. URLs, host names and certificates stay as they are. A
 * connection is there after a round trip, as with TCP.
 */
public final class SocksProxy implements Closeable {

	private static final int VERSION = 5;

	private static final int CONNECT = 1;

	private static final int IPV4 = 1;

	private static final int NAME = 3;

	private static final int IPV6 = 4;

	private static final int SUCCEEDED = 0;

	private static final int UNREACHABLE = 4;

	private static final int UNSUPPORTED = 7;

	private final Conditions conditions;

	private final UnaryOperator<InetSocketAddress> route;

	private final Relay relay;

	private final Connections connections;

	/**
	 * Open the way.
	 * @param conditions what it is like
	 * @param route where a connection to an unresolved address really goes
	 * @throws IOException if there is no port to listen on
	 */
	public SocksProxy(Conditions conditions, UnaryOperator<InetSocketAddress> route) throws IOException {
		this.conditions = conditions;
		this.route = route;
		this.relay = new Relay(conditions);
		this.connections = new Connections(this::connect);
	}

	/**
	 * Return where the proxy is.
	 * @return its URL, as browsers write it
	 */
	public String url() {
		return "socks5://127.0.0.1:" + this.connections.port();
	}

	private void connect(Socket near) throws IOException {
		long begin = System.nanoTime();
		DataInputStream input = new DataInputStream(near.getInputStream());
		OutputStream output = near.getOutputStream();
		// The version, and methods of authentication, of which none is needed.
		input.readUnsignedByte();
		input.skipNBytes(input.readUnsignedByte());
		output.write(new byte[] { VERSION, 0 });
		input.readUnsignedByte();
		int command = input.readUnsignedByte();
		input.readUnsignedByte();
		InetSocketAddress target = InetSocketAddress.createUnresolved(host(input), input.readUnsignedShort());
		if (command != CONNECT) {
			reply(output, UNSUPPORTED);
			throw new IOException("SOCKS command " + command);
		}
		Socket far;
		try {
			far = dial(this.route.apply(target));
		}
		catch (IOException ex) {
			reply(output, UNREACHABLE);
			throw ex;
		}
		long connected = begin + this.conditions.roundTrip().toNanos();
		Relay.sleepUntil(connected);
		reply(output, SUCCEEDED);
		this.relay.join(near, far, connected);
	}

	private static String host(DataInputStream input) throws IOException {
		int type = input.readUnsignedByte();
		return switch (type) {
			case NAME -> new String(input.readNBytes(input.readUnsignedByte()), StandardCharsets.US_ASCII);
			case IPV4 -> InetAddress.getByAddress(input.readNBytes(4)).getHostAddress();
			case IPV6 -> InetAddress.getByAddress(input.readNBytes(16)).getHostAddress();
			default -> throw new IOException("SOCKS address type " + type);
		};
	}

	/** Connect to the first address of a host that answers. */
	static Socket dial(InetSocketAddress target) throws IOException {
		IOException failure = new IOException("No address: " + target.getHostString());
		for (InetAddress address : InetAddress.getAllByName(target.getHostString())) {
			try {
				return new Socket(address, target.getPort());
			}
			catch (IOException ex) {
				failure = ex;
			}
		}
		throw failure;
	}

	private static void reply(OutputStream output, int code) throws IOException {
		output.write(new byte[] { VERSION, (byte) code, 0, IPV4, 0, 0, 0, 0, 0, 0 });
	}

	@Override
	public void close() throws IOException {
		this.connections.close();
		this.relay.close();
	}

}
