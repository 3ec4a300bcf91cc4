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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.FetchPriority;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.ReadableLinks;
import dev.preloadhints.link.Url;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every page and every link, whatever is in them. The seeds are fixed, so
 * that a failure can be repeated; jqwik makes the input of one as small as it can.
 */
class RandomPagesTests {

	private static final LinkRules RULES = new LinkRules();

	private static final String ALPHABET = "abz09/\\.:;,?#&=%<>\"'`{}[]|^~()*+-_@! \t\r\n\f\u0000\u001b\u007f\u0080\u00e9"
			+ "\u20ac\u2028\ufffd\ud83d\ude00";

	private static final List<String> PIECES = List.of("/", "//", "..", "/./", "\\", "https://", "HTTP://cdn.example",
			"//cdn.example:443/", "javascript:", "data:,", ";jsessionid=1", "%2e", "%", "a.css", " 1x, ", "100w", "(",
			")", "\"; rel=next", "</x>", "\r\nSet-Cookie: a=b", "print", "screen", "high", "low", "style", "font",
			"module", "anonymous", "true", "false", "text/css", "importmap");

	private static final List<String> ATTRIBUTES = List.of("href", "src", "as", "type", "media", "crossorigin",
			"srcset", "imagesrcset", "sizes", "imagesizes", "integrity", "referrerpolicy", "fetchpriority", "loading",
			"async", "nomodule", "disabled", "language");

	@Property(seed = "22", tries = 4000)
	void collectsAnyPageWithoutFailingAndWritesAHeaderThatOthersRead(@ForAll("texts") String path,
			@ForAll("elements") List<RandomElement> head, @ForAll("elements") List<RandomElement> body,
			@ForAll @IntRange(max = 400) int maxBytes, @ForAll @IntRange(max = 5) int maxLinks) {
		TestPage page = new TestPage(path, (link) -> null).render((p) -> {
			head.forEach(p.collector()::element);
			p.collector().headEnded();
			body.forEach(p.collector()::element);
		});
		assertThat(page.failures()).allMatch((message) -> message.contains("allowed is") || message.contains("needs"));
		List<Link> links = page.collector().links().written();
		ReadableLinks.check(links);
		ReadableLinks.check(page.collector().links().absolute());
		ReadableLinks.checkBudget(links, new LinkBudget(maxBytes, maxLinks), "");
		ReadableLinks.checkBudget(links, new LinkBudget(maxBytes + 20, maxLinks + 1), "</own>; rel=next");
		Statistics.collect(links.size() > 1);
		Statistics.coverage((checker) -> checker.check(true).percentage((p) -> p > 15));
	}

	/** What is kept of an element has to be all that its link depends on. */
	@Property(seed = "2", tries = 2000)
	void makesOfAnElementThatWasSeenBeforeWhatItMadeThen(@ForAll("elements") List<RandomElement> elements,
			@ForAll("texts") String path) {
		TestPage fresh = new TestPage(path, new LinkRules()).render((page) -> show(page, elements));
		for (int i = 0; i < 2; i++) {
			TestPage again = new TestPage(path, RULES).render((page) -> show(page, elements));
			assertThat(again.links()).isEqualTo(fresh.links());
			assertThat(again.omissions()).isEqualTo(fresh.omissions());
			assertThat(again.failures()).isEqualTo(fresh.failures());
		}
		Statistics.collect(fresh.links().isEmpty());
		Statistics.coverage((checker) -> checker.check(false).percentage((p) -> p > 20));
	}

	private static void show(TestPage page, List<RandomElement> elements) {
		elements.forEach(page.collector()::element);
	}

	@Property(seed = "5", tries = 4000)
	void buildsAnyLinkOrSaysWhyNot(@ForAll LinkRelation relation, @ForAll("texts") String target,
			@ForAll("choices") Choice choice, @ForAll("attributes") List<@Nullable String> attributes) {
		LinkBuilder builder = Link.of(relation)
			.target(target.length() > 8 ? "/a.css" : target)
			.destination(choice.destination())
			.crossorigin(choice.crossorigin())
			.fetchpriority(choice.fetchpriority())
			.type(attributes.get(0))
			.media(attributes.get(1))
			.imagesrcset(attributes.get(2))
			.imagesizes(attributes.get(3))
			.integrity(attributes.get(4))
			.referrerpolicy(attributes.get(5));
		boolean built = false;
		try {
			Link link = builder.build();
			ReadableLinks.check(List.of(link, link));
			built = true;
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageMatching("(?s).*(header can|needs a destination).*");
		}
		Statistics.collect(built);
		Statistics.coverage((checker) -> checker.check(true).percentage((p) -> p > 5 && p < 95));
	}

