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

package dev.preloadhints.asset.script;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * All that is open around a token, and what the innermost of it alone decides.
 */
final class OpenBrackets {

	private final Deque<OpenBracket> open = new ArrayDeque<>();

	boolean isEmpty() {
		return this.open.isEmpty();
	}

	void push(OpenBracket bracket) {
		this.open.push(bracket);
	}

	/**
	 * Close the innermost.
	 * @return it, or {@code null} if nothing is open
	 */
	@Nullable OpenBracket pop() {
		return this.open.poll();
	}

	/**
	 * The innermost.
	 * @return {@code null} if nothing is open
	 */
	@Nullable OpenBracket innermost() {
		return this.open.peek();
	}

	/**
	 * Whether a statement may stand here, as it may where nothing is open.
	 */
	boolean holdStatements() {
		OpenBracket around = innermost();
		return around == null || around.holdsStatements();
	}

	boolean isFunctionHead() {
		OpenBracket around = innermost();
		return around != null && around.isFunctionHead();
	}

	boolean isConditional() {
		return innermost() == OpenBracket.CONDITIONAL;
	}

	/**
	 * What a semicolon is to the next token.
	 * @return {@code null} if there cannot be one
	 */
	@Nullable PreviousToken semicolon() {
		OpenBracket around = innermost();
		if (around == OpenBracket.FOR) {
			return PreviousToken.OPERATOR;
		}
		return (around == null || around.holdsStatements() || around.isClass()) ? PreviousToken.STATEMENT : null;
	}

	/**
	 * What the colon of a property, a label or {@code case} is to the next token.
	 * @return {@code null} if there cannot be one
	 */
	@Nullable PreviousToken colon() {
		return holdStatements() ? PreviousToken.STATEMENT
				: (innermost() == OpenBracket.OBJECT) ? PreviousToken.OPERATOR : null;
	}

	/**
	 * What a comma is to the next token.
	 */
	PreviousToken comma() {
		return (innermost() == OpenBracket.OBJECT) ? PreviousToken.STATEMENT : PreviousToken.OPERATOR;
	}

}
