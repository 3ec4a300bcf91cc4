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

package dev.preloadhints.benchmarks;

import java.io.PrintStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

import com.sun.management.ThreadMXBean;

/**
 * Compares the hooks in one JVM, turn by turn, so that whatever else the machine does
 * hits all of them alike. What it prints is CPU time and allocation of the rendering
 * thread for one render: medians over the rounds, and the median of the ratios to
 * {@link TemplateHook#NONE} in the same round.
 */
public final class TemplateHookComparison {

	private static final TemplateHook[] HOOKS = TemplateHook.values();

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Writer writer = Writer.nullWriter();

	private final int rounds;

	private final long turnNanos;

	TemplateHookComparison(int rounds, long turnMillis) {
		this.rounds = rounds;
		this.turnNanos = turnMillis * 1_000_000;
	}

	/**
	 * Compare and print.
	 * @param args number of rounds for each page (default 60), milliseconds of each turn
	 * (default 30)
	 */
	public static void main(String[] args) {
		int rounds = (args.length > 0) ? Integer.parseInt(args[0]) : 60;
		long turnMillis = (args.length > 1) ? Long.parseLong(args[1]) : 30;
		new TemplateHookComparison(rounds, turnMillis).run(System.out);
	}

	void run(PrintStream out) {
		PageRenderer[][] renderers = new PageRenderer[Page.values().length][HOOKS.length];
		for (Page page : Page.values()) {
			for (TemplateHook hook : HOOKS) {
				renderers[page.ordinal()][hook.ordinal()] = new PageRenderer(hook, page);
			}
		}
		// Everything before anything is measured: the code is compiled for all of them.
		for (PageRenderer[] ofPage : renderers) {
			measure(ofPage, this.rounds);
		}
		out.println("| page | hook | µs CPU | ratio | bytes allocated | ratio |");
		out.println("|---|---|--:|--:|--:|--:|");
		for (Page page : Page.values()) {
			Turn[][] turns = measure(renderers[page.ordinal()], this.rounds);
			for (TemplateHook hook : HOOKS) {
				Turn[] ofHook = turns[hook.ordinal()];
				Turn[] baseline = turns[TemplateHook.NONE.ordinal()];
				double[] time = new double[this.rounds];
				double[] timeRatio = new double[this.rounds];
				double[] bytes = new double[this.rounds];
				double[] bytesRatio = new double[this.rounds];
				for (int i = 0; i < this.rounds; i++) {
					time[i] = ofHook[i].nanos() / 1000;
					timeRatio[i] = ofHook[i].nanos() / baseline[i].nanos();
					bytes[i] = ofHook[i].bytes();
					bytesRatio[i] = ofHook[i].bytes() / baseline[i].bytes();
				}
				out.printf(Locale.ROOT, "| %s | %s | %.1f | %.3f | %,.0f | %.3f |%n", page, hook, median(time),
						median(timeRatio), median(bytes), median(bytesRatio));
			}
		}
	}

	private Turn[][] measure(PageRenderer[] renderers, int count) {
		Turn[][] turns = new Turn[HOOKS.length][count];
		int[] renders = new int[HOOKS.length];
		for (int hook = 0; hook < HOOKS.length; hook++) {
			renders[hook] = rendersPerTurn(renderers[hook]);
		}
		for (int round = 0; round < count; round++) {
			for (int i = 0; i < HOOKS.length; i++) {
				// Nobody is always the first, or always after the same one.
				int hook = (round % 2 == 0) ? (round / 2 + i) % HOOKS.length
						: (round / 2 + HOOKS.length - i) % HOOKS.length;
				turns[hook][round] = turn(renderers[hook], renders[hook]);
			}
		}
		return turns;
	}

	private int rendersPerTurn(PageRenderer renderer) {
		long start = System.nanoTime();
		int renders = 0;
		do {
			renderer.render(this.writer);
			renders++;
		}
		while (System.nanoTime() - start < this.turnNanos);
		return renders;
	}

	private Turn turn(PageRenderer renderer, int renders) {
		long thread = Thread.currentThread().getId();
		long bytes = THREADS.getThreadAllocatedBytes(thread);
		long nanos = THREADS.getCurrentThreadCpuTime();
		for (int i = 0; i < renders; i++) {
			renderer.render(this.writer);
		}
		nanos = THREADS.getCurrentThreadCpuTime() - nanos;
		bytes = THREADS.getThreadAllocatedBytes(thread) - bytes;
		return new Turn((double) nanos / renders, (double) bytes / renders);
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	private record Turn(double nanos, double bytes) {
	}

}
