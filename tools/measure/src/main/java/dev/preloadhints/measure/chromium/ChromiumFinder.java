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

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds an installed Chromium, or a browser that is made from it: in the usual places of
 * macOS and Windows, and on the path.
 */
public final class ChromiumFinder {

	private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable", "microsoft-edge", "microsoft-edge-stable");

	private static final List<String> MAC_PROGRAMS = List.of("Chromium.app/Contents/MacOS/Chromium",
			"Google Chrome.app/Contents/MacOS/Google Chrome", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge");

	private static final List<String> WINDOWS_PROGRAMS = List.of("Chromium/Application/chrome.exe",
			"Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe");

	private static final List<String> WINDOWS_VARIABLES = List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData");

	private final String system;

	private final String home;

	private final Map<String, String> environment;

	/** Look on this machine. */
	public ChromiumFinder() {
		this(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
	}

	ChromiumFinder(String system, String home, Map<String, String> environment) {
		this.system = system.toLowerCase(Locale.ROOT);
		this.home = home;
		this.environment = environment;
	}

	/**
	 * Return the first that is there.
	 * @return the executable
	 */
	public Optional<Path> find() {
		return candidates().stream().filter(Files::isRegularFile).filter(Files::isExecutable).findFirst();
	}

	/**
	 * Return where it looks.
	 * @return executables, best first
	 */
	List<Path> candidates() {
		List<Path> result = new ArrayList<>();
		if (this.system.startsWith("windows")) {
			for (String program : WINDOWS_PROGRAMS) {
				WINDOWS_VARIABLES.stream()
					.map(this.environment::get)
					.filter((directory) -> directory != null && !directory.isEmpty())
					.forEach((directory) -> result.add(Path.of(directory, program)));
			}
			return result;
		}
		if (this.system.startsWith("mac")) {
			for (String program : MAC_PROGRAMS) {
				result.add(Path.of("/Applications", program));
				result.add(Path.of(this.home, "Applications", program));
			}
		}
		String[] directories = this.environment.getOrDefault("PATH", "").split(File.pathSeparator, -1);
		for (String program : PROGRAMS) {
			for (String directory : directories) {
				if (!directory.isEmpty()) {
					result.add(Path.of(directory, program));
				}
			}
		}
		return result;
	}

}
