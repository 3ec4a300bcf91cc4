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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LinkCheck}.
 */
class LinkCheckTests {

	@ParameterizedTest
	@CsvSource({ "STYLE, text/css", "STYLE, text/css;charset=utf-8", "IMAGE, image/svg+xml", "FONT, font/woff2",
			"FONT, application/font-woff", "FONT, application/vnd.ms-fontobject", "SCRIPT, text/javascript",
			"SCRIPT, application/ecmascript", "FETCH, application/json", "TRACK, text/vtt", "STYLE, ''" })
	void takesATypeOfTheDestination(Destination destination, String type) {
		LinkBuilder link = Link.preload("/a", destination).type(type);
		assertThat(link.check()).isSameAs(link);
	}

	@ParameterizedTest
	@CsvSource({ "STYLE, text/plain", "IMAGE, text/css", "FONT, image/png", "SCRIPT, application/json", "FETCH, json",
			"FETCH, application/", "SCRIPT, module" })
	void refusesAnyOther(Destination destination, String type) {
		assertThatExceptionOfType(InvalidLinkException.class)
			.isThrownBy(() -> Link.preload("/a", destination).type(type).check())
			.satisfies((ex) -> assertThat(ex.attribute()).isEqualTo("type"));
	}

	@ParameterizedTest
	@CsvSource({ "(min-width, false", "min-width), false", ")(, false", "print, true",
			"(min-width: calc(1px + 2px)) and (not (print)), true" })
	void balancesTheParenthesesOfMedia(String media, boolean right) {
		LinkBuilder link = Link.preload("/a", Destination.STYLE).media(media);
		if (right) {
			assertThat(link.check()).isSameAs(link);
		}
		else {
			assertThatExceptionOfType(InvalidLinkException.class).isThrownBy(link::check)
				.satisfies((ex) -> assertThat(ex.attribute()).isEqualTo("media"));
		}
	}

	@Test
	void takesAnOriginWithASlashForAConnection() {
		LinkBuilder link = Link.preconnect("https://cdn.example.com/");
		assertThat(link.check()).isSameAs(link);
	}

	@Test
	void saysWhichAttributeARelationLacks() {
		assertThatExceptionOfType(InvalidLinkException.class)
			.isThrownBy(() -> Link.of(LinkRelation.PRELOAD).target("/a").check())
			.satisfies((ex) -> assertThat(ex.attribute()).isEqualTo("as"));
	}

}
