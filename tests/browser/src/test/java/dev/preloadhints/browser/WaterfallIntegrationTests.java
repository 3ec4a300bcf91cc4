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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Tab;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import dev.preloadhints.sample.SampleApplication;
import dev.preloadhints.sample.https.HttpsAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample's page that shows what hints do, used as a visitor uses it. With
 * {@code -Dwaterfall.images=DIRECTORY} it leaves the pictures of the README there.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WaterfallIntegrationTests {

	private static final String IMAGES = System.getProperty("waterfall.images");

	/** For pictures, so many that the medians are steady. */
	private static final int ROUNDS = (IMAGES != null) ? 9 : 5;

	/**
	 * In milliseconds. A long way makes the gain larger than what a busy machine does to
	 * the times; for pictures it is that of the form.
	 */
	private static final int ROUND_TRIP = (IMAGES != null) ? 100 : 250;

	/** What the page shows, as far as it can be seen. */
	private static final String SHOWN = """
			(() => {
			  const shown = (each) => each.getClientRects().length > 0;
			  const all = (root, selector) => [...root.querySelectorAll(selector)].filter(shown);
			  return {
			    running: document.querySelector('#compare [type=submit]').disabled,
			    notice: all(document, '[data-notice]').map(each => each.textContent).join(),
			    scores: all(document, '.score').map(each => each.innerText),
			    charts: all(document, '.chart').map(chart => ({
			      name: chart.querySelector('figcaption').textContent,
			      bars: all(chart, '.row').filter(row => all(row, '.bar').some(bar => bar.offsetWidth > 0)).length,
			      marks: [...new Set(all(chart, '.mark').map(each => each.textContent))],
			      interim: all(chart, '.interim').length,
			      paint: Number(chart.querySelector('.line--fcp').textContent.replace('FCP ', '')),
			      largest: Number(chart.querySelector('.line--lcp').textContent.replace('LCP ', '')),
			    })),
			    rows: document.querySelectorAll('[data-table] tbody tr').length,
			    sent: [...document.querySelectorAll('[data-sent] pre')].map(each => each.textContent),
			    focus: document.activeElement.id,
			  };
			})()""";

	private Server shop;

	private Chromium chromium;

	private Tab tab;

	@BeforeAll
	void open(@TempDir Path directory) throws Exception {
		this.shop = Server.http(List.of(SampleApplication.class), "bookshop.https.directory=" + directory);
		KeyStore entries = KeyStore.getInstance(directory.resolve("localhost.p12").toFile(),
				Certificate.PASSWORD.toCharArray());
		this.chromium = Tools.chromium(new Certificate(directory, entries));
		this.tab = this.chromium.open();
	}

	@AfterAll
	void close() throws Exception {
		if (this.tab != null) {
			this.tab.close();
		}
		if (this.chromium != null) {
			this.chromium.close();
		}
		if (this.shop != null) {
			this.shop.close();
		}
	}

	@BeforeEach
	void enter() throws Exception {
		Visit visit = this.tab.visit(this.shop.context().getBean(HttpsAddress.class).url("/waterfall"));
		assertThat(visit.status()).isEqualTo(200);
		assertThat(visit.protocol()).isEqualTo("h2");
	}

	@Test
	void comparesThreeWaysToLoadAPage() throws Exception {
		int sooner = 0;
		List<String> paints = new ArrayList<>();
		for (int i = 0; i < 3 && sooner < 2; i++) {
			choose("HOME", 300, ROUND_TRIP, ROUNDS);
			press("#compare [type=submit]");
			JsonNode shown = untilDone();
			assertThat(shown.get("notice").asString()).isEmpty();
			assertThat(shown.get("focus").asString()).isEqualTo("results-title");
			assertThat(shown.get("scores")).hasSize(3)
				.noneMatch((score) -> score.asString().contains("not cold"))
				.allMatch((score) -> score.asString().contains(" ms"));
			assertThat(shown.get("rows").asInt()).isGreaterThan(10);
			JsonNode none = chart(shown, 0, "No hints");
			JsonNode header = chart(shown, 1, "Link header only");
			JsonNode early = chart(shown, 2, "Early Hints");
			assertThat(marks(none)).containsExactlyInAnyOrder("HTML", "page");
			assertThat(marks(header)).containsExactlyInAnyOrder("HTML", "header", "page");
			assertThat(marks(early)).containsExactlyInAnyOrder("HTML", "103", "header", "page");
			assertThat(none.get("interim").asInt() + header.get("interim").asInt()).isZero();
			assertThat(early.get("interim").asInt()).isOne();
			assertThat(sent(shown, 0)).isEqualTo("HTTP/2 103\nlink: (none)\n\nHTTP/2 200\nlink: (none)");
			assertThat(sent(shown, 1)).startsWith("HTTP/2 103\nlink: (none)\n")
				.contains("HTTP/2 200\nlink: </css/app-");
			assertThat(sent(shown, 2)).startsWith("HTTP/2 103\nlink: </css/app-");
			paints.add(early.get("paint") + " against " + none.get("paint"));
			sooner += (early.get("paint").asDouble() < none.get("paint").asDouble()) ? 1 : 0;
		}
		assertThat(sooner).as("comparisons won among " + paints).isEqualTo(2);
		assertThat(this.tab.console()).isEmpty();
		if (IMAGES != null) {
			picture("waterfall.png", "light");
			picture("waterfall-dark.png", "dark");
		}
	}

	@Test
	void everyPageOfTheFormCanBeCompared() throws Exception {
		for (JsonNode page : evaluate("[...document.querySelector('#page').options].map(each => each.value)")) {
			JsonNode shown = compare(page.asString(), 0);
			assertThat(shown.get("notice").asString()).as(page.asString()).isEmpty();
			assertThat(shown.get("charts")).as(page.asString())
				.allMatch((chart) -> chart.get("bars").asInt() >= 5 && chart.get("paint").asDouble() > 0);
		}
	}

	@Test
	void blockedWindowIsExplained() throws Exception {
		evaluate("window.open = () => null");
		assertThat(compare("HOME", 0).get("notice").asString()).contains("blocked", "Allow pop-ups");
	}

	@Test
	void closedWindowEndsTheRuns() throws Exception {
		evaluate("""
				(() => {
				  const open = window.open;
				  window.open = (...all) => {
				    const opened = open(...all);
				    setTimeout(() => opened.close(), 1500);
				    return opened;
				  };
				})()""");
		assertThat(compare("HOME", 3000).get("notice").asString()).contains("closed before the runs were done");
	}

	@Test
	void runsCanBeStopped() throws Exception {
		choose("HOME", 3000, 20, 1);
		press("#compare [type=submit]");
		press("[data-stop]");
		assertThat(untilDone().get("notice").asString()).isEqualTo("Stopped.");
		assertThat(compare("ABOUT", 0).get("notice").asString()).isEmpty();
	}

	private static JsonNode chart(JsonNode shown, int index, String name) {
		JsonNode chart = shown.get("charts").get(index);
		assertThat(chart.get("name").asString()).isEqualTo(name);
		assertThat(chart.get("bars").asInt()).as("bars of " + name).isGreaterThanOrEqualTo(8);
		assertThat(chart.get("paint").asDouble()).as("paint of " + name).isGreaterThan(300);
		assertThat(chart.get("largest").asDouble()).isGreaterThanOrEqualTo(chart.get("paint").asDouble());
		return chart;
	}

	/**
	 * Without the empty one of what was fetched with another variant alone, such as a
	 * lazy image that came too late.
	 */
	private static List<String> marks(JsonNode chart) {
		return chart.get("marks").valueStream().map(JsonNode::asString).filter((mark) -> !mark.isEmpty()).toList();
	}

	private static String sent(JsonNode shown, int index) {
		return shown.get("sent").get(index).asString();
	}

	private JsonNode compare(String page, int think) throws InterruptedException {
		choose(page, think, 20, 1);
		press("#compare [type=submit]");
		return untilDone();
	}

	private void choose(String page, int think, int roundTrip, int rounds) {
		evaluate("""
				(() => {
				  const { page, think, roundTrip, rounds } = document.getElementById('compare').elements;
				  [page.value, think.value, roundTrip.value, rounds.value] = ['%s', '%d', '%d', '%d'];
				})()""".formatted(page, think, roundTrip, rounds));
	}

	private JsonNode untilDone() throws InterruptedException {
		for (int i = 0; i < 1200; i++) {
			JsonNode shown = evaluate(SHOWN);
			if (!shown.get("running").asBoolean()) {
				return shown;
			}
			Thread.sleep(200);
		}
		throw new IllegalStateException("Still comparing");
	}

	/** Press a button with the keyboard, which lets the page open its window. */
	private void press(String selector) {
		evaluate("document.querySelector('" + selector + "').focus()");
		this.tab.call("Input.dispatchKeyEvent",
				Map.of("type", "keyDown", "key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13, "text", "\r"));
		this.tab.call("Input.dispatchKeyEvent",
				Map.of("type", "keyUp", "key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13));
	}

	private JsonNode evaluate(String expression) {
		JsonNode answer = this.tab.call("Runtime.evaluate",
				Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
		assertThat(answer.path("exceptionDetails").toString()).isEmpty();
		return answer.get("result").path("value");
	}

	private void picture(String name, String scheme) throws IOException {
		this.tab.call("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
		JsonNode area = evaluate("""
				(() => {
				  const title = document.querySelector('[data-title]').getBoundingClientRect();
				  const charts = document.querySelector('[data-charts]').getBoundingClientRect();
				  return { x: charts.left - 24, y: scrollY + title.top - 24, width: charts.width + 48,
				    height: charts.bottom - title.top + 32, scale: 1 };
				})()""");
		JsonNode picture = this.tab.call("Page.captureScreenshot",
				Map.of("format", "png", "captureBeyondViewport", true, "clip", area));
		Files.write(Files.createDirectories(Path.of(IMAGES)).resolve(name),
				Base64.getDecoder().decode(picture.get("data").asString()));
	}

}
