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

package dev.preloadhints.measure;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.preloadhints.network.Certificate;
import dev.preloadhints.network.Conditions;
import dev.preloadhints.network.SocksProxy;
import dev.preloadhints.network.TlsRelay;
import dev.preloadhints.network.Trust;
import org.jspecify.annotations.Nullable;

/**
 * The ways of the browser to its servers: one on which Early Hints pass, and one on which
 * they do not.
 */
final class Network implements AutoCloseable {

	private final List<Closeable> parts = new ArrayList<>();

	private final @Nullable SocksProxy way;

	private final @Nullable SocksProxy wayWithoutEarlyHints;

	private Network(Conditions conditions) throws IOException {
		this.way = conditions.equals(Conditions.REAL) ? null : open(conditions, Map.of());
		this.wayWithoutEarlyHints = null;
	}

	private Network(Conditions conditions, Collection<Origin> origins, Trust trust, Certificate certificate)
			throws IOException, GeneralSecurityException {
		this.way = open(conditions, relays(origins, trust, certificate, false));
		this.wayWithoutEarlyHints = open(conditions, relays(origins, trust, certificate, true));
	}

	/** The ways as they are under some conditions. */
	static Network of(Conditions conditions) throws IOException {
		return new Network(conditions);
	}

	/**
	 * Two ways that do not differ in anything else than Early Hints. On both, the
	 * servers' certificates are verified here, and the browser is shown another one.
	 */
	static Network comparing(Conditions conditions, Collection<Origin> origins, Trust trust, Certificate certificate)
			throws IOException, GeneralSecurityException {
		return new Network(conditions, origins, trust, certificate);
	}

	private SocksProxy open(Conditions conditions, Map<InetSocketAddress, InetSocketAddress> relays)
			throws IOException {
		SocksProxy result = new SocksProxy(conditions, (address) -> relays.getOrDefault(address, address));
		this.parts.add(result);
		return result;
	}

	private Map<InetSocketAddress, InetSocketAddress> relays(Collection<Origin> origins, Trust trust,
			Certificate certificate, boolean withoutEarlyHints) throws IOException, GeneralSecurityException {
		Map<InetSocketAddress, InetSocketAddress> result = new HashMap<>();
		for (Origin origin : origins) {
			if (origin.secure()) {
				TlsRelay relay = new TlsRelay(origin.address(), trust, certificate.identity(), withoutEarlyHints);
				this.parts.add(relay);
				result.put(origin.address(), relay.address());
			}
		}
		return result;
	}

	/** The proxy over which a variant is seen, if there is one. */
	@Nullable String proxy(Variant variant) {
		SocksProxy proxy = (variant.earlyHints() || this.wayWithoutEarlyHints == null) ? this.way
				: this.wayWithoutEarlyHints;
		return (proxy != null) ? proxy.url() : null;
	}

	@Override
	public void close() throws IOException {
		for (Closeable part : this.parts) {
			part.close();
		}
	}

}
