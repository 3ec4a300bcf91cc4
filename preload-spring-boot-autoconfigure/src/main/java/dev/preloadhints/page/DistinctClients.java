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

package dev.preloadhints.page;

import java.util.Arrays;

/**
 * The different clients that were sent a URL, as far as that matters: none where the URL
 * is known to be the same for everyone, three where it could be one user's own.
 * Immutable.
 */
final class DistinctClients {

	/** For a URL that is the same for everyone. */
	static final DistinctClients NOT_NEEDED = new DistinctClients(new int[0], 0);

	private static final int NEEDED = 3;

	/** The two bits that say by what the client was told. */
	private static final int KIND_SHIFT = 30;

	private final int[] clients;

	private final int needed;

	private final boolean enough;

	private DistinctClients(int[] clients, int needed) {
		this.clients = clients;
		this.needed = needed;
		this.enough = toldAlike(clients) >= needed;
	}

	/** For a URL that could be one user's own. */
	static DistinctClients needed(int client) {
		return new DistinctClients(new int[] { client }, NEEDED);
	}

	DistinctClients and(int client) {
		if (enough() || Arrays.stream(this.clients).anyMatch((known) -> known == client)) {
			return this;
		}
		int[] more = Arrays.copyOf(this.clients, this.clients.length + 1);
		more[this.clients.length] = client;
		return new DistinctClients(more, this.needed);
	}

	boolean enough() {
		return this.enough;
	}

	/**
	 * One client may be told by its address at first, then by its session and then by its
	 * principal, so those that are told alike are counted.
	 */
	private static int toldAlike(int[] clients) {
		int[] told = new int[1 << (Integer.SIZE - KIND_SHIFT)];
		int most = 0;
		for (int client : clients) {
			most = Math.max(most, ++told[client >>> KIND_SHIFT]);
		}
		return most;
	}

}
