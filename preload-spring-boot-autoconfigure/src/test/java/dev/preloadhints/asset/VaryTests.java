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

package dev.preloadhints.asset;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Vary}. What browsers do is in the tests with a browser.
 */
class VaryTests {

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			''                                      -> NOTHING
			Accept-Encoding                         -> NOTHING
			accept-encoding,, User-Agent            -> NOTHING
			Access-Control-Request-Method           -> NOTHING
			Sec-Fetch-Mode, Sec-Fetch-Dest          -> NOTHING
			X-Forwarded-Proto                       -> NOTHING
			Origin                                  -> ORIGIN
			Accept-Encoding , ORIGIN                -> ORIGIN
			Referer                                 -> ANYTHING
			Cookie                                  -> ANYTHING
			Sec-CH-UA                               -> ANYTHING
			Save-Data                               -> ANYTHING
			X-Moz                                   -> ANYTHING
			TE                                      -> ANYTHING
			*                                       -> ANYTHING
			Origin, *                               -> ANYTHING
			""")
	void isReadFromTheField(String value, Vary vary) {
		assertThat(Vary.of(List.of(value))).isEqualTo(vary);
	}

	@Test
	void isReadFromAllFields() {
		assertThat(Vary.of(List.of())).isEqualTo(Vary.NOTHING);
		assertThat(Vary.of(List.of("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers")))
			.isEqualTo(Vary.ORIGIN);
	}

	@Test
	void originShutsOutWhatIsRequestedInCorsMode() {
		for (Link link : List.of(Link.preload("/a.woff2", Destination.FONT).build(),
				Link.modulePreload("/a.js").build(),
				Link.preload("/a.css", Destination.STYLE).crossorigin(CrossOrigin.ANONYMOUS).build(),
				Link.preload("/a.js", Destination.SCRIPT).crossorigin(CrossOrigin.USE_CREDENTIALS).build(),
				Link.preload("/a.png", Destination.IMAGE).crossorigin(CrossOrigin.ANONYMOUS).build())) {
			assertThat(Vary.NOTHING.allows(link)).as(link.toString()).isTrue();
			assertThat(Vary.ORIGIN.allows(link)).as(link.toString()).isFalse();
			assertThat(Vary.ANYTHING.allows(link)).as(link.toString()).isFalse();
		}
	}

	@Test
	void originAllowsTheOthers() {
		for (Link link : List.of(Link.preload("/a.css", Destination.STYLE).build(),
				Link.preload("/a.js", Destination.SCRIPT).build(), Link.preload("/a.png", Destination.IMAGE).build(),
				Link.preload("/a.json", Destination.FETCH).crossorigin(CrossOrigin.ANONYMOUS).build())) {
			assertThat(Vary.NOTHING.allows(link)).as(link.toString()).isTrue();
			assertThat(Vary.ORIGIN.allows(link)).as(link.toString()).isTrue();
			assertThat(Vary.ANYTHING.allows(link)).as(link.toString()).isFalse();
		}
	}

}
