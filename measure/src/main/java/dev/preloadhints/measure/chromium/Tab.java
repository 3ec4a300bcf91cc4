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

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

/**
 * A tab with a cache of its own.
 */
public final class Tab implements AutoCloseable {

	/**
	 * Waits until the page was painted and its fonts are there, then tells its timings.
	 */
	private static final String REPORT = """
			(async () => {
			  const until = performance.now() + 5000;
			  const painted = () => performance.getEntriesByName('first-contentful-paint')[0];
			  while (!painted() && performance.now() < until) await new Promise(done => setTimeout(done, 20));
			  await document.fonts.ready;
			  await new Promise(done => setTimeout(done, 50));
			  const page = performance.getEntriesByType('navigation')[0];
			  return {
			    status: page.responseStatus,
			    protocol: page.nextHopProtocol,
			    interim: page.firstInterimResponseStart || 0,
			    paint: painted() ? painted().startTime : -1,
			    resources: performance.getEntriesByType('resource').map(each => [each.name, each.initiatorType])
			  };
			})()""";

	private final DevTools devTools;

	private final String context;

	private final String session;

	private final List<String> console = new CopyOnWriteArrayList<>();

	private final Consumer<JsonNode> listener = this::onEvent;

	private volatile CountDownLatch loaded = new CountDownLatch(1);

	Tab(DevTools devTools, String context, String session) {
		this.devTools = devTools;
		this.context = context;
		this.session = session;
		devTools.listen(this.listener);
		call("Page.enable", Map.of());
		call("Log.enable", Map.of());
		call("Runtime.enable", Map.of());
	}

	/**
	 * Go somewhere and wait until it is there and painted.
	 * @param url the page
	 * @return what was seen
	 * @throws InterruptedException if the thread is interrupted meanwhile
	 * @throws IllegalStateException if the page is not there, or not within 30 seconds
	 */
	public Visit visit(String url) throws InterruptedException {
		this.loaded = new CountDownLatch(1);
		JsonNode navigation = call("Page.navigate", Map.of("url", url));
		if (navigation.has("errorText")) {
			throw new IllegalStateException(url + ": " + navigation.get("errorText"));
		}
		if (!this.loaded.await(30, TimeUnit.SECONDS)) {
			throw new IllegalStateException("Not loaded: " + url);
		}
		JsonNode answer = call("Runtime.evaluate",
				Map.of("expression", REPORT, "awaitPromise", true, "returnByValue", true));
		return Visit.of(url, answer.get("result").get("value"));
	}

	/**
	 * Set a cookie.
	 * @param name its name
	 * @param value its value
	 * @param url any URL that it is for
	 */
	public void cookie(String name, String value, String url) {
		call("Network.setCookie", Map.of("name", name, "value", value, "url", url));
	}

	/**
	 * Return what the console has shown until now.
	 * @return its messages
	 */
	public List<String> console() {
		return List.copyOf(this.console);
	}

	/**
	 * Give the browser a command for this tab.
	 * @param method its name in the Chrome DevTools Protocol, such as
	 * {@code Runtime.evaluate}
	 * @param parameters its parameters
	 * @return its result
	 */
	public JsonNode call(String method, Map<String, ?> parameters) {
		return this.devTools.call(this.session, method, parameters);
	}

	private void onEvent(JsonNode event) {
		if (!this.session.equals(event.path("sessionId").asString(""))) {
			return;
		}
		JsonNode parameters = event.path("params");
		switch (event.path("method").asString("")) {
			case "Page.loadEventFired" -> this.loaded.countDown();
			case "Log.entryAdded" -> this.console.add(parameters.path("entry").path("text").asString(""));
			case "Runtime.consoleAPICalled" -> this.console.add(parameters.path("args").toString());
			case "Runtime.exceptionThrown" -> this.console.add(parameters.path("exceptionDetails").toString());
			default -> {
			}
		}
	}

	@Override
	public void close() {
		this.devTools.forget(this.listener);
		this.devTools.call("Target.disposeBrowserContext", Map.of("browserContextId", this.context));
	}

}
