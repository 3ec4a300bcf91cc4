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

package dev.preloadhints.actuate;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.PageKey;
import dev.preloadhints.asset.Asset;
import dev.preloadhints.asset.Freshness;
import dev.preloadhints.asset.MvcPaths;
import dev.preloadhints.asset.Vary;
import dev.preloadhints.event.EarlyHintsOutcome;
import dev.preloadhints.event.EarlyHintsReport;
import dev.preloadhints.event.PageReport;
import dev.preloadhints.event.PredictionReport;
import dev.preloadhints.link.ContextPath;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.page.InMemoryPageStore;
import dev.preloadhints.page.PageHistory;
import dev.preloadhints.page.PageStore;
import dev.preloadhints.page.Render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PreloadEndpoint}: what it makes of what it was told.
 */
class PreloadEndpointTests {

	private static final PageKey BOOK = new PageKey("BookController#book", "/books/{slug}", "");

	private static final PageKey HOME = new PageKey("HomeController#home", "/", "de");

	private static final Link STYLE = Link.preload("/shop/css/app.css", Destination.STYLE).build();

	private static final Link SCRIPT = Link.preload("/shop/js/app.js", Destination.SCRIPT).build();

	private static final Link FONT = Link.preload("/shop/fonts/text.woff2", Destination.FONT).build();

	private static final Link PRIVATE = Link.preload("/shop/me.css?user=alice", Destination.STYLE).build();

	/** For each request. */
	private static final long MAX_BYTES = 300;

	private final InMemoryPageStore store = new InMemoryPageStore(10, 100_000, Duration.ofDays(1));

