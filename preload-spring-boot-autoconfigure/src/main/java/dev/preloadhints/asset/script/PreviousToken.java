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

import java.util.Map;

/**
 * What a token is to the next one, whose meaning depends on it: a slash divides or begins
 * a regular expression, a brace opens a block or an object.
 */
enum PreviousToken {

	/** Nothing of the statement, the member of a class or the property. */
	STATEMENT,

	/** An operand, or its end: a name, a literal, a closing bracket. */
	OPERAND,

	/** What wants an operand: an operator, an opening bracket, {@code typeof}. */
	OPERATOR,

	/** {@code return} or {@code yield}, whose operand has to begin on the same line. */
	RETURN,

	/** {@code break} or {@code continue}, with a label on the same line or none. */
	BREAK,

	/** The name of a property or member, or a word before it, such as {@code get}. */
	NAME,

	/** A dot or {@code #}: whatever the word, it is a name. */
	DOT,

	/** The arrow of a function. */
	ARROW,

	/** {@code if}, {@code switch}, {@code catch} and the like. */
	CONDITION,

	/** {@code for}. */
	FOR,

	/** {@code export default}. */
	EXPORT_DEFAULT;

	private static final Map<String, PreviousToken> KEYWORDS = Map.ofEntries(Map.entry("break", BREAK),
			Map.entry("case", OPERATOR), Map.entry("catch", CONDITION), Map.entry("const", OPERATOR),
			Map.entry("continue", BREAK), Map.entry("debugger", STATEMENT), Map.entry("delete", OPERATOR),
			Map.entry("do", STATEMENT), Map.entry("else", STATEMENT), Map.entry("extends", OPERATOR),
			Map.entry("finally", STATEMENT), Map.entry("for", FOR), Map.entry("if", CONDITION),
			Map.entry("in", OPERATOR), Map.entry("instanceof", OPERATOR), Map.entry("let", OPERATOR),
			Map.entry("new", OPERATOR), Map.entry("return", RETURN), Map.entry("switch", CONDITION),
			Map.entry("throw", OPERATOR), Map.entry("try", STATEMENT), Map.entry("typeof", OPERATOR),
			Map.entry("var", OPERATOR), Map.entry("void", OPERATOR), Map.entry("while", CONDITION),
			Map.entry("with", CONDITION), Map.entry("yield", RETURN));

	/**
	 * What a word is, to the token after it.
	 * @param word a word that is not the name of a property
	 */
	static PreviousToken of(String word) {
		return KEYWORDS.getOrDefault(word, OPERAND);
	}

}
