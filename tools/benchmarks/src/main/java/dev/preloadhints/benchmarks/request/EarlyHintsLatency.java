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
package dev.preloadhints.benchmarks.request;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * How long it takes from a request's arrival to its Early Hints, while few pages are
 * known and while many are, request by request in turn. Elapsed time, so it says
 * something on a machine that does nothing else.
 */
public final class EarlyHintsLatency {

	/** A link has to be on so many renders before. */
	private static final int RENDERS = 3;

	private EarlyHintsLatency() {
	}

	/**
	 * Measure and print.
	 * @param args number of requests (default 20,000), number of pages (default 10,000)
	 */
	public static void main(String[] args) {
		int requests = (args.length > 0) ? Integer.parseInt(args[0]) : 20_000;
		int pages = (args.length > 1) ? Integer.parseInt(args[1]) : 10_000;
		run(System.out, requests, pages);
	}

	static void run(PrintStream out, int requests, int pages) {
		try (Shop few = new Shop(Math.min(10, pages)); Shop many = new Shop(pages)) {
			List<Shop> shops = List.of(few, many);
			shops.forEach(Shop::learn);
			Random random = new Random(7);
			for (int i = 0; i < 2 * requests; i++) {
				if (i == requests) {
					// Until here the code was compiled.
					shops.forEach((shop) -> shop.times.clear());
				}
				shops.get(i % 2).visit(random);
			}
			out.println("| known pages | until the handler is found | our own | container | our own, 99 of 100 |");
			out.println("|--:|--:|--:|--:|--:|");
			for (Shop shop : shops) {
				out.printf(Locale.ROOT, "| %,d | %.1f µs | %.1f µs | %.1f µs | %.1f µs |%n", shop.pages,
						shop.percentile(0.5, Stopwatch.Times::spring), shop.percentile(0.5, Stopwatch.Times::own),
						shop.percentile(0.5, Stopwatch.Times::container), shop.percentile(0.99, Stopwatch.Times::own));
			}
		}
	}

	/** An application that knows some pages, and its browser. */
	private static final class Shop implements AutoCloseable {

		private final int pages;

		private final Server server = new Server(Variant.STARTER,
				List.of("--preload.store.max-pages=100000", "--preload.store.max-size=512MB"), Stopwatch.class);

		private final Stopwatch stopwatch = this.server.context().getBean(Stopwatch.class);

		private final Client client = new Client(this.server.port(), true);

		private final List<Stopwatch.Times> times = new ArrayList<>();

		private Shop(int pages) {
			this.pages = pages;
		}

		private void learn() {
			for (int i = 0; i < RENDERS * this.pages; i++) {
				send(i % this.pages);
			}
		}

		private void visit(Random random) {
			send(random.nextInt(this.pages));
			Stopwatch.Times measured = this.stopwatch.times();
			if (measured == null) {
				throw new IllegalStateException("No Early Hints for a page that is known");
			}
			this.times.add(measured);
		}

		private void send(int page) {
			Map<String, String> headers = new HashMap<>(Client.NAVIGATION);
			headers.put(Stopwatch.PAGE, "page-" + page);
			this.client.send(Client.request("/typical", headers));
		}

		private double percentile(double share, ToLongFunction<Stopwatch.Times> value) {
			long[] sorted = this.times.stream().mapToLong(value).sorted().toArray();
			return sorted[(int) (share * (sorted.length - 1))] / 1000.0;
		}

		@Override
		public void close() {
			this.client.close();
			this.server.close();
		}

	}

}
