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

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;

import static dev.preloadhints.collect.TestPage.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LinkCollectorTests {

	@Test
	void ranksLinksAndKeepsDocumentOrderWithinARank() {
		assertThat(page("<script async src=/async.js></script>", "<script type=module src=/module.mjs></script>",
				"<img fetchpriority=high src=/hero.jpg>", "<script src=/one.js></script>",
				"<script src=/two.js></script>", "<link rel=preload as=font href=/font.woff2>",
				"<link rel=stylesheet href=/one.css>", "<link rel=stylesheet href=/two.css>",
				"<link rel=preconnect href=https://a.example>", "<script defer src=/defer.js></script>",
				"<link rel=dns-prefetch href=https://b.example>", "<link rel=preload as=fetch href=/data.json>")
			.targets()).containsExactly("https://a.example", "https://b.example", "/one.css", "/two.css", "/font.woff2",
					"/one.js", "/two.js", "/hero.jpg", "/module.mjs", "/async.js", "/defer.js", "/data.json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<link rel=stylesheet href=/a><link rel=stylesheet href=/a>",
			"<link rel=stylesheet href=/a><link rel=preload as=style href=/x/../a#y>",
			"<link rel=preload as=font href=/a><link rel=preload as=font href=/a crossorigin>",
			"<script type=module src=/a></script><script type=module src=/a crossorigin></script>",
			"<script src=/a></script><script src=/a async></script>" })
	void collectsTheSameRequestOnce(String html) {
		TestPage page = page(html);
		assertThat(page.targets()).containsExactly("/a");
		assertThat(page.omissions()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script src=/a></script><script src=/a crossorigin></script>",
			"<script src=/a></script><script type=module src=/a></script>",
			"<link rel=stylesheet href=/a><link rel=preload as=fetch href=/a>",
			"<script src=/a crossorigin></script><script src=/a crossorigin=use-credentials></script>",
			"<link rel=preload as=script href=/a><link rel=modulepreload href=/a>" })
	void collectsDifferentRequestsOfOneUrl(String html) {
		assertThat(page(html).targets()).containsExactly("/a", "/a");
	}

	@Test
	void asksTheGateOnceForEachRequest() {
		StringBuilder asked = new StringBuilder();
		TestPage page = new TestPage("/", (link) -> {
			asked.append(link.target()).append(' ');
			return link.target().equals("/b") ? OmissionReason.EXCLUDED : null;
		}).render((p) -> p.elements("<script src=/a></script><script src=/a></script><script src=/b></script>"));
		assertThat(asked).hasToString("/a /b ");
		assertThat(page.targets()).containsExactly("/a");
		assertThat(page.omissions()).containsExactly("excluded /b");
	}

	@Test
	void survivesAGateThatFails() {
		TestPage page = new TestPage("/", (link) -> {
			throw new IllegalStateException("gate");
		}).render((p) -> p.elements("<script src=/a></script>"));
		assertThat(page.links()).isEmpty();
		assertThat(page.failures()).containsExactly("gate");
		assertThat(page.omitted(OmissionReason.FAILED)).isEqualTo(1);
	}

	@Test
	void survivesAnElementThatFails() {
		TestPage page = new TestPage("/", (link) -> null).render((p) -> p.collector().element(new BrokenElement()));
		assertThat(page.failures()).containsExactly("attribute");
	}

	@Test
	void survivesABeginThatFails() {
		LinkCollector collector = new LinkCollector(
				new PageLinks(new PageUrls("/", "jsessionid"), (link) -> null, LinkDiscovery.NONE), new LinkRules(),
				new FailingObserver());
		assertThatCode(() -> {
			collector.templateStarted(new TemplateExecution(this, null, true));
			collector.headEnded();
			collector.templateEnded(this);
		}).doesNotThrowAnyException();
	}

	@Test
	void leavesAnAttributeOutThatAHeaderCannotCarry() {
		TestPage page = page("<link rel=stylesheet href=/a media='\u00e9'>",
				"<script src=/b integrity='\u0001x'></script>");
		assertThat(page.links()).isEmpty();
		assertThat(page.omissions()).containsExactly("attribute /a", "attribute /b");
		assertThat(page.failures()).isEmpty();
	}

	@Test
	void tellsOfTheLinksOfTheHeadTogether() {
		TestPage page = new TestPage("/", (link) -> null).render((p) -> {
			p.elements("<script src=/a></script><link rel=stylesheet href=/b>");
			p.collector().headEnded();
		});
		assertThat(page.events()).containsExactly("started", "head [/b, /a]", "complete");
	}

	@Test
	void tellsOfTheHeadOnce() {
		TestPage page = new TestPage("/", (link) -> null).render((p) -> {
			p.collector().headEnded();
			p.collector().headEnded();
		});
		assertThat(page.events()).containsExactly("started", "head []", "complete");
	}

	@Test
	void takesTheWholePageForTheHeadOfAPageWithoutOne() {
		assertThat(page("<script src=/a></script>").events()).containsExactly("started", "head [/a]", "complete");
	}

	@Test
	void tellsOfEveryLinkBehindTheHead() {
		TestPage page = new TestPage("/", (link) -> null).render((p) -> {
			p.elements("<script src=/a></script>");
			p.collector().headEnded();
			p.elements("<script src=/a></script><script src=/b></script>");
			p.elements("<link rel=stylesheet href=/c><link rel=stylesheet href=/d>");
		});
		assertThat(page.events()).containsExactly("started", "head [/a]", "added /b", "added /c", "added /d",
				"complete");
		assertThat(page.targets()).containsExactly("/c", "/d", "/a", "/b");
	}

	@Test
	void tellsOfNoModuleBehindAnImportMap() {
		TestPage page = new TestPage("/", (link) -> null).render((p) -> {
			p.elements("<script type=importmap>{}</script>");
			p.collector().headEnded();
			p.elements("<script type=module src=/a.mjs></script>");
		});
		assertThat(page.events()).containsExactly("started", "head []", "complete");
		assertThat(page.omissions()).containsExactly("import_map /a.mjs");
	}

	@Test
	void takesTemplatesInsideOfOneForText() {
		TestPage page = new TestPage("/", (link) -> null).render((p) -> {
			p.collector().templateStarted(new TemplateExecution(p, null, true));
			p.elements("<script src=/inner></script>");
			p.collector().templateEnded(p);
			p.elements("<script src=/outer></script>");
		});
		assertThat(page.events()).containsExactly("started", "head [/outer]", "complete");
	}

	@Test
	void takesTemplatesOfAnotherContextForNoPart() {
		TestPage page = new TestPage("/", (link) -> null).render((p) -> {
			Object failing = new Object();
			p.collector().templateStarted(new TemplateExecution(failing, null, true));
			p.elements(failing, "<script src=/inner></script>");
			p.elements("<script src=/outer></script>");
		});
		assertThat(page.events()).containsExactly("started", "head [/outer]", "complete");
	}

	@Test
	void collectsFromOneTemplateAfterAnother() {
		TestPage page = new TestPage("/", (link) -> null);
		page.render((p) -> p.elements("<script src=/one></script>"));
		page.render((p) -> p.elements("<script src=/two></script>"));
		assertThat(page.events()).containsExactly("started", "head [/one]", "complete", "started", "head [/one, /two]",
				"complete");
	}

	@Test
	void forgetsAllThatItWasShown() {
		TestPage page = new TestPage("/", (link) -> null);
		page.collector().templateStarted(new TemplateExecution(page, null, true));
		page.elements("<base href=/elsewhere/><script type=importmap></script><script src=one></script>");
		assertThat(page.collector().execution().isOpen()).isTrue();
		page.collector().reset();
		assertThat(page.collector().execution().isOpen()).isFalse();
		page.render((p) -> p.elements("<script type=module src=two></script>"));
		assertThat(page.targets()).containsExactly("two");
		assertThat(page.omissions()).isEmpty();
	}

	@Test
	void collectsOneTemplateAfterAnother() {
		TestPage page = new TestPage("/", (link) -> null);
		page.render((p) -> p.elements("<script src=/a></script>"));
		page.render((p) -> p.elements("<script src=/b></script>"));
		assertThat(page.events()).containsExactly("started", "head [/a]", "complete", "started", "head [/a, /b]",
				"complete");
	}

	@Test
	void collectsNothingOfAPageThatIsNotWanted() {
		TestPage page = new TestPage("/", (link) -> null).unwanted().render((p) -> {
			p.elements("<script src=/a></script><link rel=stylesheet href=/a media=print>");
			p.collector().headEnded();
		});
		assertThat(page.events()).containsExactly("started");
		assertThat(page.links()).isEmpty();
		assertThat(page.omissions()).isEmpty();
	}

	@Test
	void collectsNoElementBeforeAndAfterThePage() {
		TestPage page = new TestPage("/", (link) -> null).elements("<script src=/before></script>");
		page.collector().headEnded();
		page.render((p) -> p.elements("<script src=/a></script>"));
		page.elements("<script src=/after></script>");
		assertThat(page.targets()).containsExactly("/a");
		assertThat(page.events()).containsExactly("started", "head [/a]", "complete");
	}

	@Test
	void takesLinksOfTheApplicationBeforeThePage() {
		TestPage page = new TestPage("/shop/", (link) -> null);
		page.collector().links().add(Link.preload("/a.woff2", Destination.FONT));
		page.collector().links().add(Link.preload("/b", Destination.FETCH).build());
		page.render((p) -> p.elements("<link rel=preload as=font href=../a.woff2>"));
		assertThat(page.targets()).containsExactly("/a.woff2", "/b");
	}

	@ParameterizedTest
	@CsvSource({ "'', url", "data:, scheme", "/a;jsessionid=1, session_id" })
	void givesAReasonForLinksOfTheApplicationAsWell(String target, String reason) {
		TestPage page = new TestPage("/", (link) -> null);
		page.collector().links().add(Link.preload(target, Destination.STYLE));
		assertThat(page.omissions()).containsExactly(reason + " " + target);
	}

	@Test
	void givesAReasonForALinkOfTheApplicationWithoutDestination() {
		TestPage page = new TestPage("/", (link) -> null);
		page.collector().links().add(Link.of(LinkRelation.PRELOAD).target("/a"));
		assertThat(page.omissions()).containsExactly("no_destination /a");
	}

	@Test
	void collectsNoMoreThanTwoHundredAndFiftySix() {
		TestPage page = page(IntStream.range(0, 300)
			.mapToObj((i) -> "<script src=/" + i + "></script>")
			.collect(Collectors.joining()));
		assertThat(page.links()).hasSize(256);
		assertThat(page.omitted(OmissionReason.MAX_LINKS)).isEqualTo(44);
	}

	@Test
	void givesLinksAndOmissionsThatNobodyElseCanChange() {
		TestPage page = page("<script src=/a></script>");
		assertThatThrownBy(() -> page.collector().links().written().clear())
			.isInstanceOf(UnsupportedOperationException.class);
		page.collector().links().omissions().add("/x", OmissionReason.FAILED);
		assertThat(page.targets()).containsExactly("/a");
		assertThat(page.omissions()).isEmpty();
	}

	private static final class BrokenElement implements HtmlElement {

		@Override
		public String name() {
			return "link";
		}

		@Override
		public @Nullable String attribute(String name) {
			throw new IllegalStateException("attribute");
		}

		@Override
		public @Nullable String refinement(String name) {
			return null;
		}

		@Override
		public void forEachAncestor(Consumer<HtmlElement> visitor) {
		}

	}

	private static final class FailingObserver implements PageObserver {

		@Override
		public boolean renderingStarted(TemplateExecution execution) {
			throw new IllegalStateException("started");
		}

		@Override
		public void headComplete() {
			throw new IllegalStateException("head");
		}

		@Override
		public void linkAdded(Link link) {
			throw new IllegalStateException("added");
		}

		@Override
		public void renderingComplete() {
			throw new IllegalStateException("complete");
		}

		@Override
		public void failed(Throwable failure) {
		}

	}

}
