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

package dev.preloadhints.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.preloadhints.tests.ProjectDirectory;

/**
 * A file of the documentation.
 *
 * @param path where it is, relative to the root of the project
 * @param lines its lines
 */
record Markdown(Path path, List<String> lines) {

	static final Path ROOT = ProjectDirectory.ROOT;

	private static final String FENCE = "```";

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]*]\\(([^()\\s]+)\\)");

	/** All Markdown files of the project. */
	static List<Markdown> all() {
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter((file) -> file.toString().endsWith(".md"))
				.filter((file) -> !file.toString().contains("/target/"))
				.sorted()
				.map(Markdown::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What users read: the snippets in there are held against the code. */
	static Stream<Markdown> forUsers() {
		return all().stream().filter((file) -> file.path.startsWith("docs") || file.path.equals(Path.of("README.md")));
	}

	static Markdown read(Path file) {
		try {
			return new Markdown(ROOT.relativize(file.toAbsolutePath().normalize()), Files.readAllLines(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The code blocks, in their order. */
	List<CodeBlock> blocks() {
		List<CodeBlock> blocks = new ArrayList<>();
		String language = null;
		int begin = 0;
		for (int i = 0; i < this.lines.size(); i++) {
			String line = this.lines.get(i).strip();
			if (language == null && line.startsWith(FENCE)) {
				language = line.substring(FENCE.length());
				begin = i + 1;
			}
			else if (language != null && line.equals(FENCE)) {
				blocks.add(new CodeBlock(this.path, begin, language, List.copyOf(this.lines.subList(begin, i))));
				language = null;
			}
		}
		if (language != null) {
			throw new IllegalStateException(this.path + ":" + begin + ": this block does not end");
		}
		return blocks;
	}

	/** The text, with empty lines in place of code blocks. */
	List<String> prose() {
		List<String> prose = new ArrayList<>(this.lines);
		for (CodeBlock block : blocks()) {
			for (int i = block.line() - 1; i <= block.line() + block.lines().size(); i++) {
				prose.set(i, "");
			}
		}
		return prose;
	}

	/** The targets of the links, without those on the web. */
	List<String> relativeLinks() {
		return prose().stream()
			.flatMap((line) -> LINK.matcher(line).results())
			.map((link) -> link.group(1))
			.filter((target) -> !target.matches("[a-z]+:.*"))
			.toList();
	}

	/** What links can point to within the file, as GitHub names headings. */
	Set<String> anchors() {
		Set<String> anchors = new LinkedHashSet<>();
		Map<String, Integer> seen = new HashMap<>();
		for (String line : prose()) {
			if (line.matches("#{1,6} .*")) {
				String anchor = line.replaceFirst("#+ ", "")
					.replaceAll("\\[([^\\[\\]]*)]\\([^()]*\\)", "$1")
					.toLowerCase(Locale.ROOT)
					.replaceAll("[^\\p{L}\\p{N}\\-_ ]", "")
					.replace(' ', '-');
				int times = seen.merge(anchor, 1, Integer::sum);
				anchors.add((times > 1) ? anchor + "-" + (times - 1) : anchor);
			}
		}
		return anchors;
	}

	/** What is set as code within the text. */
	Stream<String> code() {
		return prose().stream().flatMap((line) -> CODE.matcher(line).results()).map((code) -> code.group(1));
	}

	/**
	 * The rows of the tables below a heading, down to the next heading of any level.
	 * @param heading the text of the heading
	 * @return the cells of each row, without the rows that head a table
	 */
	List<List<String>> table(String heading) {
		List<List<String>> rows = new ArrayList<>();
		boolean inside = false;
		for (String line : prose()) {
			if (line.startsWith("#")) {
				inside = line.replaceFirst("#+ ", "").equals(heading);
			}
			else if (inside && line.startsWith("|")) {
				String[] cells = line.strip().replaceAll("^\\||\\|$", "").split("(?<!\\\\)\\|");
				List<String> row = Stream.of(cells).map((cell) -> cell.replace("\\|", "|").strip()).toList();
				if (row.get(0).matches("-+")) {
					rows.remove(rows.size() - 1);
				}
				else {
					rows.add(row);
				}
			}
		}
		return rows;
	}

	/** What is set as code within a cell. */
	static List<String> code(String cell) {
		return CODE.matcher(cell).results().map((code) -> code.group(1)).toList();
	}

	@Override
	public String toString() {
		return this.path.toString();
	}

}
