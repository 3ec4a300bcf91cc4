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

package dev.preloadhints.tests.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Port numbers for programs that have to be told one. A port may be taken between the
 * moment it is found here and the one when the program listens there, so the program has
 * to be tried; but no system takes it for a connection, or for a server that asked for
 * any port, as all of them give those higher numbers.
 */
public final class CandidatePorts {

	private static final int FIRST = 20_000;

	private static final int BOUND = 30_000;

	private static final Set<Integer> given = ConcurrentHashMap.newKeySet();

	private CandidatePorts() {
	}

	/**
	 * Find a port on which nobody listens now.
	 * @return its number, which is given to nobody else in this JVM
	 */
	public static int next() {
		for (int i = 0; i < BOUND - FIRST; i++) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, BOUND);
			if (given.add(port) && isFree(port)) {
				return port;
			}
		}
		throw new IllegalStateException("No port is free from " + FIRST + " to " + BOUND);
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port)) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
