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

package dev.preloadhints.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of text under a head.
 *
 * @param head the names of the columns
 * @param rows the rows, as long as the head
 */
record Table(List<String> head, List<List<String>> rows) {

	/** With columns that are as wide as they have to be, for a terminal. */
	String text() {
		List<List<String>> lines = new ArrayList<>(List.of(this.head));
		lines.addAll(this.rows);
		List<Integer> widths = new ArrayList<>();
		for (int i = 0; i < this.head.size(); i++) {
			int column = i;
			widths.add(lines.stream().mapToInt((line) -> line.get(column).length()).max().orElse(0));
		}
		StringBuilder result = new StringBuilder();
		for (List<String> line : lines) {
			StringBuilder padded = new StringBuilder();
			for (int i = 0; i < line.size(); i++) {
				padded.append(line.get(i)).append(" ".repeat(widths.get(i) - line.get(i).length() + 2));
			}
			result.append(padded.toString().stripTrailing()).append('\n');
		}
		return result.toString();
	}

	/** As GitHub and others show it. */
	String markdown() {
		return line(this.head) + line(Collections.nCopies(this.head.size(), "---"))
				+ this.rows.stream().map(Table::line).collect(Collectors.joining());
	}

	private static String line(List<String> cells) {
		return cells.stream().map((cell) -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
	}

}