	@Property(seed = "8", tries = 10_000)
	void readsAnyUrlAndReadsItAgainAlike(@ForAll("texts") String text) {
		Url url = Url.parse(text);
		if (url == null || !url.isHttp()) {
			return;
		}
		assertThat(url.toString()).matches("[!-~]*").doesNotContain("<", ">", "\"", "#");
		assertSame(url, Url.parse(url.toString()));
		Url base = Url.parse("/shop/books/");
		assertThat(base).isNotNull();
		Url resolved = base.resolve(url);
		assertSame(resolved, Url.parse(resolved.toString()));
		assertThat(resolved.hasAuthority()).isEqualTo(url.hasAuthority());
	}

	private static void assertSame(Url url, @Nullable Url again) {
		assertThat(again).as(url.toString()).isNotNull().isEqualTo(url);
		assertThat(again.hasAuthority()).isEqualTo(url.hasAuthority());
		assertThat(again.isPathRelative()).isEqualTo(url.isPathRelative());
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> letters = Arbitraries.of(ALPHABET.chars().mapToObj(Character::toString).toList());
		return Arbitraries.oneOf(Arbitraries.of(PIECES), letters, Arbitraries.of("a", "b", "/"))
			.list()
			.ofMaxSize(8)
			.map((parts) -> String.join("", parts));
	}

	@Provide
	Arbitrary<List<@Nullable String>> attributes() {
		return texts().injectNull(0.8).list().ofSize(6);
	}

	@Provide
	Arbitrary<Choice> choices() {
		return Combinators
			.combine(Arbitraries.of(Destination.class), Arbitraries.of(CrossOrigin.class),
					Arbitraries.of(FetchPriority.class))
			.as(Choice::new);
	}

	@Provide
	Arbitrary<List<RandomElement>> elements() {
		Arbitrary<RandomElement> parents = element(Arbitraries.just(List.of()));
		return element(parents.list().ofMaxSize(1)).list().ofMaxSize(6);
	}

	private Arbitrary<RandomElement> element(Arbitrary<List<RandomElement>> ancestors) {
		Arbitrary<String> names = Arbitraries.of("link", "link", "link", "script", "script", "img", "base", "a",
				"preload:link", "template", "svg");
		Arbitrary<String> relations = Arbitraries.of("stylesheet", "preload", "modulepreload", "preconnect",
				"dns-prefetch", "icon");
		Arbitrary<String> urls = Arbitraries.oneOf(Arbitraries.of("/a", "/b", "c.css"), texts());
		Arbitrary<Map<String, String>> others = Arbitraries.maps(Arbitraries.of(ATTRIBUTES), texts()).ofMaxSize(3);
		Arbitrary<Map<String, String>> refinements = Arbitraries
			.maps(Arbitraries.of("hint", "as", "fetchpriority", "crossorigin", "type"), Arbitraries.of(PIECES))
			.ofMaxSize(1);
		return Combinators.combine(names, relations, urls, others, refinements, ancestors)
			.as((name, rel, url, attributes, refined, parents) -> {
				Map<String, String> all = new HashMap<>(
						Map.of("rel", rel, "href", url, "src", url, "as", "style", "fetchpriority", "high"));
				all.putAll(attributes);
				return new RandomElement(name, all, refined, parents);
			});
	}

	record Choice(Destination destination, CrossOrigin crossorigin, FetchPriority fetchpriority) {
	}

	record RandomElement(String name, Map<String, String> attributes, Map<String, String> refinements,
			List<RandomElement> ancestors) implements HtmlElement {

		@Override
		public @Nullable String attribute(String name) {
			if (!HtmlElement.CONTEXT_ATTRIBUTES.contains(name)) {
				assertThat(ElementSignature.ATTRIBUTES).as("what a signature has").contains(name);
			}
			return this.attributes.get(name);
		}

		@Override
		public @Nullable String refinement(String name) {
			assertThat(ElementSignature.REFINEMENTS).as("what a signature has").contains(name);
			return this.refinements.get(name);
		}

		@Override
		public void forEachAncestor(Consumer<HtmlElement> visitor) {
			this.ancestors.forEach(visitor);
		}

	}

}
