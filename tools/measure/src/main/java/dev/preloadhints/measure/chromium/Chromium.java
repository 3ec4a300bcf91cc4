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
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium of its own, with a new profile.
 */
public final class Chromium implements AutoCloseable {

	private static final Pattern ENDPOINT = Pattern.compile("DevTools listening on (ws://\\S+)");

	private final ChromiumProcess process;

	private final DevTools devTools;

	private Chromium(ChromiumProcess process, DevTools devTools) {
		this.process = process;
		this.devTools = devTools;
	}

	/**
	 * Start one.
	 * @param settings how to start it
	 * @return the browser, ready to be used
	 * @throws IOException if the program cannot be run, or does not start: with what it
	 * said
	 * @throws InterruptedException if the thread is interrupted while it starts
	 */
	public static Chromium start(ChromiumSettings settings) throws IOException, InterruptedException {
		ChromiumProcess process = ChromiumProcess.start(settings,
				List.of("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
						"--disable-extensions", "--no-proxy-server", "--mute-audio", "--window-size=1280,900",
						"--remote-debugging-port=0", "about:blank"));
		for (int i = 0; i < 300; i++) {
			boolean alive = process.isAlive();
			Matcher endpoint = ENDPOINT.matcher(process.output());
			if (endpoint.find()) {
				return new Chromium(process, new DevTools(URI.create(endpoint.group(1))));
			}
			if (!alive) {
				break;
			}
			Thread.sleep(100);
		}
		String output = process.output();
		process.close();
		throw new IOException(settings.program() + " does not start: " + output.strip());
	}

	/**
	 * Return what it says it is.
	 * @return its name and version
	 */
	public String version() {
		return this.devTools.call("Browser.getVersion", Map.of()).path("product").asString("").replace('/', ' ');
	}

	/**
	 * Open a tab that shares nothing with any other: no cache, cookies or connections.
	 * @return the tab, to be closed
	 */
	public Tab open() {
		return open(null);
	}

	/**
	 * Open a tab that shares nothing with any other: no cache, cookies or connections.
	 * @param proxy the URL of the proxy over which it reaches all servers, those of this
	 * machine too; {@code null} for none
	 * @return the tab, to be closed
	 */
	public Tab open(@Nullable String proxy) {
		Map<String, Object> parameters = new HashMap<>(Map.of("disposeOnDetach", true));
		if (proxy != null) {
			parameters.put("proxyServer", proxy);
			parameters.put("proxyBypassList", "<-loopback>");
		}
		String context = this.devTools.call("Target.createBrowserContext", parameters)
			.get("browserContextId")
			.asString();
		String target = this.devTools
			.call("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
			.get("targetId")
			.asString();
		String session = this.devTools.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
			.get("sessionId")
			.asString();
		return new Tab(this.devTools, context, target, session);
	}

	/**
	 * Look at a page with an empty cache.
	 * @param url the page
	 * @return what was seen
	 * @throws InterruptedException if the thread is interrupted meanwhile
	 * @throws PageFailedException if the page cannot be shown
	 */
	public Visit visit(String url) throws InterruptedException {
		try (Tab tab = open()) {
			return tab.visit(url);
		}
	}

	@Override
	public void close() {
		try (this.process) {
			this.devTools.call("Browser.close", Map.of());
		}
	}

}
