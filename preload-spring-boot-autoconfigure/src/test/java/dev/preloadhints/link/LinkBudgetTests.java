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

package dev.preloadhints.link;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.preloadhints.link.LinkBudget.Selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

class LinkBudgetTests {

	private static final Link A = style("/a");

	private static final Link B = style("/b");

	private static final Link C = style("/c");

	private static final Link LONG = style("/" + "x".repeat(200));

	private static final int SIZE = A.fieldValue().length();

	@Test
	void selectsEverythingThatFits() {
		Selection selection = new LinkBudget(1000, 16).select(List.of(A, B, C), 0, 0);
		assertThat(selection.selected()).containsExactly(A, B, C);
		assertThat(selection.omitted()).isEmpty();
		assertThat(selection.bytes()).isEqualTo(LinkHeader.write(List.of(A, B, C)).length());
	}

	@Test
	void selectsTheFirstLinksWhenThereAreTooMany() {
		Selection selection = new LinkBudget(1000, 2).select(List.of(A, B, C), 0, 0);
		assertThat(selection.selected()).containsExactly(A, B);
		assertThat(selection.omitted()).containsExactly(entry(C, OmissionReason.MAX_LINKS));
	}

	@Test
	void selectsTheFirstLinksWhenTheyAreTooLong() {
		Selection selection = new LinkBudget(SIZE * 2, 16).select(List.of(A, B, C), 0, 0);
		assertThat(selection.selected()).containsExactly(A);
		assertThat(selection.omitted()).containsExactly(entry(B, OmissionReason.MAX_SIZE),
				entry(C, OmissionReason.MAX_SIZE));
	}

	@Test
	void selectsShorterLinksBehindOneThatIsTooLong() {
		Selection selection = new LinkBudget(100, 16).select(List.of(A, LONG, B), 0, 0);
		assertThat(selection.selected()).containsExactly(A, B);
		assertThat(selection.omitted()).containsExactly(entry(LONG, OmissionReason.MAX_SIZE));
	}

	@Test
	void fillsTheBytesExactly() {
		int bytes = LinkHeader.write(List.of(A, B)).length();
		assertThat(new LinkBudget(bytes, 16).select(List.of(A, B), 0, 0).selected()).hasSize(2);
		assertThat(new LinkBudget(bytes - 1, 16).select(List.of(A, B), 0, 0).selected()).hasSize(1);
	}

	@Test
	void countsTheBytesThatAreUsed() {
		int used = 40;
		Selection selection = new LinkBudget(used + 2 + SIZE, 16).select(List.of(A, B), used, 1);
		assertThat(selection.selected()).containsExactly(A);
		assertThat(selection.bytes()).isEqualTo(used + 2 + SIZE);
	}

	@Test
	void countsTheLinksThatAreUsed() {
		Selection selection = new LinkBudget(1000, 3).select(List.of(A, B), 40, 2);
		assertThat(selection.selected()).containsExactly(A);
		assertThat(selection.omitted()).containsExactly(entry(B, OmissionReason.MAX_LINKS));
	}

	@Test
	void selectsNothingWhenOthersUsedEverything() {
		LinkBudget budget = new LinkBudget(100, 2);
		assertThat(budget.select(List.of(A), 101, 1).selected()).isEmpty();
		assertThat(budget.select(List.of(A), 50, 2).selected()).isEmpty();
		assertThat(budget.select(List.of(A), 5000, 50).bytes()).isEqualTo(5000);
	}

	@Test
	void selectsNothingWithoutRoom() {
		assertThat(new LinkBudget(0, 16).select(List.of(A), 0, 0).selected()).isEmpty();
		assertThat(new LinkBudget(1000, 0).select(List.of(A), 0, 0).selected()).isEmpty();
	}

	@Test
	void copesWithManyLinks() {
		List<Link> links = IntStream.range(0, 5000).mapToObj((i) -> style("/" + i)).toList();
		Selection selection = new LinkBudget(1000, 16).select(links, 0, 0);
		assertThat(selection.selected()).hasSize(16).isEqualTo(links.subList(0, 16));
		assertThat(selection.omitted()).hasSize(5000 - 16);
	}

	@Test
	void becomesSmallerWithinBytes() {
		LinkBudget budget = new LinkBudget(1000, 16);
		assertThat(budget.withinBytes(500)).isEqualTo(new LinkBudget(500, 16));
		assertThat(budget.withinBytes(1000)).isSameAs(budget);
		assertThat(budget.withinBytes(2000)).isSameAs(budget);
		assertThat(budget.withinBytes(-5)).isEqualTo(new LinkBudget(0, 16));
	}

	@Test
	void rejectsNegativeLimits() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LinkBudget(-1, 1)).withMessageContaining("-1");
		assertThatIllegalArgumentException().isThrownBy(() -> new LinkBudget(1, -1)).withMessageContaining("-1");
	}

	private static Link style(String target) {
		return Link.preload(target, Destination.STYLE).build();
	}

}
