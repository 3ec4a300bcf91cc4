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

package dev.preloadhints.asset.css;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the style sheets of a page declare for one property of one selector, and which of
 * it wins (<a href="https://www.w3.org/TR/css-cascade-5/#cascade-sort">CSS Cascade 5,
 * section 6.1</a>).
 */
final class Cascaded {

	private @Nullable Ranked winner;

	/** Whether it is sure to win, {@code null} until somebody asks. */
	private @Nullable Boolean sure;

	/** The declarations that count under some condition. */
	private final List<Ranked> rivals = new ArrayList<>(0);

	/**
	 * Add a declaration, in the order of the page.
	 * @param declaration the declaration
	 * @param rank its rank by layer and importance
	 */
	void add(FontDeclaration declaration, int rank) {
		int order = this.rivals.size() + ((this.winner != null) ? this.winner.order() + 1 : 0);
		Ranked ranked = new Ranked(declaration, rank, order);
		this.sure = null;
		if (declaration.origin().conditional()) {
			this.rivals.add(ranked);
		}
		else if (this.winner == null || Ranked.STRENGTH.compare(ranked, this.winner) > 0) {
			this.winner = ranked;
		}
	}

	/**
	 * The declaration that wins if no condition is fulfilled.
	 * @return the declaration, or {@code null} if all of them depend on one
	 */
	@Nullable FontDeclaration winner() {
		return (this.winner != null) ? this.winner.declaration() : null;
	}

	/**
	 * Whether the same value wins whatever is fulfilled.
	 * @return {@code false} if only a browser knows the value
	 */
	boolean isSure() {
		Boolean sure = this.sure;
		if (sure == null) {
			sure = isWinnerSure();
			this.sure = sure;
		}
		return sure;
	}

	private boolean isWinnerSure() {
		Ranked first = this.winner;
		if (first == null) {
			return this.rivals.isEmpty();
		}
		return this.rivals.stream()
			.allMatch((rival) -> Ranked.STRENGTH.compare(rival, first) < 0
					|| rival.declaration().value().equals(first.declaration().value()));
	}

	/**
	 * All values that may win.
	 * @return the values, the surest one first
	 */
	List<FontValue> values() {
		List<FontValue> values = new ArrayList<>(1);
		if (this.winner != null) {
			values.add(this.winner.declaration().value());
		}
		this.rivals.forEach((rival) -> values.add(rival.declaration().value()));
		return values;
	}

	private record Ranked(FontDeclaration declaration, int rank, int order) {

		static final Comparator<Ranked> STRENGTH = Comparator.comparingInt(Ranked::rank)
			.thenComparingInt((ranked) -> ranked.declaration().selector().specificity())
			.thenComparingInt(Ranked::order);

	}

}
