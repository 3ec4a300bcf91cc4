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
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkHeaderTests {

	@Test
	void writesLinksSeparatedByCommas() {
		assertThat(LinkHeader.write(List.of(style("/a"), style("/b"))))
			.isEqualTo("</a>; rel=preload; as=style, </b>; rel=preload; as=style");
	}

	@Test
	void writesOneLinkAsItIs() {
		assertThat(LinkHeader.write(List.of(style("/a")))).isEqualTo(style("/a").fieldValue());
	}

	@Test
	void knowsTheSizeThatWriteMakes() {
		List<Link> links = List.of(style("/a"), style("/bb"), style("/ccc"));
		int size = LinkHeader.size(links.get(0), true) + LinkHeader.size(links.get(1), false)
				+ LinkHeader.size(links.get(2), false);
		assertThat(LinkHeader.write(links)).hasSize(size);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '\u0001', textBlock = """
			</a>; rel=next -> 1
			</a>; rel=next, </b>; rel=prev -> 2
			</a>;rel=next,</b>;rel=prev,</c>;rel=up -> 3
			</a,b,c>; rel=next -> 1
			</a>; title="b, c" -> 1
			</a>; title="b\\", </c>" -> 1
			</a>; title="b\\\\", </c> -> 2
			</a>; title="<", </c> -> 2
			</a"b>, </c> -> 2
			</a>; x, </b> -> 2
			, </a>, , </b>, -> 2
			<> -> 1
			,,, -> 0
			""")
	void countsAndReadsLinks(String value, int expected) {
		assertThat(LinkHeader.count(value)).isEqualTo(expected);
		assertThat(LinkHeader.read(value)).hasSize(expected).isEqualTo(LinkHeader.readLeniently(value));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '\u0001', textBlock = """
			</a -> 1
			</a, </b> -> 1
			</a>; title="b -> 1
			</a>; title="b\\ -> 1
			garbage -> 1
			garbage, more -> 2
			"a, b" -> 1
			> -> 1
			; -> 1
			""")
	void countsWhatIsMalformedWithoutFailing(String value, int expected) {
		assertThat(LinkHeader.count(value)).isEqualTo(expected);
	}

	@Test
	void countsNothingInBlankValues() {
		assertThat(LinkHeader.count("")).isZero();
		assertThat(LinkHeader.read(" \t ")).isEmpty();
		assertThat(LinkHeader.count(" \t ")).isZero();
	}

	@Test
	void readsTargetsAndParameters() {
		List<ReceivedLink> links = LinkHeader
			.read("</a,b>;REL = next ; title=\"c\\\\, \\\"d\\\"\"; rel=prev ; crossorigin, <>");
		assertThat(links).containsExactly(
				new ReceivedLink("/a,b", Map.of("rel", "next", "title", "c\\, \"d\"", "crossorigin", "")),
				new ReceivedLink("", Map.of()));
		assertThat(links.get(0).parameters()).containsOnlyKeys("rel", "title", "crossorigin").isUnmodifiable();
		assertThat(links).isUnmodifiable();
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "</a", "</a> x", "</a>; x=\"y", "</a>; x=\"y\" z, </c>", "</a>; x=\"y\\",
			"</b>, garbage; x=\"1, </c>\"", "</b>, <c, </d" })
	void readsWhatIsMalformedOnlyLeniently(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> LinkHeader.read(value)).withMessageContaining(value);
		assertThat(LinkHeader.readLeniently("</before>; a=1, " + value))
			.contains(new ReceivedLink("/before", Map.of("a", "1")));
		assertThat(LinkHeader.readLeniently(value)).hasSize(LinkHeader.count(value) - 1);
	}

	@Test
	void countsEveryLinkOfTheCorpus() {
		assertThat(LinkHeader.count(LinkHeader.write(LinkCorpus.links()))).isEqualTo(LinkCorpus.links().size());
	}

	private static Link style(String target) {
		return Link.preload(target, Destination.STYLE).build();
	}

}
