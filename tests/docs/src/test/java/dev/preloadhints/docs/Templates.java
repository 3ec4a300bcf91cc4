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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.FileSystemUtils;

/**
 * The HTML snippets, as templates of an application. A comment on the first line, such as
 * {@code <!-- layout.html -->}, gives one a name, under which others find it.
 */
final class Templates {

	private static final Pattern NAME = Pattern.compile("<!-- ([a-z-]+)\\.html -->");

	private static final Path DIRECTORY = Path.of("target", "snippets").toAbsolutePath();

	/** What makes an application find them. */
	static final String PROPERTY = "spring.thymeleaf.prefix";

	private static final List<Template> ALL = read();

	private Templates() {
	}

	static List<Template> all() {
		return ALL;
	}

	/** The value of the property. */
	static String prefix() {
		return DIRECTORY.toUri().toString();
	}

	/** The name of the only template with a certain text in it. */
	static String containing(String text) {
		List<Template> templates = ALL.stream().filter((each) -> each.block().text().contains(text)).toList();
		if (templates.size() != 1) {
			throw new IllegalStateException("One HTML snippet should have '" + text + "' in it: " + templates);
		}
		return templates.get(0).view();
	}

	private static List<Template> read() {
		List<Template> templates = new ArrayList<>();
		Markdown.forUsers().map(Markdown::blocks).forEach((blocks) -> {
			for (int i = 0; i < blocks.size(); i++) {
				if (blocks.get(i).language().equals("html")) {
					boolean claimed = i + 1 < blocks.size() && blocks.get(i + 1).language().equals("http");
					templates.add(new Template(blocks.get(i), claimed ? blocks.get(i + 1) : null));
				}
			}
		});
		try {
			FileSystemUtils.deleteRecursively(DIRECTORY);
			Files.createDirectories(DIRECTORY);
			for (Template template : templates) {
				Path file = Files.createFile(DIRECTORY.resolve(template.view() + ".html"));
				Files.writeString(file, template.block().text());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return List.copyOf(templates);
	}

	/**
	 * One of them.
	 *
	 * @param block the snippet
	 * @param header the snippet of language {@code http} that follows it: the header that
	 * the documentation claims for the page; {@code null} if it claims none
	 */
	record Template(CodeBlock block, CodeBlock header) {

		String view() {
			Matcher name = NAME.matcher(this.block.lines().get(0));
			return name.matches() ? name.group(1) : this.block.file().getFileName() + "-" + this.block.line();
		}

		@Override
		public String toString() {
			return this.block.toString();
		}

	}

}
