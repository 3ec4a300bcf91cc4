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

import java.nio.file.Path;
import java.util.List;

/**
 * A fenced code block.
 *
 * @param file the file that it is in, relative to the root of the project
 * @param line the line of its opening fence, counted from one
 * @param language what follows the fence
 * @param lines its content
 */
record CodeBlock(Path file, int line, String language, List<String> lines) {

	String text() {
		return String.join("\n", this.lines) + "\n";
	}

	@Override
	public String toString() {
		return this.file + ":" + this.line;
	}

}
