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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Compares the hooks in one JVM, turn by turn. What it prints is CPU time and allocation
 * of the rendering thread for one render: medians over the rounds, and the median of the
 * ratios to {@link TemplateHook#NONE} in the same round.
 */
public final class TemplateHookComparison {

	private static final TemplateHook[] HOOKS = TemplateHook.values();

	private final Comparison comparison;

	TemplateHookComparison(int rounds, long turnMillis) {
		this.comparison = new Comparison(ResourceMeter.ofCurrentThread(), rounds, turnMillis);
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
		List<List<Runnable>> pages = Arrays.stream(Page.values()).map(TemplateHookComparison::renderers).toList();
		// Everything before anything is measured: the code is compiled for all of them.
		pages.forEach(this.comparison::run);
		out.println("| page | hook | µs CPU | ratio | bytes allocated | ratio |");
		out.println("|---|---|--:|--:|--:|--:|");
		for (Page page : Page.values()) {
			List<Comparison.Series> series = this.comparison.run(pages.get(page.ordinal()));
			Comparison.Series baseline = series.get(TemplateHook.NONE.ordinal());
			for (TemplateHook hook : HOOKS) {
				Comparison.Series own = series.get(hook.ordinal());
				out.printf(Locale.ROOT, "| %s | %s | %.1f | %.3f | %,.0f | %.3f |%n", page, hook,
						own.median(Usage::micros), own.medianRatio(Usage::micros, baseline), own.median(Usage::bytes),
						own.medianRatio(Usage::bytes, baseline));
			}
		}
	}

	private static List<Runnable> renderers(Page page) {
		return Arrays.stream(HOOKS).map((hook) -> renderer(new PageRenderer(hook, page))).toList();
	}

	private static Runnable renderer(PageRenderer renderer) {
		Writer writer = Writer.nullWriter();
		return () -> renderer.render(writer);
	}

}
