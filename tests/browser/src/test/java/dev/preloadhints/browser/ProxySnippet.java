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

package dev.preloadhints.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.preloadhints.tests.ProjectDirectory;

/**
 * A proxy's configuration as the documentation shows it.
 */
final class ProxySnippet {

	private static final Pattern APPLICATION = Pattern.compile("127\\.0\\.0\\.1:8\\d+");

	private ProxySnippet() {
	}

	/**
	 * The only code block of a language.
	 * @param language as it is named behind the fence
	 * @param application port to put in place of the documentation's
	 */
	static String of(String language, int application) throws IOException {
		String text = Files.readString(ProjectDirectory.file("docs", "early-hints.md"));
		Matcher block = Pattern.compile("(?ms)^```" + language + "$(.*?)^```$").matcher(text);
		if (!block.find()) {
			throw new IllegalStateException("docs/early-hints.md has no block of " + language);
		}
		String snippet = block.group(1);
		if (block.find() || !APPLICATION.matcher(snippet).find()) {
			throw new IllegalStateException("docs/early-hints.md needs one block of " + language
					+ ", with an application at 127.0.0.1:8080 or the like");
		}
		return APPLICATION.matcher(snippet).replaceAll("127.0.0.1:" + application);
	}

}
