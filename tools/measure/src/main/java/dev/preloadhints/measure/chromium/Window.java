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

package dev.preloadhints.measure.chromium;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Chromium for a person, with a new profile.
 */
public final class Window implements AutoCloseable {

	private static final int MAX_LINES = 5;

	private final ChromiumProcess process;

	private Window(ChromiumProcess process) {
		this.process = process;
	}

	/**
	 * Open a window.
	 * @param settings how to start the browser
	 * @param headless whether nobody can see it
	 * @param url the page to begin with
	 * @return the window
	 * @throws IOException if the program cannot be run
	 */
	public static Window open(ChromiumSettings settings, boolean headless, String url) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("--new-window"));
		if (headless) {
			arguments.addAll(List.of("--headless=new", "--disable-gpu", "--disable-dev-shm-usage"));
		}
		arguments.add(url);
		return new Window(ChromiumProcess.start(settings, arguments));
	}

	/**
	 * Wait until it is closed.
	 * @return why it was not a person who closed it: its exit code and its last words
	 * @throws IOException if those cannot be read
	 * @throws InterruptedException if the thread is interrupted meanwhile
	 */
	public Optional<String> await() throws IOException, InterruptedException {
		int code = this.process.waitFor();
		if (code == 0 || this.process.killed()) {
			return Optional.empty();
		}
		List<String> lines = this.process.output().lines().toList();
		return Optional.of("exit code " + code + "\n"
				+ String.join("\n", lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size())));
	}

	@Override
	public void close() {
		this.process.end();
	}

}
