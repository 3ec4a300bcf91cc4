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

package dev.preloadhints.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of the Prometheus query language asks for. Not a check of its
 * grammar, which is Prometheus' own business, but what it cannot read it refuses.
 *
 * @param selectors the series that it selects
 * @param labels the labels that it groups or joins by
 */
record PromQl(List<Selector> selectors, Set<String> labels) {

	private static final Pattern TOKEN = Pattern.compile("""
			\\s*(?:(?<string>"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*')|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\
			|(?<number>[0-9][0-9a-z.]*)|(?<range>\\[[^]]*])|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^<>=(){},]))\\s*""");

	private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

	private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

	static PromQl parse(String expression) {
		List<String> tokens = tokens(expression);
		List<Selector> selectors = new ArrayList<>();
		Set<String> labels = new LinkedHashSet<>();
		for (int i = 0; i < tokens.size(); i++) {
			String token = tokens.get(i);
			String next = (i + 1 < tokens.size()) ? tokens.get(i + 1) : "";
			if (GROUPING.contains(token)) {
				int end = end(tokens, i, ")");
				tokens.subList(i + 2, end).stream().filter((label) -> !label.equals(",")).forEach(labels::add);
				i = end;
			}
			else if (isName(token) && !WORDS.contains(token) && !next.equals("(") && !GROUPING.contains(next)) {
				int end = next.equals("{") ? end(tokens, i, "}") : i;
				selectors.add(new Selector(token, conditions(tokens.subList(i + 1, end + 1))));
				i = end;
			}
			else if (token.equals("{")) {
				throw new IllegalArgumentException("A selector without a name in: " + expression);
			}
		}
		return new PromQl(selectors, labels);
	}

	private static List<String> tokens(String expression) {
		List<String> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(expression);
		int position = 0;
		while (position < expression.length()) {
			if (!matcher.find(position) || matcher.start() != position) {
				throw new IllegalArgumentException("Not understood: " + expression.substring(position));
			}
			tokens.add(matcher.group().strip());
			position = matcher.end();
		}
		return tokens;
	}

	private static int end(List<String> tokens, int begin, String closing) {
		int length = tokens.subList(begin, tokens.size()).indexOf(closing);
		if (length < 0) {
			throw new IllegalArgumentException("No " + closing + " after " + tokens.get(begin));
		}
		return begin + length;
	}

	private static boolean isName(String token) {
		return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_' || token.charAt(0) == ':';
	}

	/** From an opening brace to its closing one. */
	private static List<Condition> conditions(List<String> tokens) {
		List<Condition> conditions = new ArrayList<>();
		for (int i = 1; i + 2 < tokens.size(); i += 4) {
			String value = tokens.get(i + 2);
			conditions.add(new Condition(tokens.get(i), tokens.get(i + 1), value.substring(1, value.length() - 1)));
		}
		return conditions;
	}

	/**
	 * Series of one metric.
	 *
	 * @param metric the metric's name
	 * @param conditions what their labels have to be
	 */
	record Selector(String metric, List<Condition> conditions) {
	}

	/**
	 * What a label has to be.
	 *
	 * @param label the label's name
	 * @param operator one of {@code = != =~ !~}
	 * @param value a value, or a regular expression
	 */
	record Condition(String label, String operator, String value) {

		/** The values that are named, each by itself. */
		List<String> values() {
			return this.operator.endsWith("~") ? List.of(this.value.split("\\|")) : List.of(this.value);
		}

	}

}
