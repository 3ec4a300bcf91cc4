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

package dev.preloadhints.soak;

import java.security.GeneralSecurityException;
import java.time.Duration;

import javax.net.ssl.SSLContext;

import org.apache.hc.core5.ssl.SSLContexts;

import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;

/**
 * A visitor over one protocol, who takes any certificate.
 */
final class ShopClient implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final SSLContext TRUSTING = trusting();

	private final HttpTestClient client;

	ShopClient(Protocol protocol, Shop.Ports ports) {
		this.client = HttpTestClient.at(protocol.origin(ports))
			.version(protocol.policy())
			.trusting(TRUSTING)
			.patience(PATIENCE)
			.build();
	}

	private static SSLContext trusting() {
		try {
			return SSLContexts.custom().loadTrustMaterial((chain, type) -> true).build();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Ask, and wait for the answer. */
	Answer ask(Visit visit) {
		Answer answer = this.client.send(visit.request());
		return (answer.header("Content-Encoding").filter("gzip"::equals).isPresent() && answer.content().length() > 0)
				? answer.with(answer.content().gunzip()) : answer;
	}

	/** Ask, and be gone before the answer. */
	void askAndVanish(Visit visit, long millis) throws InterruptedException {
		this.client.start(visit.request());
		Thread.sleep(millis);
		this.client.vanish();
	}

	/** Number of requests that were made again over another connection. */
	int repetitions() {
		return this.client.repetitions();
	}

	@Override
	public void close() {
		this.client.vanish();
	}

}
