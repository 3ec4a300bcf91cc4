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

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tab with a cache of its own.
 */
public final class Tab implements AutoCloseable {

	/** Long enough for what follows the load event of most pages. */
	public static final Duration QUIET = Duration.ofMillis(50);

	private static final JsonMapper JSON = new JsonMapper();

	private static final int MAX_LOAD_SECONDS = 60;

	/**
	 * Waits until the page was painted, its fonts are there, and nothing has come for a
	 * while, then tells its timings.
	 */
	private static final String REPORT = """
			(async (quiet, links) => {
			  const until = performance.now() + 10000;
			  const sleep = millis => new Promise(done => setTimeout(done, millis));
			  const painted = () => performance.getEntriesByName('first-contentful-paint')[0];
			  let largest = -1;
			  new PerformanceObserver(list => list.getEntries().forEach(each => largest = each.startTime))
			    .observe({ type: 'largest-contentful-paint', buffered: true });
			  while (!painted() && performance.now() < until) await sleep(20);
			  await document.fonts.ready;
			  const progress = () => performance.getEntriesByType('resource').length + '/' + largest;
			  for (let before; before !== (before = progress()) && performance.now() < until;) await sleep(quiet);
			  const page = performance.getEntriesByType('navigation')[0];
			  const absolute = url => { try { return new URL(url, page.name).href } catch { return '' } };
			  const announced = new Set(links.flat().map(absolute));
			  return {
			    url: page.name,
			    status: page.responseStatus,
			    protocol: page.nextHopProtocol,
			    interim: page.firstInterimResponseStart || 0,
			    firstByte: page.finalResponseHeadersStart || page.responseStart,
			    paint: painted() ? painted().startTime : -1,
			    largestPaint: largest,
			    resources: performance.getEntriesByType('resource').map(each => ({
			      name: each.name, initiatorType: each.initiatorType, transferSize: each.transferSize,
			      startTime: each.startTime, responseEnd: each.responseEnd, announced: announced.has(each.name)
			    }))
			  };
			})(%d, %s)""";

	private final DevTools devTools;

	private final String context;

	private final String target;

	private final String session;

	private final List<String> console = new CopyOnWriteArrayList<>();

	private final Consumer<JsonNode> listener = this::onEvent;

	private volatile CountDownLatch loaded = new CountDownLatch(1);

	private volatile String links = "";

	private volatile @Nullable String failure;

	private volatile boolean withoutLinks;

	Tab(DevTools devTools, String context, String target, String session) {
		this.devTools = devTools;
		this.context = context;
		this.target = target;
		this.session = session;
		devTools.listen(this.listener);
		call("Page.enable", Map.of());
		call("Log.enable", Map.of());
		call("Runtime.enable", Map.of());
		call("Network.enable", Map.of());
	}

	/**
	 * Hold the response of every page for a moment, as soon as its header fields are
	 * there, and let it pass.
	 * @param withoutLinks whether its {@code Link} fields are taken out
	 */
	public void intercept(boolean withoutLinks) {
		this.withoutLinks = withoutLinks;
		call("Fetch.enable", Map.of("patterns",
				List.of(Map.of("urlPattern", "*", "resourceType", "Document", "requestStage", "Response"))));
	}

	/**
	 * Go somewhere and wait until it is there and painted.
	 * @param url the page
	 * @return what was seen
	 * @throws InterruptedException if the thread is interrupted meanwhile
	 * @throws PageFailedException if the page cannot be shown
	 */
	public Visit visit(String url) throws InterruptedException {
		return visit(url, QUIET);
	}

	/**
	 * Go somewhere and wait until it is there and painted.
	 * @param url the page
	 * @param quiet how long nothing must have been loaded and painted at the end
	 * @return what was seen
	 * @throws InterruptedException if the thread is interrupted meanwhile
	 * @throws PageFailedException if the page cannot be shown
	 */
	public Visit visit(String url, Duration quiet) throws InterruptedException {
		this.loaded = new CountDownLatch(1);
		this.links = "";
		JsonNode navigation = call("Page.navigate", Map.of("url", url));
		if (navigation.has("errorText")) {
			throw new PageFailedException(navigation.get("errorText").asString());
		}
		if (!this.loaded.await(MAX_LOAD_SECONDS, TimeUnit.SECONDS)) {
			throw new PageFailedException("not loaded within " + MAX_LOAD_SECONDS + " s");
		}
		String problem = this.failure;
		if (problem != null) {
			throw new PageFailedException(problem);
		}
		String expression = REPORT.formatted(quiet.toMillis(), JSON.writeValueAsString(LinkField.preloads(this.links)));
		JsonNode answer = call("Runtime.evaluate",
				Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
		if (answer.has("exceptionDetails")) {
			throw new PageFailedException(answer.get("exceptionDetails").toString());
		}
		return Visit.of(answer.get("result").get("value"));
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
			case "Network.responseReceived" -> onResponse(parameters);
			case "Fetch.requestPaused" -> onPaused(parameters);
			case "Log.entryAdded" -> this.console.add(parameters.path("entry").path("text").asString(""));
			case "Runtime.consoleAPICalled" -> this.console.add(parameters.path("args").toString());
			case "Runtime.exceptionThrown" -> this.console.add(parameters.path("exceptionDetails").toString());
			default -> {
			}
		}
	}

	private void onResponse(JsonNode response) {
		if (response.path("type").asString("").equals("Document")
				&& response.path("frameId").asString("").equals(this.target)) {
			response.path("response").path("headers").properties().forEach((field) -> {
				if (isLink(field.getKey())) {
					// Several fields come as lines of one.
					this.links = field.getValue().asString("").replace('\n', ',');
				}
			});
		}
	}

	private void onPaused(JsonNode paused) {
		Map<String, Object> parameters = new HashMap<>(Map.of("requestId", paused.get("requestId").asString()));
		String method = "Fetch.continueRequest";
		// Neither a redirect nor a failure, whose fields cannot be set.
		if (paused.path("responseStatusCode").asInt(0) / 100 != 3 && paused.has("responseHeaders")) {
			method = "Fetch.continueResponse";
			List<Map<String, String>> fields = new ArrayList<>();
			for (JsonNode field : paused.get("responseHeaders")) {
				String name = field.get("name").asString();
				if (!this.withoutLinks || !isLink(name)) {
					fields.add(Map.of("name", name, "value", field.get("value").asString()));
				}
			}
			parameters.put("responseCode", paused.get("responseStatusCode").asInt());
			parameters.put("responseHeaders", fields);
		}
		this.devTools.send(this.session, method, parameters, (answer) -> {
			if (answer.has("error")) {
				this.failure = answer.get("error").toString();
				this.loaded.countDown();
			}
		});
	}

	private static boolean isLink(String field) {
		return field.equalsIgnoreCase("Link");
	}

	@Override
	public void close() {
		this.devTools.forget(this.listener);
		this.devTools.call("Target.disposeBrowserContext", Map.of("browserContextId", this.context));
	}

}
