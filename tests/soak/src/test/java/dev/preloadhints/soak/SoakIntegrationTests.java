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

package dev.preloadhints.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.preloadhints.soak.shop.Fault;
import dev.preloadhints.soak.shop.ShopControlMXBean;
import dev.preloadhints.tests.http.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole sample under load for a while, with all that it is made of failing now and
 * then. How long is said by {@code soak.duration}, how much by {@code soak.rate} (visits
 * a second) and {@code soak.connections}.
 */
class SoakIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(SoakIntegrationTests.class);

	private static final Duration DURATION = Duration.parse(System.getProperty("soak.duration", "PT2M"));

	private static final double RATE = Double.parseDouble(System.getProperty("soak.rate", "200"));

	private static final int CONNECTIONS = Integer.getInteger("soak.connections", 16);

	private static final Path REPORT = Path.of("target", "soak-report.md");

	/** A page is silent for 64 renders, and remembers 16. */
	private static final int RENDERS_UNTIL_NOTHING_IS_LEFT = 85;

	private static final List<Vitals> vitals = new ArrayList<>();

	/** What was true before anything failed, and what is true after it. */
	private static final Map<Visit, Page> before = new LinkedHashMap<>();

	private static final Map<Visit, Page> after = new LinkedHashMap<>();

	private static final Map<Fault, Long> injected = new EnumMap<>(Fault.class);

	private static final Map<String, Long> errors = new LinkedHashMap<>();

	private static Reference reference;

	private static Judge judge;

	private static Load load;

	private static Shop shop;

	@BeforeAll
	static void soak() throws Exception {
		Shop.Ports ports = Shop.Ports.free();
		String thanks;
		try (Shop plain = Shop.withoutStarter(ports)) {
			reference = Reference.of(plain);
			thanks = thanks(plain);
		}
		shop = Shop.open(ports);
		judge = new Judge(reference);
		logger.info("{} answers to compare with", reference.visits().size());
		expect();
		learn(before);
		load = new Load(shop, reference, thanks, judge, CONNECTIONS, RATE);
		logger.info("{} of load", DURATION);
		run();
		learn(after);
		injected.putAll(shop.control().getInjected());
		errors.putAll(shop.control().getErrors());
		String report = SoakReport.of(DURATION, RATE, CONNECTIONS, load, judge, injected, errors, vitals, warm());
		Files.writeString(REPORT, report);
		logger.info("{}:\n\n{}", REPORT, report);
	}

	@AfterAll
	static void close() throws Exception {
		if (load != null) {
			load.close();
		}
		if (shop != null) {
			shop.close();
		}
	}

	/**
	 * The links of each page, once its style sheets and modules have been looked into.
	 */
	private static void expect() throws IOException, InterruptedException {
		try (ShopClient client = new ShopClient(Protocol.HTTP_2, shop.ports())) {
			client.ask(reference.visits(Kind.BOOK).get(0));
			for (Kind kind : EnumSet.of(Kind.PAGE, Kind.ERROR)) {
				for (Visit visit : reference.visits(kind)) {
					client.ask(visit);
				}
			}
			for (Visit visit : reference.visits()) {
				Answer answer = client.ask(visit);
				judge.expect(visit, answer);
				judge.judge(visit, Protocol.HTTP_2, answer, true);
			}
			judge.expect(Load.reservation(), client.ask(Load.reservation()));
			Visit thanks = Load.thanks(client.ask(Load.reservation()));
			judge.expect(thanks, client.ask(thanks));
		}
	}

	private static String thanks(Shop plain) throws IOException, InterruptedException {
		try (ShopClient client = new ShopClient(Protocol.HTTP_1_1_CLEARTEXT, plain.ports())) {
			return Load.text(client.ask(Load.thanks(client.ask(Load.reservation()))));
		}
	}

	/** Visit one page of each kind until nothing else is remembered, then once more. */
	private static void learn(Map<Visit, Page> learned) throws IOException, InterruptedException {
		Map<String, Visit> pages = new LinkedHashMap<>();
		for (Kind kind : EnumSet.of(Kind.PAGE, Kind.BOOK)) {
			reference.visits(kind).forEach((visit) -> pages.putIfAbsent(visit.page(), visit));
		}
		try (ShopClient client = new ShopClient(Protocol.HTTP_2_CLEARTEXT, shop.ports())) {
			for (Visit visit : pages.values()) {
				for (int i = 0; i < RENDERS_UNTIL_NOTHING_IS_LEFT; i++) {
					judge.judge(visit, Protocol.HTTP_2_CLEARTEXT, client.ask(visit), true);
				}
				Answer answer = client.ask(visit);
				learned.put(visit, new Page(Judge.hints(answer), answer.headers("Link")));
			}
		}
	}

	private static void run() throws Exception {
		long begin = System.nanoTime();
		long end = begin + DURATION.toNanos();
		long pause = DURATION.dividedBy(60).toMillis();
		ScheduledExecutorService doctor = Executors.newSingleThreadScheduledExecutor();
		Future<?> visits = doctor.scheduleWithFixedDelay(() -> {
			try {
				vitals.add(shop.vitals(Duration.ofNanos(System.nanoTime() - begin)));
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}, 0, pause, TimeUnit.MILLISECONDS);
		load.begin();
		while (System.nanoTime() < end) {
			for (Set<Fault> faults : weather()) {
				changeTo(faults);
				long rest = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
				Thread.sleep(Math.max(0, Math.min(rest, Math.min(30_000, DURATION.toMillis() / 30))));
			}
		}
		changeTo(Set.of());
		load.end();
		assertThat(visits.isDone()).as("somebody looked at the shop all the time").isFalse();
		doctor.shutdown();
		assertThat(doctor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
	}

	/** Nothing, then one after the other, nothing again, and all together. */
	private static List<Set<Fault>> weather() {
		List<Set<Fault>> weather = new ArrayList<>();
		for (Fault fault : Fault.values()) {
			if (weather.size() % 3 == 0) {
				weather.add(Set.of());
			}
			weather.add(Set.of(fault));
		}
		weather.add(Set.of());
		weather.add(EnumSet.allOf(Fault.class));
		return weather;
	}

	private static void changeTo(Set<Fault> faults) throws Exception {
		ShopControlMXBean control = shop.control();
		if (faults.isEmpty()) {
			load.calmDown(() -> control.setFaults(faults));
		}
		else {
			load.changeSeason(() -> control.setFaults(faults));
		}
	}

	/** Without what came before all was loaded, compiled and learned. */
	private static List<Vitals> warm() {
		return vitals.subList(vitals.size() / 6, vitals.size());
	}

	@Test
	void everyPageWasVisited() throws Exception {
		Set<String> patterns = shop.control().getPatterns();
		assertThat(patterns).hasSizeGreaterThan(8)
			.allSatisfy((pattern) -> assertThat(reference.visits())
				.anyMatch((visit) -> visit.path().split("\\?")[0].matches(pattern.replaceAll("\\{\\w+}", "[^/]+"))));
		for (Kind kind : Kind.values()) {
			assertThat(load.byKind().get(kind).sum()).as("%s", kind).isPositive();
		}
		assertThat(load.byProtocol().values()).allSatisfy((visits) -> assertThat(visits.sum()).isPositive());
	}

	/** Status, type, body, form of the links, hints of no other page. */
	@Test
	void everyAnswerIsWhatItIsWithoutTheStarter() {
		assertThat(judge.complaints()).isEmpty();
		assertThat(judge.compared()).isPositive();
		assertThat(judge.hinted()).isPositive();
	}

	@Test
	void logHasNoOtherErrorsThanThoseInjected() throws Exception {
		assertThat(shop.control().getTroubles()).isEmpty();
	}

	@Test
	void everyInjectedFailureIsCounted() {
		assertThat(injected.values()).allSatisfy((count) -> assertThat(count).isPositive());
		assertThat(errors.values().stream().mapToLong(Long::longValue).sum())
			.isEqualTo(injected.values().stream().mapToLong(Long::longValue).sum());
	}

	@Test
	void heapIsWhatItWas() {
		long first = Vitals.firstThird(warm(), Vitals::heap);
		assertThat(Vitals.lastThird(warm(), Vitals::heap)).isLessThan(first + first / 10 + 5 * 1024 * 1024);
	}

	/** The container has as many for requests as its visitors need at once. */
	@Test
	void threadsAreWhatTheyWere() {
		assertThat(Vitals.lastThird(warm(), Vitals::threads))
			.isLessThanOrEqualTo(Vitals.firstThird(warm(), Vitals::threads) + 2);
		assertThat(Vitals.lastThird(warm(), Vitals::workers))
			.isLessThanOrEqualTo(Vitals.firstThird(warm(), Vitals::workers) + CONNECTIONS);
	}

	@Test
	void everyPageIsHintedWhatItWasBeforeAnythingFailed() {
		assertThat(before).hasSizeGreaterThanOrEqualTo(8);
		assertThat(before.values()).allSatisfy((page) -> assertThat(page.hints()).isNotEmpty());
		assertThat(after).isEqualTo(before);
	}

	/**
	 * What a page tells a browser.
	 *
	 * @param hints the links of its 103
	 * @param links its {@code Link} fields
	 */
	private record Page(List<String> hints, List<String> links) {
	}

}
