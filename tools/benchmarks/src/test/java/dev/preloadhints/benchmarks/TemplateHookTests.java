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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The benchmarks run, and compare what they say they compare.
 */
class TemplateHookTests {

	@ParameterizedTest
	@EnumSource
	void hooksLeaveThePageAsItIs(Page page) {
		String expected = render(TemplateHook.NONE, page);
		assertThat(render(TemplateHook.PROCESSORS, page)).isEqualTo(expected);
		assertThat(render(TemplateHook.POST_PROCESSOR, page)).isEqualTo(expected);
	}

	@ParameterizedTest
	@EnumSource
	void hooksFindTheSameLinks(Page page) {
		assertThat(new PageRenderer(TemplateHook.PROCESSORS, page).render(StringWriter.nullWriter())).hasSize(4)
			.isEqualTo(new PageRenderer(TemplateHook.POST_PROCESSOR, page).render(StringWriter.nullWriter()));
	}

	@ParameterizedTest
	@CsvSource({ "SMALL, 20, 1", "LARGE, 2000, 125", "GALLERY, 2000, 497" })
	void pagesHaveTheElementsThatTheyAreNamedFor(Page page, int elements, int images) {
		String html = render(TemplateHook.NONE, page);
		assertThat(Pattern.compile("<[a-z]").matcher(html).results()).hasSize(elements);
		assertThat(Pattern.compile("<img ").matcher(html).results()).hasSize(images);
	}

	@Test
	void benchmarkRuns() throws Exception {
		List<RunResult> results = List
			.copyOf(new Runner(new OptionsBuilder().include(TemplateHookBenchmark.class.getName())
				.forks(0)
				.warmupIterations(0)
				.measurementIterations(1)
				.measurementTime(TimeValue.milliseconds(1))
				.timeUnit(TimeUnit.MICROSECONDS)
				.shouldFailOnError(true)
				.verbosity(VerboseMode.SILENT)
				.build()).run());
		assertThat(results).hasSize(3 * Page.values().length);
	}

	@Test
	void comparisonRuns() {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		new TemplateHookComparison(1, 1).run(new PrintStream(output, true, StandardCharsets.UTF_8));
		assertThat(output.toString(StandardCharsets.UTF_8).lines())
			.hasSize(2 + Page.values().length * TemplateHook.values().length);
	}

	private static String render(TemplateHook hook, Page page) {
		StringWriter writer = new StringWriter();
		new PageRenderer(hook, page).render(writer);
		return writer.toString();
	}

}
