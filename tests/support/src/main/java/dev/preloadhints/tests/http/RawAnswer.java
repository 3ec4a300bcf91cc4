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

package dev.preloadhints.tests.http;

import java.util.List;

/**
 * What a server answered over HTTP/1.1, as it came.
 *
 * @param text all bytes, as characters of ISO 8859-1
 */
public record RawAnswer(String text) {

	/**
	 * The lines before the first empty one.
	 * @return status line and header fields
	 */
	public List<String> head() {
		return List.of(this.text.substring(0, end()).split("\r\n"));
	}

	/**
	 * What follows the first empty line.
	 * @return the rest
	 */
	public String body() {
		return this.text.substring(end() + 4);
	}

	private int end() {
		int end = this.text.indexOf("\r\n\r\n");
		if (end < 0) {
			throw new AssertionError("No empty line in what came: " + this.text);
		}
		return end;
	}

}
