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

package dev.preloadhints.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

/**
 * What a collector asks of a {@link LinkDiscovery}, and what it makes of the answer.
 */
class DiscoveryTests {

	private static final Link FONT = Link.preload("/fonts/x.woff2", Destination.FONT).build();

	private static final Link IMPORT = Link.preload("/css/import.css", Destination.STYLE).build();

	private static final Link MODULE = Link.modulePreload("/js/import.js").build();

	/** The targets that were asked for, each time. */
	private final List<List<String>> asked = new ArrayList<>();

	@Test
	void asksForStyleSheetsAndModulesInDocumentOrder() {
		page((link) -> null, "<script type=module src=a.js></script><link rel=stylesheet href=b.css>"
				+ "<script src=c.js></script><link rel=modulepreload href=/d.js><link rel=icon href=e.ico>");
		assertThat(this.asked).containsExactly(List.of("/shop/books/a.js", "/shop/books/b.css", "/d.js"));
	}

	@Test
	void asksForNoMoreThanAPageCanHave() {
		page((link) -> OmissionReason.DESTINATION,
				IntStream.range(0, 1000).mapToObj((i) -> "<link rel=stylesheet href=" + i + ">").collect(joining()));
		assertThat(this.asked).singleElement(LIST).hasSize(256);
	}

	@Test
	void asksNothingOnAPageWithoutThem() {
		page((link) -> null, "<script src=c.js></script><p>x</p>");
		assertThat(this.asked).isEmpty();
	}

	@Test
	void addsTheAnswerInTheOrderOfRanks() {
		TestPage page = page((link) -> null, "<script src=c.js defer></script><link rel=stylesheet href=b.css>", FONT,
				IMPORT);
		assertThat(page.targets()).containsExactly("b.css", "/css/import.css", "/fonts/x.woff2", "c.js");
	}

	@Test
	void addsNothingTwice() {
		TestPage page = page((link) -> null,
				"<link rel=stylesheet href=b.css><link rel=stylesheet href=../../css/import.css>", FONT, IMPORT, FONT);
		assertThat(page.targets()).containsExactly("b.css", "../../css/import.css", "/fonts/x.woff2");
	}

	@Test
	void whatIsAddedIsNoSourceItself() {
		page((link) -> null, "<link rel=stylesheet href=b.css>", IMPORT, MODULE);
		assertThat(this.asked).containsExactly(List.of("/shop/books/b.css"));
	}

	@Test
	void optingOutCoversWhatIsPulledIn() {
		TestPage page = page((link) -> null, "<link rel=stylesheet href=b.css preload:hint=false>", FONT);
		assertThat(this.asked).isEmpty();
		assertThat(page.links()).isEmpty();
	}

	@Test
	void excludedResourceIsLeftAlone() {
		page((link) -> OmissionReason.EXCLUDED, "<link rel=stylesheet href=b.css>", FONT);
		assertThat(this.asked).isEmpty();
	}

	@Test
	void resourceOfAnotherDestinationIsLookedInto() {
		TestPage page = page((link) -> (link.destination() == Destination.FONT) ? null : OmissionReason.DESTINATION,
				"<link rel=stylesheet href=b.css>", FONT, IMPORT);
		assertThat(page.targets()).containsExactly("/fonts/x.woff2");
		assertThat(page.omitted(OmissionReason.DESTINATION)).isEqualTo(2);
	}

	@Test
	void gateHasTheLastWord() {
		TestPage page = page((link) -> link.equals(FONT) ? OmissionReason.FILTERED : null,
				"<link rel=stylesheet href=b.css>", FONT, IMPORT);
		assertThat(page.targets()).containsExactly("b.css", "/css/import.css");
		assertThat(page.omissions()).containsExactly("filtered /fonts/x.woff2");
	}

	@Test
	void modulesWaitForNoImportMap() {
		TestPage page = page((link) -> null, "<script type=importmap>{}</script><script type=module src=a.js></script>",
				MODULE);
		assertThat(page.links()).isEmpty();
		assertThat(page.omitted(OmissionReason.IMPORT_MAP)).isEqualTo(2);
	}

	@Test
	void asksOnceMoreForWhatComesAfterTheHead() {
		TestPage page = new TestPage("/shop/books/", (link) -> null, this::answer).render((shown) -> {
			shown.elements("<link rel=stylesheet href=b.css>");
			shown.collector().headEnded();
			shown.elements("<p>x</p><script type=module src=a.js></script>");
		});
		assertThat(page.omissions()).as("told twice, said once").containsExactly("max_fonts /fonts/y.woff2");
		assertThat(this.asked).containsExactly(List.of("/shop/books/b.css"),
				List.of("/shop/books/b.css", "/shop/books/a.js"));
		assertThat(page.targets()).containsExactly("b.css", "/fonts/x.woff2", "a.js", "/js/import.js");
		assertThat(page.events()).contains("added /js/import.js");
	}

	@Test
	void failureIsToldAndThePageKeepsItsLinks() {
		TestPage page = new TestPage("/", (link) -> null, (sources, known, omissions) -> {
			throw new IllegalStateException("discovery");
		}).render((shown) -> shown.elements("<link rel=stylesheet href=b.css>"));
		assertThat(page.targets()).containsExactly("b.css");
		assertThat(page.failures()).singleElement().asString().contains("discovery");
	}

	@Test
	void knowsTheRequestsOfThePage() {
		List<Link> requests = new ArrayList<>();
		new TestPage("/", (link) -> null, (sources, known, omissions) -> {
			requests.addAll(known);
			return List.of();
		}).render((shown) -> shown.elements("<link rel=stylesheet href=b.css><link rel=preload as=font href=x.woff2>"));
		assertThat(requests).extracting(Link::target).containsExactly("/b.css", "/x.woff2");
	}

	private List<Link> answer(List<Link> sources, List<Link> known, Omissions omissions) {
		this.asked.add(sources.stream().map(Link::target).toList());
		omissions.add("/fonts/y.woff2", OmissionReason.MAX_FONTS);
		return sources.stream().anyMatch((source) -> source.target().endsWith("a.js")) ? List.of(FONT, MODULE)
				: List.of(FONT);
	}

	private TestPage page(LinkPolicy policy, String html, Link... pulledIn) {
		return new TestPage("/shop/books/", policy, (sources, known, omissions) -> {
			this.asked.add(sources.stream().map(Link::target).toList());
			return List.of(pulledIn);
		}).render((page) -> page.elements(html));
	}

}
