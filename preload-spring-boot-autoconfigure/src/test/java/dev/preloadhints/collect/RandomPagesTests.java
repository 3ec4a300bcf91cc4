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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.FetchPriority;
import dev.preloadhints.link.ForeignParser;
import dev.preloadhints.link.ForeignParser.Parsed;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBudget;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkHeader;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.Url;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every page and every link, whatever is in them. The seeds are fixed, so
 * that a failure can be repeated.
 */
class RandomPagesTests {

	private static final int CASES = 1000;

	private static final String ALPHABET = "abz09/\\.:;,?#&=%<>\"'`{}[]|^~()*+-_@! \t\r\n\f\u0000\u001b\u007f\u0080\u00e9"
			+ "\u20ac\u2028\ufffd\ud83d\ude00";

	private static final List<String> PIECES = List.of("/", "//", "..", "/./", "\\", "https://", "HTTP://cdn.example",
			"//cdn.example:443/", "javascript:", "data:,", ";jsessionid=1", "%2e", "%", "a.css", " 1x, ", "100w", "(",
			")", "\"; rel=next", "</x>", "\r\nSet-Cookie: a=b", "print", "screen", "high", "low", "style", "font",
			"module", "anonymous", "true", "false", "text/css", "importmap");

	private static final List<String> ELEMENTS = List.of("link", "link", "link", "script", "script", "img", "base", "a",
			"preload:link", "template", "svg");

	private static final List<String> RELATIONS = List.of("stylesheet", "preload", "modulepreload", "preconnect",
			"dns-prefetch", "icon");

	private static final List<String> ATTRIBUTES = List.of("href", "src", "as", "type", "media", "crossorigin",
			"srcset", "imagesrcset", "sizes", "imagesizes", "integrity", "referrerpolicy", "fetchpriority", "loading",
			"async", "nomodule", "disabled", "language");

	@ParameterizedTest
	@ValueSource(longs = { 1, 22, 333, 4444 })
	void collectsAnyPageWithoutFailingAndWritesAHeaderThatOthersRead(long seed) {
		Random random = new Random(seed);
		int links = 0;
		for (int i = 0; i < CASES; i++) {
			TestPage page = new TestPage(random.nextBoolean() ? "/shop/page" : text(random), (link) -> null);
			page.render((p) -> {
				for (int j = random.nextInt(6); j >= 0; j--) {
					p.collector().element(element(random, 2));
				}
				p.collector().headEnded();
				p.collector().element(element(random, 2));
			});
			assertThat(page.failures())
				.allMatch((message) -> message.contains("allowed is") || message.contains("needs"));
			assertReadable(page.collector().links());
			assertWithinBudget(page.collector().links(), random);
			links += page.collector().links().size();
		}
		assertThat(links).isGreaterThan(CASES / 2);
	}

	/** What is kept of an element has to be all that its link depends on. */
	@ParameterizedTest
	@ValueSource(longs = { 2, 33, 444 })
	void makesOfAnElementThatWasSeenBeforeWhatItMadeThen(long seed) {
		Random random = new Random(seed);
		LinkRules rules = new LinkRules();
		int links = 0;
		for (int i = 0; i < CASES; i++) {
			List<RandomElement> elements = new ArrayList<>();
			for (int j = random.nextInt(6); j >= 0; j--) {
				elements.add(element(random, 2));
			}
			String path = random(random, List.of("/shop/page", "/shop/books/1", "/"));
			for (int j = 0; j < 2; j++) {
				TestPage fresh = new TestPage(path, new LinkRules()).render((page) -> show(page, elements));
				TestPage again = new TestPage(path, rules).render((page) -> show(page, elements));
				assertThat(again.links()).isEqualTo(fresh.links());
				assertThat(again.omissions()).isEqualTo(fresh.omissions());
				assertThat(again.failures()).isEqualTo(fresh.failures());
				links += again.links().size();
			}
		}
		assertThat(links).isGreaterThan(CASES);
	}

	private static void show(TestPage page, List<RandomElement> elements) {
		elements.forEach(page.collector()::element);
	}

	@ParameterizedTest
	@ValueSource(longs = { 5, 66, 777 })
	void buildsAnyLinkOrSaysWhyNot(long seed) {
		Random random = new Random(seed);
		int built = 0;
		for (int i = 0; i < CASES; i++) {
			Link link = build(random);
			if (link != null) {
				assertReadable(List.of(link, link));
				built++;
			}
		}
		assertThat(built).isBetween(CASES / 100, CASES);
	}

	@ParameterizedTest
	@ValueSource(longs = { 8, 99, 1010 })
	void readsAnyUrlAndReadsItAgainAlike(long seed) {
		Random random = new Random(seed);
		Url base = Url.parse("/shop/books/");
		for (int i = 0; i < CASES * 5; i++) {
			Url url = Url.parse(text(random));
			if (url == null || !url.isHttp()) {
				continue;
			}
			assertThat(url.toString()).matches("[!-~]*").doesNotContain("<", ">", "\"", "#");
			assertSame(url, Url.parse(url.toString()));
			assertThat(base).isNotNull();
			Url resolved = base.resolve(url);
			assertSame(resolved, Url.parse(resolved.toString()));
			assertThat(resolved.hasAuthority()).isEqualTo(url.hasAuthority());
		}
	}

