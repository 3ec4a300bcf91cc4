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

package dev.preloadhints.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.page.Render.Hinted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageHistory}: the learning rule.
 */
class PageHistoryTests {

	private static final Link STYLE = Link.preload("/a.css", Destination.STYLE).build();

	private static final Link OTHER_STYLE = Link.preload("/b.css", Destination.STYLE).build();

	private static final Link SCRIPT = Link.preload("/a.js", Destination.SCRIPT).build();

	private static final Link IMAGE = Link.preload("/a.png", Destination.IMAGE).build();

	@Test
	void expectsNothingOfAnUnknownPage() {
		assertThat(PageHistory.UNKNOWN.hints(1)).isEmpty();
		assertThat(PageHistory.UNKNOWN.size()).isZero();
	}

	@Test
	void knowsNothingOfSessionIdsBeforeAVisitorWithoutASession() {
		PageHistory page = times(3, PageHistory.UNKNOWN, render(STYLE));
		assertThat(page.isFreeOfSessionIds()).isFalse();
		assertThat(page.hasSessionIds()).isFalse();
		assertThat(page.withoutSessionIds().isFreeOfSessionIds()).isTrue();
		assertThat(page.withoutSessionIds().withoutSessionIds().hints(2)).containsExactly(STYLE);
	}

	@Test
	void isFreeOfSessionIdsAgainAfterAWindowWithoutThem() {
		PageHistory page = times(2, PageHistory.UNKNOWN, render(STYLE)).withSessionIds();
		assertThat(page.withSessionIds()).isSameAs(page);
		for (int i = 0; i < PageHistory.WINDOW; i++) {
			assertThat(page.isFreeOfSessionIds()).isFalse();
			page = page.after(render(STYLE)).withoutSessionIds();
		}
		assertThat(page.isFreeOfSessionIds()).isTrue();
		assertThat(page.withoutSessionIds()).isSameAs(page);
		assertThat(page.withSessionIds().hasSessionIds()).isTrue();
		assertThat(page.withSessionIds().hints(2)).containsExactly(STYLE);
	}

	@Test
	void expectsALinkAfterTwoRenders() {
		PageHistory once = PageHistory.UNKNOWN.after(render(STYLE));
		assertThat(once.hints(2)).isEmpty();
		assertThat(once.after(render(STYLE)).hints(2)).containsExactly(STYLE);
	}

	@Test
	void expectsTheBestFirst() {
		PageHistory page = times(2, PageHistory.UNKNOWN, render(IMAGE, SCRIPT, STYLE));
		assertThat(page.hints(2)).containsExactly(STYLE, SCRIPT, IMAGE);
	}

	@Test
	void keepsTheOrderOfThePageWhereALinkWasMissingAtFirst() {
		PageHistory page = times(2, PageHistory.UNKNOWN, render(OTHER_STYLE, SCRIPT));
		page = times(PageHistory.WINDOW, page, render(STYLE, OTHER_STYLE, SCRIPT));
		assertThat(page.hints(2)).containsExactly(STYLE, OTHER_STYLE, SCRIPT);
		assertThat(page.after(render(STYLE, OTHER_STYLE, SCRIPT))).isSameAs(page);
	}

	@Test
	void expectsWhatAlternatingTemplatesHaveInCommon() {
		PageHistory page = PageHistory.UNKNOWN;
		for (int i = 0; i < 20; i++) {
			page = page.after((i % 2 == 0) ? render(STYLE, SCRIPT) : render(STYLE, IMAGE));
			if (i > 1) {
				assertThat(page.hints(2)).containsExactly(STYLE);
			}
		}
	}

	@Test
	void dropsALinkOfAYoungPageAtItsFirstMiss() {
		PageHistory page = times(5, PageHistory.UNKNOWN, render(STYLE, SCRIPT)).after(render(STYLE));
		assertThat(page.hints(2)).containsExactly(STYLE);
	}

	@Test
	void forgivesOneMissInAFullWindowAndNoSecond() {
		PageHistory page = times(PageHistory.WINDOW, PageHistory.UNKNOWN, render(STYLE, SCRIPT)).after(render(STYLE));
		assertThat(page.hints(2)).containsExactly(STYLE, SCRIPT);
		assertThat(page.after(render(STYLE)).hints(2)).containsExactly(STYLE);
	}

	@Test
	void takesANewLinkUpAfterTwoRenders() {
		PageHistory page = times(PageHistory.WINDOW, PageHistory.UNKNOWN, render(STYLE)).after(render(STYLE, SCRIPT));
		assertThat(page.hints(2)).containsExactly(STYLE);
		assertThat(page.after(render(STYLE, SCRIPT)).hints(2)).containsExactly(STYLE, SCRIPT);
	}

	@Test
	void forgetsALinkThatIsGone() {
		PageHistory page = times(3, PageHistory.UNKNOWN, render(STYLE, SCRIPT));
		page = times(PageHistory.WINDOW, page, render(STYLE));
		assertThat(page.size()).isEqualTo(1);
	}

