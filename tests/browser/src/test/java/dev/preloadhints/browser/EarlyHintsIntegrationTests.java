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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.preloadhints.measure.chromium.Chromium;
import dev.preloadhints.measure.chromium.Tab;
import dev.preloadhints.measure.chromium.Visit;
import dev.preloadhints.network.Certificate;
import dev.preloadhints.network.Conditions;
import dev.preloadhints.network.SlowLink;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Request;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample's pages in Chromium, each time with an empty cache, after they were learned.
 */
@TestInstance(Lifecycle.PER_CLASS)
class EarlyHintsIntegrationTests {

	private static final String THANKS = "/reservations/thanks";

	private static final List<String> PAGES = List.of("/", "/books", "/books/after-the-orchard", "/search",
			"/search?q=owls", "/reading-list", "/reservations/new", THANKS, "/about");

	/**
	 * Not an unknown book: that is the same page as a known one, and may get its hints.
	 */
	private static final List<String> ERROR_PAGES = List.of("/nowhere", "/broken", "/broken/template");

	/** Chromium waits 3 seconds after a page was loaded. */
	private static final Duration UNTIL_WARNING = Duration.ofSeconds(5);

	/** From the third on, a page has Early Hints. */
	private static final int RENDERS = 2;

	private final Set<String> learned = new HashSet<>();

	private Certificate certificate;

	private Chromium chromium;

	private Server shop;

	@BeforeAll
	void open() throws Exception {
		this.certificate = Certificate.create();
		this.chromium = Tools.chromium(this.certificate);
		this.shop = shop();
	}

	@AfterAll
	void close() throws Exception {
		if (this.chromium != null) {
			this.chromium.close();
		}
		if (this.shop != null) {
			this.shop.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/books", "/books/after-the-orchard", "/search", "/search?q=owls", "/reading-list",
			"/reservations/new", THANKS, "/about" })
	void everyHintIsUsedAndNothingIsFetchedTwice(String page) throws Exception {
		learn(page);
		List<Visit> visits = new ArrayList<>();
		int used = 0;
		for (int i = 0; i < Tools.MAX_VISITS && used < 3; i++) {
			try (Tab tab = enter(page)) {
				this.shop.forget();
				Visit visit = tab.visit(this.shop.url(page));
				visits.add(visit);
				assertThat(visit.status()).isEqualTo(200);
				assertThat(visit.protocol()).isEqualTo("h2");
				assertThat(this.shop.hints().last()).as("hints").hasSizeGreaterThanOrEqualTo(4);
				assertThat(this.shop.requests().repeated()).as("fetched twice").isEmpty();
				used += visit.tookEarly(this.shop.hints().last()) ? 1 : 0;
			}
		}
		assertThat(used).as("visits that used all of " + this.shop.hints().last() + " among " + visits).isEqualTo(3);
	}

	@Test
	void errorPagesAreNotHintedAndFetchNothingTwice() throws Exception {
		for (String page : ERROR_PAGES) {
			learn(page);
			this.shop.forget();
			Visit visit = this.chromium.visit(this.shop.url(page));
			assertThat(visit.status()).as(page).isGreaterThanOrEqualTo(400);
			assertThat(visit.interim()).as(page).isZero();
			assertThat(this.shop.requests().repeated()).as(page).isEmpty();
		}
	}

	@Test
	void noPageWarnsOfUnusedPreloads() throws Exception {
		List<String> pages = new ArrayList<>(PAGES);
		pages.addAll(ERROR_PAGES);
		List<Tab> tabs = new ArrayList<>();
		for (String page : pages) {
			learn(page);
			Tab tab = enter(page);
			tabs.add(tab);
			this.shop.forget();
			tab.visit(this.shop.url(page));
			assertThat(this.shop.hints().last().isEmpty()).as(page).isEqualTo(ERROR_PAGES.contains(page));
		}
		Thread.sleep(UNTIL_WARNING.toMillis());
		for (int i = 0; i < tabs.size(); i++) {
			try (Tab tab = tabs.get(i)) {
				assertThat(tab.console()).as(pages.get(i)).noneMatch((line) -> line.contains("preload"));
				if (!ERROR_PAGES.contains(pages.get(i))) {
					assertThat(tab.console()).as(pages.get(i)).isEmpty();
				}
			}
		}
	}

	@Test
	void warningWouldHaveBeenSeen() throws Exception {
		try (Server other = shop("preload.pages.links[0].pages=/about", "preload.pages.links[0].href=/css/form.css",
				"preload.pages.links[0].as=style"); Tab tab = this.chromium.open()) {
			tab.visit(other.url("/about"));
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(tab.console())
					.anyMatch((line) -> line.contains("preload") && line.contains("/css/form-")));
		}
	}

	@Test
	void slowPageIsPaintedEarlierThanWithout() throws Exception {
		Conditions conditions = new Conditions(Duration.ofMillis(100), 10_000_000);
		try (Server without = shop("preload.early-hints.enabled=false");
				SlowLink toShop = new SlowLink(this.shop.port(), conditions);
				SlowLink toOther = new SlowLink(without.port(), conditions)) {
			learn("/");
			this.chromium.visit(without.url("/"));
			double[] early = new double[7];
			double[] late = new double[early.length];
			for (int i = 0; i < early.length; i++) {
				late[i] = this.chromium.visit(toOther.url("/?think=300")).paint();
				early[i] = this.chromium.visit(toShop.url("/?think=300")).paint();
			}
			assertThat(early).doesNotContain(-1);
			// What else the machine does makes a visit longer, and never shorter.
			assertThat(Arrays.stream(early).min().getAsDouble())
				.as(Arrays.toString(early) + " against " + Arrays.toString(late))
				.isLessThan(Arrays.stream(late).min().getAsDouble());
		}
	}

	private Server shop(String... properties) {
		return Server.https(this.certificate, List.of(Bookshop.class, StaticResourcesWithoutVary.class), properties);
	}

	private void learn(String page) throws Exception {
		if (this.learned.add(page)) {
			for (int i = 0; i < RENDERS; i++) {
				try (Tab tab = enter(page)) {
					tab.visit(this.shop.url(page));
				}
			}
		}
	}

	/** A new tab, from which the page can be seen. */
	private Tab enter(String page) throws Exception {
		Tab tab = this.chromium.open();
		if (page.equals(THANKS)) {
			tab.cookie("JSESSIONID", reserve(), this.shop.url("/"));
		}
		return tab;
	}

	/** Reserve a book and tell the session that will be thanked. */
	private String reserve() throws Exception {
		Request request = Request.post("/reservations", "application/x-www-form-urlencoded",
				"book=after-the-orchard&name=Ada&email=ada@example.org&copies=2");
		try (HttpTestClient client = HttpTestClient.tls(this.shop.port(), this.certificate.trust())) {
			Answer answer = client.send(request);
			assertThat(answer.header("Location"))
				.hasValueSatisfying((location) -> assertThat(location).endsWith(THANKS));
			String cookie = answer.header("Set-Cookie").orElseThrow();
			return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
		}
	}

}