	private static void assertSame(Url url, @Nullable Url again) {
		assertThat(again).as(url.toString()).isNotNull().isEqualTo(url);
		assertThat(again.hasAuthority()).isEqualTo(url.hasAuthority());
		assertThat(again.isPathRelative()).isEqualTo(url.isPathRelative());
	}

	private static @Nullable Link build(Random random) {
		LinkBuilder link = Link.of(random(random, List.of(LinkRelation.values())))
			.target(random.nextInt(3) == 0 ? text(random) : "/a.css")
			.destination(random.nextInt(9) == 0 ? null : random(random, List.of(Destination.values())))
			.crossOrigin(random.nextBoolean() ? null : random(random, List.of(CrossOrigin.values())))
			.fetchPriority(random.nextBoolean() ? null : random(random, List.of(FetchPriority.values())))
			.type(optional(random))
			.media(optional(random))
			.imageSrcset(optional(random))
			.imageSizes(optional(random))
			.integrity(optional(random))
			.referrerPolicy(optional(random));
		try {
			return link.build();
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageMatching("(?s).*(header can|needs a destination).*");
			return null;
		}
	}

	private static @Nullable String optional(Random random) {
		return (random.nextInt(4) == 0) ? text(random) : null;
	}

	private static void assertReadable(List<Link> links) {
		if (links.isEmpty()) {
			return;
		}
		String header = LinkHeader.write(links);
		assertThat(header).matches("[ -~]+");
		assertThat(LinkHeader.count(header)).isEqualTo(links.size());
		List<Parsed> complete = ForeignParser.HTTP_COMPONENTS.parse(header);
		assertThat(complete.stream().map(Parsed::target)).isEqualTo(links.stream().map(Link::target).toList());
		for (ForeignParser parser : ForeignParser.values()) {
			if (links.stream().allMatch(parser::reads)) {
				assertThat(parser.parse(header)).as(parser + " reads " + header)
					.isEqualTo(complete.stream().map((link) -> as(parser, link)).toList());
			}
		}
	}

	private static Parsed as(ForeignParser parser, Parsed link) {
		Map<String, String> attributes = new HashMap<>(link.attributes());
		attributes.keySet().removeIf((name) -> !parser.keeps(name));
		return new Parsed(link.target(), attributes);
	}

	private static void assertWithinBudget(List<Link> links, Random random) {
		LinkBudget budget = new LinkBudget(random.nextInt(400), random.nextInt(5));
		LinkBudget.Selection selection = budget.select(links, 0, 0);
		assertThat(selection.selected().size() + selection.omitted().size()).isEqualTo(links.size());
		assertThat(selection.selected().size()).isLessThanOrEqualTo(budget.maxLinks());
		assertThat(selection.bytes()).isLessThanOrEqualTo(budget.maxBytes());
		if (!selection.selected().isEmpty()) {
			assertThat(LinkHeader.write(selection.selected())).hasSize(selection.bytes());
		}
	}

	private static RandomElement element(Random random, int ancestors) {
		Map<String, String> attributes = new HashMap<>();
		attributes.put("rel", random(random, RELATIONS));
		attributes.put("href", random.nextBoolean() ? "/a" + random.nextInt(9) : text(random));
		attributes.put("fetchpriority", "high");
		for (int i = random.nextInt(6); i > 0; i--) {
			attributes.put(random(random, ATTRIBUTES), random.nextInt(3) == 0 ? random(random, PIECES) : text(random));
		}
		Map<String, String> refinements = new HashMap<>();
		if (random.nextInt(5) == 0) {
			refinements.put(random(random, List.of("hint", "as", "fetchpriority", "crossorigin", "type")),
					random(random, PIECES));
		}
		List<RandomElement> parents = (ancestors > 0 && random.nextInt(6) == 0)
				? List.of(element(random, ancestors - 1), element(random, ancestors - 1)) : List.of();
		return new RandomElement(random(random, ELEMENTS), attributes, refinements, parents);
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(8); i >= 0; i--) {
			if (random.nextInt(3) == 0) {
				text.append(random(random, PIECES));
			}
			else {
				text.append(ALPHABET.charAt(random.nextInt(random.nextBoolean() ? 5 : ALPHABET.length())));
			}
		}
		return text.toString();
	}

	private static <T> T random(Random random, List<T> values) {
		return values.get(random.nextInt(values.size()));
	}

	private record RandomElement(String name, Map<String, String> attributes, Map<String, String> refinements,
			List<RandomElement> ancestors) implements HtmlElement {

		@Override
		public @Nullable String attribute(String name) {
			assertThat(ElementSignature.ATTRIBUTES).as("what a signature has").contains(name);
			return this.attributes.get(name);
		}

		@Override
		public @Nullable String refinement(String name) {
			assertThat(ElementSignature.REFINEMENTS).as("what a signature has").contains(name);
			return this.refinements.get(name);
		}

	}

}
