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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium of its own, with a new profile.
 */
public final class Chromium implements AutoCloseable {

	private final Path profile;

	private final Process process;

	private final DevTools devTools;

	private Chromium(Path profile, Process process, DevTools devTools) {
		this.profile = profile;
		this.process = process;
		this.devTools = devTools;
	}

	/**
	 * Start one.
	 * @param settings how to start it
	 * @return the browser, ready to be used
	 * @throws IOException if the program cannot be run
	 * @throws InterruptedException if the thread is interrupted while it starts
	 * @throws IllegalStateException if it does not start, with what it said
	 */
	public static Chromium start(ChromiumSettings settings) throws IOException, InterruptedException {
		Path profile = Files.createTempDirectory("preload-chromium");
		List<String> command = new ArrayList<>(List.of(settings.program().toString(), "--headless=new", "--disable-gpu",
				"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
				"--disable-extensions", "--disable-sync", "--no-first-run", "--no-proxy-server", "--mute-audio",
				"--window-size=1280,900", "--remote-debugging-port=0", "--user-data-dir=" + profile));
		if (!settings.sandbox()) {
			command.add("--no-sandbox");
		}
		if (!settings.trustedKeys().isEmpty()) {
			command.add("--ignore-certificate-errors-spki-list=" + String.join(",", settings.trustedKeys()));
		}
		command.add("about:blank");
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(profile.resolve("output.log").toFile())
			.start();
		Path port = profile.resolve("DevToolsActivePort");
		for (int i = 0; i < 300; i++) {
			List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
			if (lines.size() >= 2) {
				URI endpoint = URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
				return new Chromium(profile, process, new DevTools(endpoint));
			}
			if (!process.isAlive()) {
				break;
			}
			Thread.sleep(100);
		}
		process.destroyForcibly();
		throw new IllegalStateException("Chromium: " + Files.readString(profile.resolve("output.log")));
	}

	/**
	 * Open a tab that shares nothing with any other: no cache, cookies or connections.
	 * @return the tab, to be closed
	 */
	public Tab open() {
		String context = this.devTools.call("Target.createBrowserContext", Map.of("disposeOnDetach", true))
			.get("browserContextId")
			.asString();
		String target = this.devTools
			.call("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
			.get("targetId")
			.asString();
		String session = this.devTools.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
			.get("sessionId")
			.asString();
		return new Tab(this.devTools, context, session);
	}

	/**
	 * Look at a page with an empty cache.
	 * @param url the page
	 * @return what was seen
	 * @throws InterruptedException if the thread is interrupted meanwhile
	 */
	public Visit visit(String url) throws InterruptedException {
		try (Tab tab = open()) {
			return tab.visit(url);
		}
	}

	@Override
	public void close() throws IOException {
		List<ProcessHandle> children = this.process.descendants().toList();
		try {
			this.devTools.call("Browser.close", Map.of());
			if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
			children.forEach(ProcessHandle::destroyForcibly);
			this.process.waitFor(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			children.forEach(ProcessHandle::destroyForcibly);
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		delete(this.profile);
	}

	private static void delete(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
	}

}