	private final PageJournal journal = new PageJournal(this.store, 10, Duration.ofDays(1),
			Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC));

	private final PreloadEndpoint endpoint = new PreloadEndpoint(this.journal, this.store, 2,
			(link, contextPath) -> (link.equals(STYLE) && contextPath.equals("/shop"))
					? new Asset(true, 5123, Freshness.FRESH, Vary.NOTHING) : null,
			new MvcPaths(() -> List.of("/mvc/*")));

	@Test
	void knowsNoPageAtFirst() {
		assertThat(this.endpoint.pages(null).pages()).isEmpty();
		assertThat(this.endpoint.page("books-slug-2f5cc2cf")).isNull();
	}

	@Test
	void countsWhatBecameOfAPage() {
		render(BOOK, STYLE, SCRIPT);
		decide(BOOK, EarlyHintsOutcome.UNLEARNED);
		decide(BOOK, EarlyHintsOutcome.SENT, STYLE);
		decide(BOOK, EarlyHintsOutcome.SENT, STYLE);
		decide(BOOK, EarlyHintsOutcome.NOT_NAVIGATION);
		this.journal.predictionChecked(new PredictionReport(BOOK, 3, 2, 1, new Omissions()));
		assertThat(this.endpoint.pages(null).pages())
			.containsExactly(new PagesDescriptor.Summary("books-slug-2f5cc2cf", "BookController#book", "/books/{slug}",
					null, 1, "2026-11-22T03:00:00Z", 2, new PagesDescriptor.Prediction(3, 2, 1),
					new PagesDescriptor.Counts(2, Map.of("unlearned", 1L, "not_navigation", 1L))));
		PageDescriptor page = describe(BOOK);
		assertThat(page.earlyHints()).isEqualTo(new PageDescriptor.EarlyHints(2,
				Map.of("unlearned", 1L, "not_navigation", 1L), false, new PageDescriptor.Outcome("not_navigation",
						"the request was not the navigation of a browser", "2026-11-22T03:00:00Z")));
	}

	@Test
	void ordersPagesByPatternAndTellsVariantsApart() {
		render(BOOK, STYLE);
		render(HOME, STYLE);
		render(new PageKey(HOME.handler(), HOME.pattern(), "en"), STYLE);
		assertThat(this.endpoint.pages(null).pages()).extracting(PagesDescriptor.Summary::pattern)
			.containsExactly("/", "/", "/books/{slug}");
		assertThat(this.endpoint.pages(null).pages()).extracting(PagesDescriptor.Summary::variant)
			.containsExactlyInAnyOrder("de", "en", null);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/shop/mvc/books/dune", "/shop/mvc/books/dune?tab=reviews", "/mvc/books/dune", "/books/dune" })
	void findsAPageByAPathAsItStandsInABrowser(String path) {
		render(BOOK, STYLE);
		render(HOME, STYLE);
		assertThat(this.endpoint.pages(path).pages()).extracting(PagesDescriptor.Summary::pattern)
			.containsExactly("/books/{slug}");
	}

	@Test
	void comparesAPatternThatIsNoneOfSpringsByItsText() {
		render(new PageKey("Old#page", "/{", ""), STYLE);
		assertThat(this.endpoint.pages("/{").pages()).hasSize(1);
		assertThat(this.endpoint.pages("/other").pages()).isEmpty();
	}

	@Test
	void describesALearnedLink() {
		render(BOOK, STYLE);
		render(BOOK, STYLE);
		decide(BOOK, EarlyHintsOutcome.SENT, STYLE);
		assertThat(describe(BOOK).links()).containsExactly(new PageDescriptor.Link("/shop/css/app.css", "preload",
				"style", "blocking_style", false, new PageDescriptor.Learned(2, 2, true),
				PageDescriptor.Decision.INCLUDED, PageDescriptor.Decision.INCLUDED, 5123L, "fresh"));
	}

	@Test
	void describesADeclaredLink() {
		this.journal.pageRendered(new PageReport(BOOK, "/shop", List.of(FONT), Set.of(FONT), new Omissions(),
				FONT.fieldValue().length()));
		this.journal.earlyHintsDecided(new EarlyHintsReport(BOOK, "/shop", EarlyHintsOutcome.UNLEARNED, List.of(),
				Set.of(FONT), omissions(FONT, OmissionReason.NOT_CACHEABLE)));
		assertThat(describe(BOOK).links()).containsExactly(new PageDescriptor.Link("/shop/fonts/text.woff2", "preload",
				"font", "font", true, null, PageDescriptor.Decision.INCLUDED,
				PageDescriptor.Decision.omitted("not_cacheable", "it is served so that a browser must not reuse it"),
				null, null));
	}

	@Test
	void saysWhyALinkIsNotInTheHeader() {
		learn(BOOK, STYLE, SCRIPT);
		this.journal.pageRendered(report(List.of(), omissions(STYLE, OmissionReason.MAX_SIZE)));
		assertThat(describe(BOOK).links()).extracting(PageDescriptor.Link::header)
			.containsExactly(PageDescriptor.Decision.omitted("max_size", "more than preload.budget.max-size"),
					PageDescriptor.Decision.omitted("not_on_page",
							"the last render that was looked at did not have it"));
		assertThat(describe(BOOK).header()).isEqualTo(new PageDescriptor.Header(0, 0,
				List.of(new PageDescriptor.Reason("max_size", "more than preload.budget.max-size", 1))));
	}

	@Test
	void saysWhyALinkIsNotInTheEarlyHints() {
		learn(BOOK, STYLE, SCRIPT);
		learn(BOOK, STYLE);
		learn(BOOK, STYLE);
		learn(BOOK, STYLE, SCRIPT, FONT);
		this.journal.earlyHintsDecided(new EarlyHintsReport(BOOK, "/shop", EarlyHintsOutcome.UNLEARNED, List.of(),
				Set.of(), omissions(STYLE, OmissionReason.MAX_WEIGHT)));
		assertThat(describe(BOOK).links()).extracting((link) -> link.earlyHints().reason())
			.containsExactly("max_weight", "new", "unsteady");
		assertThat(describe(BOOK).links()).extracting((link) -> link.earlyHints().description())
			.contains("it has to be on 2 renders before, and was on 1 of the last 1",
					"it has to be on nearly all renders, and was on 2 of the last 4");
		learn(BOOK, STYLE, FONT);
		assertThat(describe(BOOK).links().get(1).earlyHints().reason()).isEqualTo("new");
	}

	@ParameterizedTest
	@EnumSource(names = { "PROTOCOL", "CONTAINER", "NOT_NAVIGATION", "COMMITTED", "SILENCED", "FAILED" })
	void saysWhyThereWereNoEarlyHints(EarlyHintsOutcome outcome) {
		learn(BOOK, STYLE);
		decide(BOOK, outcome);
		assertThat(describe(BOOK).links()).extracting(PageDescriptor.Link::earlyHints)
			.containsExactly(PageDescriptor.Decision.omitted(outcome.value(), outcome.description()));
	}

	@Test
	void keepsWhatANavigationDecidedWhenSomethingElseAsks() {
		learn(BOOK, STYLE);
		decide(BOOK, EarlyHintsOutcome.SENT, STYLE);
		decide(BOOK, EarlyHintsOutcome.NOT_NAVIGATION);
		assertThat(describe(BOOK).links()).extracting(PageDescriptor.Link::earlyHints)
			.containsExactly(PageDescriptor.Decision.INCLUDED);
	}

	@Test
	void showsNoUrlThatCouldBeOneUsersOwn() {
		this.store.update(BOOK, (page) -> page
			.after(new Render(within(STYLE, PRIVATE), Set.copyOf(within(PRIVATE)), 1, Render.Hinted.NOT)));
		Omissions unlearnable = new Omissions();
		unlearnable.add("/shop/avatars/alice.png", OmissionReason.NOT_SHARED);
		unlearnable.add("/shop/me.css?user=alice", OmissionReason.FEW_CLIENTS);
		this.journal.predictionChecked(new PredictionReport(BOOK, 0, 0, 0, unlearnable));
		this.journal.pageRendered(report(List.of(STYLE, PRIVATE), omissions(
				Link.preload("/shop/avatars/alice.png", Destination.IMAGE).build(), OmissionReason.MAX_SIZE)));
		decide(BOOK, EarlyHintsOutcome.SENT, STYLE, PRIVATE);
		PageDescriptor page = describe(BOOK);
		assertThat(page.toString() + this.endpoint.pages(null)).contains("/shop/css/app.css").doesNotContain("alice");
		assertThat(page.notLearned()).extracting(PageDescriptor.Reason::reason, PageDescriptor.Reason::count)
			.containsExactly(tuple("not_shared", 1), tuple("few_clients", 1));
		assertThat(page.header()).isNotNull();
		assertThat(page.header().links()).isEqualTo(2);
	}

	@Test
	void showsAUrlOnceItIsThatOfThreeClients() {
		for (int client = 0; client < 3; client++) {
			Render render = new Render(within(PRIVATE), Set.copyOf(within(PRIVATE)), client, Render.Hinted.NOT);
			this.store.update(BOOK, (page) -> page.after(render));
		}
		this.journal.pageRendered(report(List.of(PRIVATE), new Omissions()));
		assertThat(describe(BOOK).links()).extracting(PageDescriptor.Link::target)
			.containsExactly("/shop/me.css?user=alice");
	}

	@Test
	void knowsPagesOfAStoreThatWasFilledBefore() {
		learn(BOOK, STYLE);
		assertThat(describe(BOOK).links()).singleElement().satisfies((link) -> {
			assertThat(link.header()).isNull();
			assertThat(link.earlyHints()).isNull();
		});
		assertThat(this.endpoint.pages(null).pages()).singleElement()
			.satisfies((page) -> assertThat(page.renders()).isZero());
	}

	@Test
	void knowsPagesOfWhichNothingIsLearned() {
		this.journal.pageRendered(report(List.of(), new Omissions()));
		assertThat(describe(BOOK).renders()).isEqualTo(1);
	}

	@Test
	void knowsNoHandlerThatRendersNothing() {
		decide(BOOK, EarlyHintsOutcome.NOT_NAVIGATION);
		assertThat(this.endpoint.pages(null).pages()).isEmpty();
	}

	@Test
	void forgetsAPage() {
		render(BOOK, STYLE);
		render(HOME, STYLE);
		assertThat(this.endpoint.forget(PageId.of(BOOK)).forgotten()).isEqualTo(1);
		assertThat(this.endpoint.forget(PageId.of(BOOK)).forgotten()).isZero();
		assertThat(this.store.find(BOOK)).isNull();
		assertThat(this.store.find(HOME)).isNotNull();
		assertThat(this.endpoint.pages(null).pages()).extracting(PagesDescriptor.Summary::handler)
			.containsExactly("HomeController#home");
	}

	@Test
	void forgetsAllPages() {
		render(BOOK, STYLE);
		render(HOME, STYLE);
		assertThat(this.endpoint.forgetAll().forgotten()).isEqualTo(2);
		assertThat(this.store.size()).isZero();
		assertThat(this.endpoint.pages(null).pages()).isEmpty();
	}

	@Test
	void forgetsWhatTheStoreForgets() {
		render(BOOK, STYLE);
		this.store.forgetAll();
		assertThat(this.endpoint.pages(null).pages()).isEmpty();
		render(BOOK, STYLE);
		this.store.forgetAll();
		decide(BOOK, EarlyHintsOutcome.UNLEARNED);
		render(BOOK, STYLE);
		assertThat(describe(BOOK).renders()).isEqualTo(1);
	}

	@Test
	void keepsTheCountsOfAPageThatIsLearnedWhileAnotherRequestLooksForIt() {
		PageReport report = report(List.of(STYLE), new Omissions());
		learn(BOOK, STYLE);
		PageHistory learned = this.store.find(BOOK);
		PageStore shared = mock();
		PageJournal busy = new PageJournal(shared, 10, Duration.ofDays(1), Clock.systemUTC());
		given(shared.find(BOOK)).willAnswer((call) -> {
			busy.pageRendered(report);
			return null;
		}).willReturn(learned);
		given(shared.pages()).willReturn(Map.of());
		busy.pageRendered(report);
		assertThat(busy.records().get(BOOK).renders()).isEqualTo(2);
	}

	@Test
	void keepsNoMorePagesThanItMay() {
		for (int i = 0; i < 1000; i++) {
			this.journal.pageRendered(
					new PageReport(new PageKey("A#a", "/" + i, ""), "", List.of(), Set.of(), new Omissions(), 0));
		}
		assertThat(this.journal.records()).hasSizeLessThan(500);
	}

	@Test
	void allocatesNextToNothingWhileNothingChanges() {
		com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		for (int i = 0; i < 20; i++) {
			render(BOOK, STYLE, SCRIPT, FONT);
		}
		PageReport page = new PageReport(BOOK, "/shop", List.of(STYLE, SCRIPT, FONT), Set.of(), new Omissions(), 100);
		EarlyHintsReport hints = new EarlyHintsReport(BOOK, "/shop", EarlyHintsOutcome.SENT,
				List.of(STYLE, SCRIPT, FONT), Set.of(), new Omissions());
		PredictionReport prediction = new PredictionReport(BOOK, 3, 0, 0, new Omissions());
		int requests = 10_000;
		long before = 0;
		for (int i = -requests; i < requests; i++) {
			if (i == 0) {
				before = threads.getCurrentThreadAllocatedBytes();
			}
			this.journal.earlyHintsDecided(hints);
			this.journal.predictionChecked(prediction);
			this.journal.pageRendered(page);
		}
		assertThat((threads.getCurrentThreadAllocatedBytes() - before) / requests).isLessThan(MAX_BYTES);
	}

	@Test
	void listensToRequestsThatAreForNoPage() {
		this.journal.pageRendered(new PageReport(null, "", List.of(), Set.of(), new Omissions(), 0));
		this.journal.earlyHintsDecided(
				new EarlyHintsReport(null, EarlyHintsOutcome.PROTOCOL, List.of(), Set.of(), new Omissions()));
		assertThat(this.journal.records()).isEmpty();
	}

	/** As a store keeps them, whatever a page is asked for under. */
	private static List<Link> within(Link... links) {
		return Arrays.stream(links).map((link) -> ContextPath.within(link, "/shop")).toList();
	}

	private void learn(PageKey key, Link... links) {
		this.store.update(key, (page) -> page.after(new Render(within(links), Set.of(), 1, Render.Hinted.NOT)));
	}

	private void render(PageKey key, Link... links) {
		learn(key, links);
		this.journal.pageRendered(new PageReport(key, "/shop", List.of(links), Set.of(), new Omissions(), 100));
	}

	private void decide(PageKey key, EarlyHintsOutcome outcome, Link... links) {
		this.journal
			.earlyHintsDecided(new EarlyHintsReport(key, "/shop", outcome, List.of(links), Set.of(), new Omissions()));
	}

	private PageDescriptor describe(PageKey key) {
		PageDescriptor page = this.endpoint.page(PageId.of(key));
		assertThat(page).isNotNull();
		return page;
	}

	private static PageReport report(List<Link> links, Omissions omissions) {
		return new PageReport(BOOK, "/shop", links, Set.of(), omissions, 0);
	}

	private static Omissions omissions(Link link, OmissionReason reason) {
		Omissions omissions = new Omissions();
		omissions.add(link.target(), reason);
		return omissions;
	}

}
