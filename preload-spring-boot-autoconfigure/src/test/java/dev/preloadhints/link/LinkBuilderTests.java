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

import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkBuilderTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "/a b.css", "/a.css ", "/<a>.css", "/a.css>; rel=next, </b", "/\"a\".css",
			"/a\r\nb", "/a\tb", "/a\u0000", "/a\u007f", "/caf\u00e9", "\ud83d" })
	void rejectsATargetThatIsNotEncoded(String target) {
		LinkBuilder link = Link.preload(target, Destination.STYLE);
		assertThatIllegalArgumentException().isThrownBy(link::build).withMessageContaining(target);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "/a,b;c=d", "/a?x=[|]&y='", "https://cdn.example", "../a", "/a\\b", "/a%20b" })
	void takesATargetThatIsEncoded(String target) {
		assertThat(Link.preload(target, Destination.STYLE).build().target()).isEqualTo(target);
	}

	@Test
	void rejectsAPreloadWithoutDestination() {
		LinkBuilder link = Link.of(LinkRelation.PRELOAD).target("/a");
		assertThatIllegalArgumentException().isThrownBy(link::build)
			.withMessageContaining("/a")
			.withMessageContaining("as");
	}

	@ParameterizedTest
	@MethodSource("textAttributes")
	void rejectsTextThatAHeaderCannotCarry(BiFunction<LinkBuilder, String, LinkBuilder> attribute) {
		for (String text : new String[] { "caf\u00e9", "a\u0000b", "a\u001bb", "a\u007fb", "\ud83d\ude00",
				"a\u2028b" }) {
			LinkBuilder link = attribute.apply(Link.preload("/a", Destination.IMAGE), text);
			assertThatIllegalArgumentException().isThrownBy(link::build).withMessageContaining(text);
		}
	}

	@ParameterizedTest
	@MethodSource("textAttributes")
	void foldsLineBreaksInText(BiFunction<LinkBuilder, String, LinkBuilder> attribute) {
		LinkBuilder link = attribute.apply(Link.preload("/a", Destination.IMAGE), " a\r\nSet-Cookie: b ");
		assertThat(link.build().fieldValue()).contains("=\"a Set-Cookie: b\"");
	}

	@ParameterizedTest
	@MethodSource("textAttributes")
	void escapesText(BiFunction<LinkBuilder, String, LinkBuilder> attribute) {
		LinkBuilder link = attribute.apply(Link.preload("/a", Destination.IMAGE), "a\"; x=\"\\, <b>");
		assertThat(link.build().fieldValue()).endsWith("=\"a\\\"; x=\\\"\\\\, <b>\"");
	}

	@ParameterizedTest
	@MethodSource("textAttributes")
	void leavesBlankTextOut(BiFunction<LinkBuilder, String, LinkBuilder> attribute) {
		for (@Nullable
		String text : new String[] { null, "", " \n" }) {
			LinkBuilder link = attribute.apply(Link.preload("/a", Destination.IMAGE), text);
			assertThat(link.build()).hasToString("</a>; rel=preload; as=image");
		}
	}

	@Test
	void canBuildAgain() {
		LinkBuilder link = Link.preload("/a", Destination.IMAGE).media(" a  b ");
		assertThat(link.build()).isEqualTo(link.build());
		assertThat(link.target("/b").build().target()).isEqualTo("/b");
	}

	@Test
	void tellsWhatWasSet() {
		LinkBuilder link = Link.preload("/a", Destination.IMAGE).imagesrcset("/a 1x");
		assertThat(link.relation()).isEqualTo(LinkRelation.PRELOAD);
		assertThat(link.target()).isEqualTo("/a");
		assertThat(link.destination()).isEqualTo(Destination.IMAGE);
		assertThat(link.imagesrcset()).isEqualTo("/a 1x");
		assertThat(Link.of(LinkRelation.PRECONNECT).target()).isEmpty();
	}

	static Stream<Named<BiFunction<LinkBuilder, String, LinkBuilder>>> textAttributes() {
		return Stream.of(Named.of("type", LinkBuilder::type), Named.of("media", LinkBuilder::media),
				Named.of("imagesrcset", LinkBuilder::imagesrcset), Named.of("imagesizes", LinkBuilder::imagesizes),
				Named.of("integrity", LinkBuilder::integrity), Named.of("referrerpolicy", LinkBuilder::referrerpolicy));
	}

}
