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

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import dev.preloadhints.benchmarks.Comparison;
import dev.preloadhints.benchmarks.ResourceMeter;
import dev.preloadhints.benchmarks.Usage;
import dev.preloadhints.tests.http.Request;

/**
 * What a page costs a server's whole process under load: each variant in JVMs of its own,
 * asked over several connections at once, turn by turn. The CPU time is that of all
 * threads, so that it has what {@link RequestCost} leaves out: the collector's, the
 * compiler's and whatever works in the background.
 * <p>
 * What the compiler makes of the same code differs from JVM to JVM, by more than the
 * starter costs; so each variant has several.
 */
public final class ProcessCost {

	private static final List<Variant> VARIANTS = List.of(Variant.NONE, Variant.CONSTANT, Variant.STARTER,
			Variant.JSOUP);

	private static final int CONNECTIONS = 8;

	/** Requests over each connection before the turn may end. */
	private static final int REQUESTS = 8;

	/**
	 * Turns with each protocol before anything is measured, for one that is: the compiler
	 * works for a minute under load, and takes up to a sixth as long as it does.
	 */
	private static final int WARM_UP = 4;

	private final List<Variant> variants;

	private final int rounds;

	private final long turnMillis;

	/** For each variant, what a request used in each of its JVMs. */
	private final Map<Boolean, List<List<Usage>>> byProtocol = new LinkedHashMap<>();

	private ProcessCost(List<Variant> variants, int rounds, long turnMillis) {
		this.variants = variants;
		this.rounds = rounds;
		this.turnMillis = turnMillis;
		for (boolean http2 : new boolean[] { true, false }) {
			this.byProtocol.put(http2, variants.stream().<List<Usage>>map((variant) -> new ArrayList<>()).toList());
		}
	}

	/**
	 * Measure and print.
	 * @param args number of JVMs for each variant (default 5), of rounds in these
	 * (default 4), milliseconds of each turn (default 2000, as the CPU time of a process
	 * is told in steps of ten milliseconds)
	 */
	public static void main(String[] args) throws IOException {
		run(System.out, (args.length > 0) ? Integer.parseInt(args[0]) : 5,
				(args.length > 1) ? Integer.parseInt(args[1]) : 4, (args.length > 2) ? Long.parseLong(args[2]) : 2000,
				VARIANTS);
	}

	static void run(PrintStream out, int processes, int rounds, long turnMillis, List<Variant> variants)
			throws IOException {
		ProcessCost cost = new ProcessCost(variants, rounds, turnMillis);
		ExecutorService visitors = Executors.newFixedThreadPool(CONNECTIONS);
		try {
			for (int i = 0; i < processes; i++) {
				cost.measure(visitors);
			}
		}
		finally {
			visitors.shutdown();
		}
		cost.print(out);
	}

	/** Measure one JVM of each variant. */
	private void measure(ExecutorService visitors) throws IOException {
		List<ServerProcess> servers = new ArrayList<>();
		try {
			for (Variant variant : this.variants) {
				servers.add(ServerProcess.start(variant));
			}
			// While one of them is asked, the others use nothing.
			ResourceMeter meter = () -> new Usage(servers.stream().mapToLong(ServerProcess::cpuNanos).sum(), 0);
			Comparison comparison = new Comparison(meter, this.rounds, this.turnMillis);
			for (boolean http2 : this.byProtocol.keySet()) {
				visit(servers, visitors, http2, (visits) -> comparison.warmUp(visits, WARM_UP * this.rounds));
			}
			this.byProtocol.forEach(
					(http2, used) -> visit(servers, visitors, http2, (visits) -> compare(comparison, visits, used)));
		}
		finally {
			for (ServerProcess server : servers) {
				server.close();
			}
		}
	}

	/** Do something with visits to each of the servers. */
	private static void visit(List<ServerProcess> servers, ExecutorService visitors, boolean http2,
			Consumer<List<Runnable>> action) {
		List<Client> all = new ArrayList<>();
		try {
			List<Runnable> visits = new ArrayList<>();
			for (ServerProcess server : servers) {
				List<Client> clients = new ArrayList<>();
				for (int i = 0; i < CONNECTIONS; i++) {
					clients.add(new Client(server.port(), http2));
				}
				all.addAll(clients);
				visits.add(() -> ask(clients, visitors));
			}
			action.accept(visits);
		}
		finally {
			all.forEach(Client::close);
		}
	}

	private static void compare(Comparison comparison, List<Runnable> visits, List<List<Usage>> used) {
		List<Comparison.Series> series = comparison.run(visits);
		for (int i = 0; i < used.size(); i++) {
			used.get(i).add(new Usage(series.get(i).median(Usage::nanos) / (CONNECTIONS * REQUESTS), 0));
		}
	}

	private static void ask(List<Client> clients, ExecutorService visitors) {
		List<Future<?>> visits = new ArrayList<>();
		for (Client client : clients) {
			Request request = Client.request("/typical", Client.NAVIGATION);
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

	private void print(PrintStream out) {
		out.println("| request | variant | µs CPU | lowest | highest | more | ratio |");
		out.println("|---|---|--:|--:|--:|--:|--:|");
		this.byProtocol.forEach((http2, used) -> {
			List<Comparison.Series> series = used.stream()
				.map((usages) -> new Comparison.Series(usages.toArray(Usage[]::new)))
				.toList();
			for (int i = 0; i < series.size(); i++) {
				Comparison.Series own = series.get(i);
				DoubleSummaryStatistics micros = used.get(i).stream().mapToDouble(Usage::micros).summaryStatistics();
				out.printf(Locale.ROOT, "| typical page, %s | `%s` | %.1f | %.1f | %.1f | %+.1f | %.3f |%n",
						http2 ? "HTTP/2" : "HTTP/1.1", this.variants.get(i), own.median(Usage::micros), micros.getMin(),
						micros.getMax(), own.medianDifference(Usage::micros, series.get(0)),
						own.medianRatio(Usage::micros, series.get(0)));
			}
		});
	}

}
