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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;

import dev.preloadhints.benchmarks.Comparison;
import dev.preloadhints.benchmarks.ResourceMeter;
import dev.preloadhints.benchmarks.Usage;

/**
 * What a page costs a server's whole process under load: each variant in a JVM of its
 * own, asked over several connections at once, turn by turn. The CPU time is that of all
 * threads, so that it has what {@link RequestCost} leaves out: the collector's, the
 * compiler's and whatever works in the background.
 */
public final class ProcessCost {

	private static final List<Variant> VARIANTS = List.of(Variant.NONE, Variant.NONE_AGAIN, Variant.CONSTANT,
			Variant.STARTER, Variant.JSOUP);

	private static final int CONNECTIONS = 8;

	/** Requests over each connection before the turn may end. */
	private static final int REQUESTS = 8;

	/**
	 * Turns of each before anything is measured, for one that is: the compiler works for
	 * a minute under load, the longer the more code there is, and takes up to a sixth.
	 */
	private static final int WARM_UP = 3;

	private ProcessCost() {
	}

	/**
	 * Measure and print.
	 * @param args number of rounds (default 12), milliseconds of each turn (default 2000,
	 * as the CPU time of a process is told in steps of ten milliseconds)
	 */
	public static void main(String[] args) throws Exception {
		run(System.out, (args.length > 0) ? Integer.parseInt(args[0]) : 12,
				(args.length > 1) ? Long.parseLong(args[1]) : 2000, VARIANTS);
	}

	static void run(PrintStream out, int rounds, long turnMillis, List<Variant> variants) throws Exception {
		List<ServerProcess> servers = new ArrayList<>();
		ExecutorService visitors = Executors.newFixedThreadPool(CONNECTIONS);
		try {
			for (Variant variant : variants) {
				servers.add(ServerProcess.start(variant));
			}
			out.println("| request | variant | µs CPU | more | ratio |");
			out.println("|---|---|--:|--:|--:|");
			for (boolean http2 : new boolean[] { true, false }) {
				measure(servers, visitors, http2, WARM_UP * rounds, turnMillis);
				print(out, http2, variants, measure(servers, visitors, http2, rounds, turnMillis));
			}
		}
		finally {
			visitors.shutdown();
			for (ServerProcess server : servers) {
				server.close();
			}
		}
	}

	private static List<Comparison.Series> measure(List<ServerProcess> servers, ExecutorService visitors, boolean http2,
			int rounds, long turnMillis) {
		List<Client> all = new ArrayList<>();
		try {
			List<Runnable> variants = new ArrayList<>();
			for (ServerProcess server : servers) {
				List<Client> clients = new ArrayList<>();
				for (int i = 0; i < CONNECTIONS; i++) {
					clients.add(new Client(server.port(), http2));
				}
				all.addAll(clients);
				variants.add(() -> ask(clients, visitors));
			}
			// While one of them is asked, the others use nothing.
			ResourceMeter meter = () -> new Usage(servers.stream().mapToLong(ServerProcess::cpuNanos).sum(), 0);
			return new Comparison(meter, rounds, turnMillis).run(variants);
		}
		finally {
			all.forEach(Client::close);
		}
	}

	private static void ask(List<Client> clients, ExecutorService visitors) {
		List<Future<?>> visits = new ArrayList<>();
		for (Client client : clients) {
			SimpleHttpRequest request = client.request("/typical", Client.NAVIGATION);
			visits.add(visitors.submit(() -> {
				for (int i = 0; i < REQUESTS; i++) {
					client.send(request);
				}
			}));
		}
		try {
			for (Future<?> visit : visits) {
				visit.get();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void print(PrintStream out, boolean http2, List<Variant> variants, List<Comparison.Series> series) {
		Comparison.Series none = series.get(0);
		for (int i = 0; i < series.size(); i++) {
			Comparison.Series own = series.get(i);
			out.printf(Locale.ROOT, "| typical page, %s | `%s` | %.1f | %+.1f | %.3f |%n",
					http2 ? "HTTP/2" : "HTTP/1.1", variants.get(i),
					own.median(Usage::micros) / (CONNECTIONS * REQUESTS),
					own.medianDifference(Usage::micros, none) / (CONNECTIONS * REQUESTS),
					own.medianRatio(Usage::micros, none));
		}
	}

}
