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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/**
 * A headless Chromium of its own, with a new profile.
 */
final class Chromium implements AutoCloseable {

	private final Path profile;

	private final Process process;

	private final DevTools devTools;

	private Chromium(Path profile, Process process, DevTools devTools) {
		this.profile = profile;
		this.process = process;
		this.devTools = devTools;
	}

	/** Start one that trusts a certificate, without which it uses no Early Hints. */
	static Chromium start(Certificate certificate) throws IOException, GeneralSecurityException, InterruptedException {
		Path program = Tools.require("chromium", List.of("chromium", "chromium-browser", "google-chrome"));
		Path profile = Files.createTempDirectory("preload-chromium");
		Process process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
				"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
				"--disable-extensions", "--disable-sync", "--no-first-run", "--no-proxy-server", "--mute-audio",
				"--window-size=1280,900", "--remote-debugging-port=0", "--user-data-dir=" + profile,
				"--ignore-certificate-errors-spki-list=" + certificate.publicKeyHash(), "about:blank")
			.redirectErrorStream(true)
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
	 */
	Tab open() {
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

	/** Look at a page with an empty cache. */
	Visit visit(String url) throws InterruptedException {
		try (Tab tab = open()) {
			return tab.visit(url);
		}
	}

	@Override
	public void close() throws IOException, InterruptedException {
		List<ProcessHandle> children = this.process.descendants().toList();
		this.devTools.call("Browser.close", Map.of());
		if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
			this.process.destroyForcibly();
		}
		children.forEach(ProcessHandle::destroyForcibly);
		this.process.waitFor(5, TimeUnit.SECONDS);
		FileSystemUtils.deleteRecursively(this.profile);
	}

}
