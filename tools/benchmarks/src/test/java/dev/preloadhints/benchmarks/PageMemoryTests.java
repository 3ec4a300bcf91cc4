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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The memory of a page is measured.
 */
public class PageMemoryTests {

	@Test
	void linksThatAreSharedTakeNoMemoryOfTheirOwn() {
		assertThat(PageMemory.bytesPerPage(2000, 8)).isBetween(100.0, PageMemory.bytesPerPage(2000, 0));
	}

	@Test
	void tableHasARowForEachShare() {
		assertThat(lines((out) -> PageMemory.run(out, 100))).hasSize(2 + 3);
	}

	/** What is printed, line by line. */
	public static List<String> lines(Consumer<PrintStream> print) {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		print.accept(new PrintStream(output, true, StandardCharsets.UTF_8));
		return output.toString(StandardCharsets.UTF_8).lines().toList();
	}

}