	@Test
	void expectsNothingOfAPageThatRedirectsHalfOfTheTime() {
		PageHistory page = PageHistory.UNKNOWN.after(render(STYLE));
		for (int i = 0; i < 20; i++) {
			page = page.after(render(STYLE)).afterFailure(false);
			assertThat(page.hints(2)).isEmpty();
		}
	}

	@Test
	void asksForAsManyRendersAsIsConfigured() {
		PageHistory page = times(3, PageHistory.UNKNOWN, render(STYLE));
		assertThat(page.hints(4)).isEmpty();
		assertThat(page.after(render(STYLE)).hints(4)).containsExactly(STYLE);
	}

	@Test
	void asksForThreeClientsWhereAUrlCouldBeOneUsersOwn() {
		PageHistory page = times(5, PageHistory.UNKNOWN, doubtful(1));
		assertThat(page.hints(2)).isEmpty();
		page = page.after(doubtful(2));
		assertThat(page.hints(2)).isEmpty();
		page = page.after(doubtful(1)).after(doubtful(2));
		assertThat(page.hints(2)).isEmpty();
		assertThat(page.after(doubtful(3)).hints(2)).containsExactly(IMAGE);
	}

	@Test
	void isTheSamePageOnceItIsSettled() {
		PageHistory page = times(PageHistory.WINDOW, PageHistory.UNKNOWN, render(STYLE, SCRIPT));
		assertThat(page.after(render(STYLE, SCRIPT))).isSameAs(page);
		assertThat(page.after(hinted(Hinted.USED, STYLE, SCRIPT)).after(hinted(Hinted.USED, STYLE, SCRIPT)))
			.isSameAs(page);
		assertThat(page.after(render(STYLE))).isNotSameAs(page);
	}

	@Test
	void fallsSilentWhenAQuarterOfItsHintsWasWasted() {
		PageHistory page = times(PageHistory.WINDOW, PageHistory.UNKNOWN, render(STYLE));
		for (int i = 0; i < 3; i++) {
			page = page.after(hinted(Hinted.WASTED, STYLE)).after(hinted(Hinted.USED, STYLE));
			assertThat(page.isSilent()).isFalse();
		}
		page = page.after(hinted(Hinted.WASTED, STYLE));
		assertThat(page.isSilent()).isTrue();
		page = times(Silence.LENGTH - 1, page, render(STYLE));
		assertThat(page.isSilent()).isTrue();
		assertThat(page.after(render(STYLE)).isSilent()).isFalse();
	}

	@Test
	void forgetsWasteThatIsLongAgo() {
		PageHistory page = times(PageHistory.WINDOW, PageHistory.UNKNOWN, render(STYLE));
		for (int i = 0; i < 20; i++) {
			page = times(6, page.after(hinted(Hinted.WASTED, STYLE)), hinted(Hinted.USED, STYLE));
			assertThat(page.isSilent()).isFalse();
		}
	}

	@Test
	void countsAHintedFailureAsWaste() {
		PageHistory page = times(PageHistory.WINDOW, PageHistory.UNKNOWN, render(STYLE));
		for (int i = 0; i < 4; i++) {
			page = page.afterFailure(true);
		}
		assertThat(page.isSilent()).isTrue();
	}

	@Test
	void isBounded() {
		List<Link> links = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			links.add(Link.preload("/" + i + ".css", Destination.STYLE).build());
		}
		PageHistory page = times(3, PageHistory.UNKNOWN, render(links.toArray(new Link[0])));
		assertThat(page.size()).isEqualTo(48);
		Link endless = Link.preload("/" + "x".repeat(600), Destination.STYLE).build();
		assertThat(times(3, PageHistory.UNKNOWN, render(endless)).size()).isZero();
	}

	private static PageHistory times(int times, PageHistory page, Render render) {
		PageHistory next = page;
		for (int i = 0; i < times; i++) {
			next = next.after(render);
		}
		return next;
	}

	private static Render render(Link... links) {
		return hinted(Hinted.NOT, links);
	}

	private static Render hinted(Hinted hinted, Link... links) {
		return new Render(Arrays.asList(links), Set.of(), 1, hinted);
	}

	/** By its address first, then by its session, then by its principal. */
	@Test
	void oneClientThatIsToldInThreeWaysIsNotThree() {
		PageHistory page = times(5, PageHistory.UNKNOWN, doubtful(2 << 30 | 7));
		page = times(5, page, doubtful(1 << 30 | 8));
		page = times(5, page, doubtful(9));
		assertThat(page.hints(2)).isEmpty();
		page = page.after(doubtful(1 << 30 | 10)).after(doubtful(2 << 30 | 11));
		assertThat(page.hints(2)).isEmpty();
		assertThat(page.after(doubtful(1 << 30 | 12)).hints(2)).containsExactly(IMAGE);
	}

	private static Render doubtful(int client) {
		return new Render(List.of(IMAGE), Set.of(IMAGE), client, Hinted.NOT);
	}

}
