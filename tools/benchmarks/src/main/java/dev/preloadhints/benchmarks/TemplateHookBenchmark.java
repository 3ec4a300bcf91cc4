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

import java.io.Writer;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.preloadhints.link.Link;

/**
 * Time of one render for each hook and page, each in a JVM of its own. For a comparison
 * on a machine that also does other things see {@link TemplateHookComparison}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TemplateHookBenchmark {

	@Param({ "NONE", "PROCESSORS", "POST_PROCESSOR" })
	TemplateHook hook = TemplateHook.NONE;

	@Param({ "SMALL", "LARGE", "GALLERY", "ARTICLE" })
	Page page = Page.SMALL;

	private PageRenderer renderer = new PageRenderer(this.hook, this.page);

	private final Writer writer = Writer.nullWriter();

	@Setup
	public void createRenderer() {
		this.renderer = new PageRenderer(this.hook, this.page);
	}

	@Benchmark
	public List<Link> render() {
		return this.renderer.render(this.writer);
	}

}
