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
import java.util.Map;

import dev.preloadhints.benchmarks.Comparison;
import dev.preloadhints.benchmarks.ResourceMeter;
import dev.preloadhints.benchmarks.Usage;
import dev.preloadhints.tests.http.Request;

/**
 * What a request costs the server, with the starter and without: CPU time and allocation
 * of all threads of Tomcat, on real connections, in one JVM, turn by turn. What it prints
 * are medians over the rounds, and the median of what a variant costs more than
 * {@link Variant#NONE} in the same round.
 */
public final class RequestCost {

	private static final List<Question> QUESTIONS = List.of(
			new Question("typical page, HTTP/2", "/typical", Client.NAVIGATION, true),
			new Question("typical page, HTTP/1.1", "/typical", Client.NAVIGATION, false),
			new Question("large page, HTTP/2", "/large", Client.NAVIGATION, true),
			new Question("large page, HTTP/1.1", "/large", Client.NAVIGATION, false),
			new Question("JSON, HTTP/2", "/api/books", Client.FETCH, true),
			new Question("script, HTTP/2", "/js/shop.js", Client.SCRIPT, true));

	/**
	 * An ordinary method is compiled for good after ten thousand calls, at the earliest.
	 */
	private static final int WARM_UP = 3;

	private RequestCost() {
	}

	/**
	 * Compare and print.
	 * @param args number of rounds for each request (default 60), milliseconds of each
	 * turn (default 100), and a part of the names of what to measure (default all)
	 */
	public static void main(String[] args) {
		int rounds = (args.length > 0) ? Integer.parseInt(args[0]) : 60;
		long turnMillis = (args.length > 1) ? Long.parseLong(args[1]) : 100;
		String name = (args.length > 2) ? args[2] : "";
		run(System.out, rounds, turnMillis, name);
	}

	static void run(PrintStream out, int rounds, long turnMillis, String name) {
		List<Server> servers = new ArrayList<>();
		try {
			for (Variant variant : Variant.values()) {
				servers.add(new Server(variant));
			}
			List<Question> questions = QUESTIONS.stream().filter((question) -> question.name().contains(name)).toList();
			// Everything before anything is measured: the code is compiled for all of it.
			for (Question question : questions) {
				measure(question, servers, WARM_UP * rounds, turnMillis);
			}
			out.println("| request | variant | µs CPU | more | ratio | bytes allocated | more | ratio |");
			out.println("|---|---|--:|--:|--:|--:|--:|--:|");
			for (Question question : questions) {
				print(out, question, measure(question, servers, rounds, turnMillis));
			}
		}
		finally {
			servers.forEach(Server::close);
		}
	}

	private static List<Comparison.Series> measure(Question question, List<Server> servers, int rounds,
			long turnMillis) {
		List<Client> clients = new ArrayList<>();
		try {
			List<Runnable> variants = new ArrayList<>();
			for (Server server : servers) {
				Client client = new Client(server.port(), question.http2());
				clients.add(client);
				Request request = Client.request(question.path(), question.headers());
				variants.add(() -> client.send(request));
			}
			variants.forEach(Runnable::run);
			return new Comparison(ResourceMeter.ofThreads((thread) -> thread.startsWith("http-nio-")), rounds,
					turnMillis)
				.run(variants);
		}
		finally {
			clients.forEach(Client::close);
		}
	}

	private static void print(PrintStream out, Question question, List<Comparison.Series> series) {
		Comparison.Series none = series.get(Variant.NONE.ordinal());
		for (Variant variant : Variant.values()) {
			Comparison.Series own = series.get(variant.ordinal());
			out.printf(Locale.ROOT, "| %s | `%s` | %.1f | %+.1f | %.3f | %,.0f | %+,.0f | %.3f |%n", question.name(),
					variant, own.median(Usage::micros), own.medianDifference(Usage::micros, none),
					own.medianRatio(Usage::micros, none), own.median(Usage::bytes),
					own.medianDifference(Usage::bytes, none), own.medianRatio(Usage::bytes, none));
		}
	}

	/**
	 * A request that is asked of all variants.
	 *
	 * @param name what the table calls it
	 * @param path its path
	 * @param headers its headers
	 * @param http2 whether it goes over HTTP/2
	 */
	private record Question(String name, String path, Map<String, String> headers, boolean http2) {
	}

}
