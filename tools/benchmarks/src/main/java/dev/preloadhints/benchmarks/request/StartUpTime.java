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

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.util.FileSystemUtils;

/**
 * What the starter adds to the start of the application: in new JVMs, in new ones with an
 * archive of the application's classes, and in one where all code is loaded and compiled.
 * The variants take turns; medians, and the median of the differences in the same round.
 */
public final class StartUpTime {

	private static final List<Variant> VARIANTS = List.of(Variant.NONE, Variant.NONE_AGAIN, Variant.STARTER);

	private static final String RESULT = "result: ";

	private StartUpTime() {
	}

	/**
	 * Measure and print.
	 * @param args number of starts of each (default 20), or the name of a variant, to
	 * start that once
	 */
	public static void main(String[] args) throws IOException {
		if (args.length > 0 && !Character.isDigit(args[0].charAt(0))) {
			Start start = start(Variant.valueOf(args[0]));
			System.out.println(RESULT + start.wallMillis() + " " + start.cpuMillis());
			return;
		}
		run(System.out, (args.length > 0) ? Integer.parseInt(args[0]) : 20);
	}

	static void run(PrintStream out, int rounds) throws IOException {
		out.println("| JVM | variant | ms elapsed | more | ms CPU | more |");
		out.println("|---|---|--:|--:|--:|--:|");
		print(out, "new", measure(rounds, (variant) -> startElsewhere(variant, List.of())));
		if (isArchivable()) {
			measureWithArchives(out, rounds);
		}
		measure(rounds, StartUpTime::start);
		print(out, "warm", measure(rounds, StartUpTime::start));
	}

	private static Map<Variant, List<Start>> measure(int rounds, Starter starter) throws IOException {
		Map<Variant, List<Start>> starts = new EnumMap<>(Variant.class);
		VARIANTS.forEach((variant) -> starts.put(variant, new ArrayList<>()));
		for (int round = 0; round < rounds; round++) {
			for (int i = 0; i < VARIANTS.size(); i++) {
				Variant variant = VARIANTS.get((round + i) % VARIANTS.size());
				starts.get(variant).add(starter.start(variant));
			}
		}
		return starts;
	}

	/** Classes can be shared if they come from archives alone. */
	private static boolean isArchivable() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.noneMatch((entry) -> Files.isDirectory(Path.of(entry)));
	}

	private static void measureWithArchives(PrintStream out, int rounds) throws IOException {
		Path directory = Files.createTempDirectory("start-up");
		try {
			for (Variant variant : VARIANTS) {
				startElsewhere(variant, List.of("-XX:ArchiveClassesAtExit=" + directory.resolve(variant.name())));
			}
			print(out, "new, shared classes", measure(rounds, (variant) -> startElsewhere(variant,
					List.of("-XX:SharedArchiveFile=" + directory.resolve(variant.name())))));
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	private static Start start(Variant variant) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long cpu = threads.getCurrentThreadCpuTime();
		long wall = System.nanoTime();
		try (Server server = new Server(variant)) {
			return new Start((System.nanoTime() - wall) / 1e6, (threads.getCurrentThreadCpuTime() - cpu) / 1e6);
		}
	}

	private static Start startElsewhere(Variant variant, List<String> options) throws IOException {
		try (JavaProcess process = JavaProcess.start(options, StartUpTime.class, variant.name())) {
			String[] result = process.read(RESULT).split(" ");
			return new Start(Double.parseDouble(result[0]), Double.parseDouble(result[1]));
		}
	}

	private static void print(PrintStream out, String jvm, Map<Variant, List<Start>> starts) {
		List<Start> none = starts.get(Variant.NONE);
		starts.forEach((variant, own) -> {
			double[] wall = new double[own.size()];
			double[] moreWall = new double[own.size()];
			double[] cpu = new double[own.size()];
			double[] moreCpu = new double[own.size()];
			for (int i = 0; i < own.size(); i++) {
				wall[i] = own.get(i).wallMillis();
				moreWall[i] = own.get(i).wallMillis() - none.get(i).wallMillis();
				cpu[i] = own.get(i).cpuMillis();
				moreCpu[i] = own.get(i).cpuMillis() - none.get(i).cpuMillis();
			}
			out.printf(Locale.ROOT, "| %s | `%s` | %.0f | %+.0f | %.0f | %+.0f |%n", jvm, variant, median(wall),
					median(moreWall), median(cpu), median(moreCpu));
		});
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	/**
	 * A way to start the application once.
	 */
	private interface Starter {

		Start start(Variant variant) throws IOException;

	}

	/**
	 * One start.
	 *
	 * @param wallMillis milliseconds that went by
	 * @param cpuMillis milliseconds that the thread computed which starts it
	 */
	private record Start(double wallMillis, double cpuMillis) {
	}

}
