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

import org.jspecify.annotations.Nullable;

/**
 * What is open around a token: a pair of brackets by what they mean, or the beginning of
 * a construct whose body is still to come.
 */
enum OpenBracket {

	/** Statements, after which a statement begins. */
	BLOCK('}', PreviousToken.STATEMENT),

	/** Statements of a function that is an expression, or of an object's method. */
	FUNCTION('}', PreviousToken.OPERAND),

	/** Members of a class that is a declaration. */
	CLASS_DECLARATION('}', PreviousToken.STATEMENT),

	/** Members of a class that is an expression. */
	CLASS('}', PreviousToken.OPERAND),

	/** Properties of an object, or of a pattern. */
	OBJECT('}', PreviousToken.OPERAND),

	/** <code>${…}</code> in a template. */
	SUBSTITUTION('}', PreviousToken.OPERAND),

	/** Parentheses around an expression, arguments or parameters. */
	PARENTHESES(')', PreviousToken.OPERAND),

	/** Parentheses of {@code if}, {@code while}, {@code switch} and the like. */
	CONDITION(')', PreviousToken.STATEMENT),

	/** Parentheses of {@code for}. */
	FOR(')', PreviousToken.STATEMENT),

	/** An array, a subscript or a computed name. */
	SQUARE_BRACKETS(']', PreviousToken.OPERAND),

	/** From the {@code ?} of a conditional expression to its colon. */
	CONDITIONAL(':', PreviousToken.OPERATOR),

	/** From {@code function} to its body. */
	FUNCTION_HEAD(FUNCTION), FUNCTION_DECLARATION_HEAD(BLOCK),

	/** From {@code class} to its body. */
	CLASS_HEAD(CLASS), CLASS_DECLARATION_HEAD(CLASS_DECLARATION);

	private final int end;

	private final PreviousToken after;

	private final @Nullable OpenBracket body;

	OpenBracket(char end, PreviousToken after) {
		this.end = end;
		this.after = after;
		this.body = null;
	}

	OpenBracket(OpenBracket body) {
		this.end = -1;
		this.after = body.after;
		this.body = body;
	}

	/**
	 * The character that ends it, or -1 for one that ends with its body.
	 */
	int end() {
		return this.end;
	}

	/**
	 * What its beginning is to the token after that.
	 */
	PreviousToken first() {
		return (this.end == '}' && this != SUBSTITUTION) ? PreviousToken.STATEMENT : PreviousToken.OPERATOR;
	}

	/**
	 * What its end is to the token after that.
	 */
	PreviousToken after() {
		return this.after;
	}

	/**
	 * What its next brace opens, if that is decided.
	 */
	@Nullable OpenBracket body() {
		return this.body;
	}

	boolean holdsStatements() {
		return this == BLOCK || this == FUNCTION;
	}

	boolean isClass() {
		return this == CLASS || this == CLASS_DECLARATION;
	}

	/**
	 * Whether words stand for names of members here, where no value is begun.
	 */
	boolean holdsMembers() {
		return this == OBJECT || isClass();
	}

	boolean isFunctionHead() {
		return this == FUNCTION_HEAD || this == FUNCTION_DECLARATION_HEAD;
	}

}
