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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "(min-width: 40em)", "font/woff2", "\"quoted\\\"", "!~" })
	void keepsPrintableText(String text) {
		assertThat(FieldText.normalize(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			"  a  ", a
			"a \t b", a b
			"a\t\tb", a b
			"a\r\nb", a b
			"a\n \r \fb c", a b c
			"a\r\nSet-Cookie: x=1", a Set-Cookie: x=1
			""")
	void foldsWhiteSpace(String text, String expected) {
		assertThat(FieldText.normalize(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\r\n" })
	void hasNothingForBlankText(String text) {
		assertThat(FieldText.normalize(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000b", "a\u0001", "a\u001bb", "a\u007f", "a\u0080b", "caf\u00e9", "\u20ac",
			"a\u2028b", "\ud83d\ude00", "\ud83d" })
	void hasNothingForTextThatAFieldCannotCarry(String text) {
		assertThat(FieldText.normalize(text)).isNull();
	}

	@Test
	void isPrintableFromSpaceToTilde() {
		assertThat(FieldText.isPrintable(" ~")).isTrue();
		assertThat(FieldText.isPrintable("\u001f")).isFalse();
		assertThat(FieldText.isPrintable("\u007f")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "no-referrer", "abc123", "!#$%&*+-.^_`|~", "Z9" })
	void writesATokenAsItIs(String value) {
		assertThat(parameter(value)).isEqualTo("; p=" + value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "font/woff2", "a b", "a'b", "a,b", "a;b", "a=b", "(x)", "<x>", "a:b", "a@b", "[x]", "{x}",
			"a?b" })
	void quotesWhatIsNoToken(String value) {
		assertThat(parameter(value)).isEqualTo("; p=\"" + value + "\"");
	}

	@Test
	void escapesQuotesAndBackslashes() {
		assertThat(parameter("a\"b\\c")).isEqualTo("; p=\"a\\\"b\\\\c\"");
	}

	@Test
	void quotesAnEmptyValue() {
		assertThat(parameter("")).isEqualTo("; p=\"\"");
	}

	@Test
	void writesNothingWithoutAValue() {
		StringBuilder field = new StringBuilder();
		FieldText.appendParameter(field, "p", null);
		assertThat(field).isEmpty();
	}

	private static String parameter(String value) {
		StringBuilder field = new StringBuilder();
		FieldText.appendParameter(field, "p", value);
		return field.toString();
	}

}
