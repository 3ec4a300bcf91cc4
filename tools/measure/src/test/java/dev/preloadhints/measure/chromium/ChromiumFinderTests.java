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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChromiumFinderTests {

	@Test
	void linuxHasItOnThePath() {
		ChromiumFinder finder = new ChromiumFinder("Linux", "/home/ada",
				Map.of("PATH", "/usr/bin" + File.pathSeparator + "/snap/bin"));
		assertThat(finder.candidates()).contains(Path.of("/usr/bin/chromium"), Path.of("/snap/bin/chromium"),
				Path.of("/usr/bin/google-chrome-stable"), Path.of("/usr/bin/microsoft-edge"));
	}

	@Test
	void macHasItAmongItsApplications() {
		ChromiumFinder finder = new ChromiumFinder("Mac OS X", "/Users/ada", Map.of("PATH", "/opt/homebrew/bin"));
		assertThat(finder.candidates()).contains(
				Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
				Path.of("/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium"),
				Path.of("/opt/homebrew/bin/chromium"));
	}

	@Test
	void windowsHasItAmongItsPrograms() {
		ChromiumFinder finder = new ChromiumFinder("Windows 11", "C:/Users/Ada",
				Map.of("ProgramFiles", "/Program Files", "LocalAppData", "/Users/Ada/AppData/Local", "PATH", "/bin"));
		assertThat(finder.candidates())
			.contains(Path.of("/Program Files/Google/Chrome/Application/chrome.exe"),
					Path.of("/Program Files/Microsoft/Edge/Application/msedge.exe"),
					Path.of("/Users/Ada/AppData/Local/Chromium/Application/chrome.exe"))
			.doesNotContain(Path.of("/bin/chromium"));
	}

	@Test
	void nothingIsFoundWhereNothingIs(@TempDir Path directory) {
		assertThat(new ChromiumFinder("Linux", "/", Map.of("PATH", directory.toString())).find()).isEmpty();
		assertThat(new ChromiumFinder("Linux", "/", Map.of()).find()).isEmpty();
	}

	@Test
	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Every file is executable there")
	void onlyAProgramIsFound(@TempDir Path directory) throws IOException {
		ChromiumFinder finder = new ChromiumFinder("Linux", "/", Map.of("PATH", directory.toString()));
		Files.createDirectory(directory.resolve("chromium"));
		Path chrome = Files.createFile(directory.resolve("google-chrome"));
		assertThat(finder.find()).isEmpty();
		assertThat(chrome.toFile().setExecutable(true)).isTrue();
		assertThat(finder.find()).hasValue(chrome);
	}

}
