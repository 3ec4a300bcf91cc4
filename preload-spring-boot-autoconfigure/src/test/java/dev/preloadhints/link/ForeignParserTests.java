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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.preloadhints.link.ForeignParser.Parsed;
import dev.preloadhints.link.LinkCorpus.Sample;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what this package writes with parsers that others wrote.
 */
class ForeignParserTests {

	@ParameterizedTest
	@EnumSource
	void readsTheWholeCorpusAsOneHeader(ForeignParser parser) {
		List<Sample> samples = LinkCorpus.samples().stream().filter((sample) -> parser.reads(sample.link())).toList();
		String header = LinkHeader.write(samples.stream().map(Sample::link).toList());
		assertThat(parser.parse(header)).isEqualTo(samples.stream().map((sample) -> expected(parser, sample)).toList());
	}

	@ParameterizedTest
	@MethodSource("dev.preloadhints.link.LinkCorpus#samples")
	void readsEachLinkWithTwoParsersAtLeast(Sample sample) {
		List<ForeignParser> readers = new ArrayList<>();
		for (ForeignParser parser : ForeignParser.values()) {
			if (parser.reads(sample.link())) {
				assertThat(parser.parse(sample.link().fieldValue())).as(parser.name())
					.containsExactly(expected(parser, sample));
				readers.add(parser);
			}
		}
		assertThat(readers).hasSizeGreaterThanOrEqualTo(2);
	}

	@ParameterizedTest
	@MethodSource("dev.preloadhints.link.LinkCorpus#samples")
	void readsEachLinkOfAnEarlyHint(Sample sample) {
		String early = sample.link().earlyFieldValue();
		if (early != null) {
			Map<String, String> attributes = new LinkedHashMap<>(sample.attributes());
			attributes.keySet().retainAll(List.of("rel", "as", "type", "crossorigin", "fetchpriority"));
			assertThat(ForeignParser.HTTP_COMPONENTS.parse(early))
				.containsExactly(new Parsed(sample.target(), attributes));
			attributes.keySet().removeIf((name) -> !ForeignParser.SPRING_HATEOAS.keeps(name));
			assertThat(ForeignParser.SPRING_HATEOAS.parse(early))
				.containsExactly(new Parsed(sample.target(), attributes));
		}
	}

	@Test
	void writesTheCorpusInPrintableAscii() {
		assertThat(LinkHeader.write(LinkCorpus.links())).matches("[ -~]+");
	}

	@Test
	void hasNoTwoLinksAlikeInTheCorpus() {
		assertThat(LinkCorpus.links()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
	}

	static Parsed expected(ForeignParser parser, Sample sample) {
		Map<String, String> attributes = new LinkedHashMap<>(sample.attributes());
		attributes.keySet().removeIf((name) -> !parser.keeps(name));
		return new Parsed(sample.target(), attributes);
	}

}
