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

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import dev.preloadhints.tests.http.Answer;

/**
 * Visitors of the shop over all protocols at once, as many requests a second as asked for
 * and no more.
 */
final class Load implements AutoCloseable {

	/** The number of it is the only thing that differs from time to time. */
	private static final String REFERENCE = "WL-\\d+";

	private final Map<Protocol, LongAdder> byProtocol = new EnumMap<>(Protocol.class);

	private final Map<Kind, LongAdder> byKind = new EnumMap<>(Kind.class);

	private final Map<Protocol, ShopClient> clients = new EnumMap<>(Protocol.class);

	private final List<Thread> visitors = new ArrayList<>();

	/** Even while nothing is made to fail. */
	private final AtomicInteger season = new AtomicInteger();

	private final AtomicLong nextAt = new AtomicLong();

	private final Shop shop;

	private final Reference reference;

	private final Judge judge;

	private final String thanks;

	private final long interval;

	private volatile boolean ended;

	Load(Shop shop, Reference reference, String thanks, Judge judge, int connections, double rate) {
		this.shop = shop;
		this.reference = reference;
		this.thanks = thanks.replaceAll(REFERENCE, "");
		this.judge = judge;
		this.interval = (long) (1_000_000_000 / rate);
		for (Kind kind : Kind.values()) {
			this.byKind.put(kind, new LongAdder());
		}
		for (Protocol protocol : Protocol.values()) {
			this.byProtocol.put(protocol, new LongAdder());
			this.clients.put(protocol, new ShopClient(protocol, shop.ports()));
		}
		for (int i = 0; i < connections; i++) {
			Protocol protocol = Protocol.values()[i % Protocol.values().length];
			this.visitors.add(new Thread(() -> visit(protocol), "visitor-" + i));
		}
	}

	void begin() {
		this.nextAt.set(System.nanoTime());
		this.visitors.forEach(Thread::start);
	}

	/** Make something fail from now on, or nothing more. */
	void changeSeason(Runnable change) {
		boolean quiet = this.season.get() % 2 == 0;
		if (quiet) {
			this.season.incrementAndGet();
		}
		change.run();
	}

	/** Nothing is made to fail from now on. */
	void calmDown(Runnable change) {
		change.run();
		if (this.season.get() % 2 != 0) {
			this.season.incrementAndGet();
		}
	}

	private void visit(Protocol protocol) {
		try {
			while (!this.ended) {
				awaitTurn();
				Kind kind = Kind.of(ThreadLocalRandom.current().nextInt(100));
				this.byKind.get(kind).increment();
				this.byProtocol.get(protocol).increment();
				switch (kind) {
					case RESERVATION -> reserve(protocol);
					case VANISHING -> vanish(protocol, this.reference.any(kind));
					default -> visit(protocol, this.reference.any(kind));
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** A load that could not keep up does not hurry afterwards. */
	private void awaitTurn() throws InterruptedException {
		long now = System.nanoTime();
		long turn = this.nextAt.getAndUpdate((next) -> Math.max(next, now - 1_000_000_000L) + this.interval);
		long wait = turn - now;
		if (wait > 0) {
			Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
		}
	}

	private void visit(Protocol protocol, Visit visit) throws InterruptedException {
		int begun = this.season.get();
		Answer answer = ask(protocol, visit);
		if (answer != null) {
			this.judge.judge(visit, protocol, answer, begun % 2 == 0 && begun == this.season.get());
		}
	}

	private void reserve(Protocol protocol) throws InterruptedException {
		Answer accepted = ask(protocol, reservation());
		if (accepted == null) {
			return;
		}
		Visit visit = thanks(accepted);
		Answer page = ask(protocol, visit);
		if (page != null) {
			this.judge.judgeForm(visit, protocol, page);
			if (!text(page).replaceAll(REFERENCE, "").equals(this.thanks)) {
				this.judge.complain(visit, protocol, "another body: " + text(page));
			}
		}
	}

	static Visit reservation() {
		return Visit.post("/reservations", "book=after-the-orchard&name=Ada&email=ada@example.org&copies=2");
	}

	/** The page that a reservation is redirected to. */
	static Visit thanks(Answer accepted) {
		String cookie = accepted.headers("Set-Cookie").get(0);
		return Visit.navigation("/reservations/thanks").with("Cookie", cookie.substring(0, cookie.indexOf(';')));
	}

	static String text(Answer answer) {
		return answer.body();
	}

	private void vanish(Protocol protocol, Visit visit) throws InterruptedException {
		try (ShopClient client = new ShopClient(protocol, this.shop.ports())) {
			client.askAndVanish(visit, ThreadLocalRandom.current().nextInt(30));
		}
	}

	private Answer ask(Protocol protocol, Visit visit) {
		try {
			return this.clients.get(protocol).ask(visit);
		}
		catch (UncheckedIOException ex) {
			this.judge.complain(visit, protocol, "no answer: " + ex);
			return null;
		}
	}

	/** Number of visits over each protocol. */
	Map<Protocol, LongAdder> byProtocol() {
		return this.byProtocol;
	}

	/** Number of visits of each kind. */
	Map<Kind, LongAdder> byKind() {
		return this.byKind;
	}

	/** Number of requests that were made again over another connection. */
	long repeated() {
		return this.clients.values().stream().mapToLong(ShopClient::repetitions).sum();
	}

	/** Wait for the visitors to leave. */
	void end() throws InterruptedException {
		this.ended = true;
		for (Thread visitor : this.visitors) {
			visitor.join();
		}
	}

	@Override
	public void close() {
		this.ended = true;
		this.clients.values().forEach(ShopClient::close);
	}

}
