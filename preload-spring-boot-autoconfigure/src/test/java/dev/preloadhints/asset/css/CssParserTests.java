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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CssParserTests {

	@Test
	void findsRulesAndDeclarations() {
		assertThat(parse("@charset \"utf-8\";\na , b > c{ color : red;x:y }")).containsExactly("@charset \"utf-8\"",
				"a , b > c{", "color : red", "x:y", "}");
	}

	@Test
	void findsNestedRules() {
		assertThat(parse("a{b:c;&:hover{d:e}f g{h:i;j:k}l:m}")).containsExactly("a{", "b:c", "&:hover{", "d:e", "}",
				"f g{", "h:i", "j:k", "}", "l:m", "}");
	}

	@Test
	void findsRulesInsideAtRules() {
		assertThat(parse("@layer a,b;@layer a{@media (x){p{q:r}}}")).containsExactly("@layer a,b", "@layer a{",
				"@media (x){", "p{", "q:r", "}", "}", "}");
	}

	@Test
	void bracesBelongToTheValueOfACustomProperty() {
		assertThat(parse("a{--b:{c:d;e};--f:g}")).containsExactly("a{", "--b:{c:d;e}", "--f:g", "}");
	}

	@Test
	void nothingEndsInsideBrackets() {
		assertThat(parse("a{b:c(;});d:[;}]}")).containsExactly("a{", "b:c(;})", "d:[;}]", "}");
	}

	@Test
	void commentsAndStringsAreNoStructure() {
		assertThat(parse("a{b:\"}\\\"}\";/*}*/c:'}'}")).containsExactly("a{", "b:\"}\\\"}\"", "c:'}'", "}");
		assertThat(parse("a{b:\"x\\\ny\"}")).containsExactly("a{", "b:\"x\\\ny\"", "}");
	}

	@Test
	void aStringEndsWithItsLine() {
		assertThat(parse("a{b:\"c;}\n;d:e}")).containsExactly("a{", "b:\"c;}", "d:e", "}");
	}

	@Test
	void aMalformedUrlEndsWithItsParenthesis() {
		assertThat(parse("a{b:url(c'd{\\)e);f:g}")).containsExactly("a{", "b:url(c'd{\\)e)", "f:g", "}");
	}

	@Test
	void aSemicolonBetweenRulesSpoilsTheNextOne() {
		assertThat(parse("a{};b{c:d}")).containsExactly("a{", "}", ";b{", "c:d", "}");
	}

	@Test
	void marksOfHtmlCommentsAreLeftOut() {
		assertThat(parse("<!-- a{b:c} -->")).containsExactly("a{", "b:c", "}");
	}

	@Test
	void whatIsNotOfInterestIsPassedOver() {
		assertThat(parse("skip{a:b;c{d:(}e);}'}'}f{g:h}")).containsExactly("skip{", "f{", "g:h", "}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a{b:c", "a{b:c /*", "a{b:c(d", "@media x{a{}", "/*", "a{skip{" })
	void aTextThatWasCutOffIsNotComplete(String css) {
		assertThat(CssParser.parse(css, new Recorder())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a{b:c}", "}", "@import 'a'", "a{b:c}/* */", "skip{a{}}" })
	void aTextThatEndsOutsideOfEverythingIsComplete(String css) {
		assertThat(CssParser.parse(css, new Recorder())).isTrue();
	}

	@Test
	void whatWasOpenAtTheEndIsReadAsIfItWereClosed() {
		assertThat(parse("@media x{a{b:c")).containsExactly("@media x{", "a{", "b:c", "}", "}");
	}

	private static List<String> parse(String css) {
		Recorder recorder = new Recorder();
		CssParser.parse(css, recorder);
		return recorder.events;
	}

	private static final class Recorder implements CssParser.Rules {

		private final List<String> events = new ArrayList<>();

		@Override
		public boolean open(List<CssToken> prelude) {
			this.events.add(CssTokens.text(CssTokens.strip(prelude)) + "{");
			return !CssTokens.text(prelude).equals("skip");
		}

		@Override
		public void close() {
			this.events.add("}");
		}

		@Override
		public void statement(List<CssToken> rule) {
			this.events.add(text(rule));
		}

		@Override
		public void declaration(List<CssToken> declaration) {
			this.events.add(text(declaration));
		}

		private static String text(List<CssToken> tokens) {
			StringBuilder text = new StringBuilder();
			CssTokens.strip(tokens).forEach((token) -> text.append(token.text()));
			return text.toString();
		}

	}

}
