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
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The value of a font property, or of a custom property that may become a part of one.
 *
 * @param parts its parts; white space is none
 */
record FontValue(List<Part> parts) {

	/** What has more parts is of no use for fonts. */
	private static final int MAX_PARTS = 128;

	private static final int MAX_TEXT_LENGTH = 128;

	/** Fallbacks inside one another. */
	private static final int MAX_DEPTH = 8;

	/** Keywords that every property takes. */
	private static final Set<String> WIDE_KEYWORDS = Set.of("inherit", "initial", "unset", "revert", "revert-layer");

	/**
	 * Read a value.
	 * @param tokens its tokens
	 * @return the value
	 */
	static FontValue read(List<CssToken> tokens) {
		return new FontValue(parts(tokens, MAX_DEPTH));
	}

	private static List<Part> parts(List<CssToken> tokens, int depth) {
		List<Part> parts = new ArrayList<>(4);
		for (int i = 0; i < tokens.size(); i = CssTokens.next(tokens, i)) {
			if (tokens.get(i).type() != CssToken.Type.SPACE) {
				parts.add((parts.size() < MAX_PARTS) ? part(tokens, i, depth) : Part.OTHER);
			}
			if (parts.size() > MAX_PARTS) {
				break;
			}
		}
		return List.copyOf(parts);
	}

	private static Part part(List<CssToken> tokens, int index, int depth) {
		CssToken token = tokens.get(index);
		if (token.length() > MAX_TEXT_LENGTH) {
			return Part.OTHER;
		}
		return switch (token.type()) {
			case WORD -> new Part(Type.WORD, token.value(), null);
			case STRING -> new Part(Type.STRING, token.value(), null);
			case NUMBER -> new Part(Type.NUMBER, token.text(), null);
			case COMMA -> Part.COMMA;
			case SLASH -> Part.SLASH;
			case FUNCTION -> (depth > 0 && token.value().equals("var"))
					? variable(CssTokens.inside(tokens, index), depth - 1) : Part.OTHER;
			default -> Part.OTHER;
		};
	}

	private static Part variable(List<CssToken> arguments, int depth) {
		if (arguments.isEmpty() || arguments.get(0).length() > MAX_TEXT_LENGTH
				|| !arguments.get(0).text().startsWith("--")) {
			return Part.OTHER;
		}
		String name = arguments.get(0).value();
		List<CssToken> rest = CssTokens.strip(arguments.subList(1, arguments.size()));
		if (rest.isEmpty()) {
			return new Part(Type.VARIABLE, name, null);
		}
		boolean fallback = rest.get(0).type() == CssToken.Type.COMMA;
		return fallback ? new Part(Type.VARIABLE, name, parts(rest.subList(1, rest.size()), depth)) : Part.OTHER;
	}

	/**
	 * Whether it depends on custom properties.
	 * @return {@code true} if there is a {@code var()}
	 */
	boolean hasVariables() {
		return this.parts.stream().anyMatch((part) -> part.type() == Type.VARIABLE);
	}

	/**
	 * Whether it could be a part of a font property: names, numbers and references.
	 * @return {@code false} if there is something else in it
	 */
	boolean isOfFonts() {
		return this.parts.stream().noneMatch((part) -> part.type() == Type.OTHER);
	}

	/**
	 * Whether it is a length or a percentage, which is neither a family nor a weight.
	 * @return {@code true} for {@code 1rem}, for example
	 */
	boolean isLength() {
		return this.parts.size() == 1 && this.parts.get(0).type() == Type.NUMBER
				&& (this.parts.get(0).hasUnit() || this.parts.get(0).number() == 0);
	}

	/**
	 * Whether it is one of the keywords that every property takes.
	 * @return {@code true} for {@code initial}, for example
	 */
	boolean isWideKeyword() {
		return this.parts.size() == 1 && this.parts.get(0).type() == Type.WORD
				&& WIDE_KEYWORDS.contains(this.parts.get(0).text().toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether it is what the text around it has, said of a property that is inherited.
	 * @return {@code true} for {@code inherit}, for example
	 */
	boolean isInherited() {
		return this.parts.size() == 1 && (this.parts.get(0).isWord("inherit") || this.parts.get(0).isWord("unset"));
	}

	/**
	 * Whether it is what text has that nothing is said of.
	 * @return {@code true} for {@code initial}
	 */
	boolean isInitial() {
		return this.parts.size() == 1 && this.parts.get(0).isWord("initial");
	}

	/**
	 * A part of a value.
	 *
	 * @param type what it is
	 * @param text the name, the content of the string, or the number with its unit
	 * @param fallback of a {@code var()}, or {@code null} if it has none
	 */
	record Part(Type type, String text, @Nullable List<Part> fallback) {

		/** {@code ,}. */
		static final Part COMMA = new Part(Type.COMMA, ",", null);

		/** {@code /}. */
		static final Part SLASH = new Part(Type.SLASH, "/", null);

		/** What fonts have no use for. */
		static final Part OTHER = new Part(Type.OTHER, "", null);

		boolean isWord(String word) {
			return this.type == Type.WORD && this.text.equalsIgnoreCase(word);
		}

		/**
		 * The number without its unit.
		 * @return the number, or {@code NaN} if there is none
		 */
		float number() {
			if (this.type != Type.NUMBER) {
				return Float.NaN;
			}
			int end = 0;
			while (end < this.text.length() && (this.text.charAt(end) == '.' || isDigit(this.text.charAt(end)))) {
				end++;
			}
			return Float.parseFloat(this.text.substring(0, end));
		}

		boolean hasUnit() {
			return !isDigit(this.text.charAt(this.text.length() - 1));
		}

		private static boolean isDigit(char c) {
			return c >= '0' && c <= '9';
		}

	}

	/**
	 * What a part can be.
	 */
	enum Type {

		/** An identifier. */
		WORD,

		/** A string. */
		STRING,

		/** A number with its unit, if it has one. */
		NUMBER,

		/** A comma. */
		COMMA,

		/** A slash. */
		SLASH,

		/** A reference to a custom property. */
		VARIABLE,

		/** Anything else, another function for example. */
		OTHER

	}

}
