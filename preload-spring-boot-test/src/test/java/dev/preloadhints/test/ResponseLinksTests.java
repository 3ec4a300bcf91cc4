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

package dev.preloadhints.test;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkHeader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ResponseLinks} and its assertions.
 */
class ResponseLinksTests {

	private final ResponseLinks links = ResponseLinks
		.ofHeader(List.of("<https://cdn.example.com>; rel=preconnect, </css/app-5f3a.css>; rel=preload; as=style",
				"</fonts/a,b;c.woff2>; rel=\"preload\"; as=\"font\"; type=\"font/woff2\"; crossorigin, "
						+ "</js/shop.js>; rel=modulepreload"));

	@Test
	void readsTheHeader() {
		assertThat(this.links.links()).hasSize(4);
		ResponseLink font = this.links.links().get(2);
		assertThat(font.target()).isEqualTo("/fonts/a,b;c.woff2");
		assertThat(font.relation()).isEqualTo("preload");
		assertThat(font.as()).isEqualTo("font");
		assertThat(font.parameter("type")).isEqualTo("font/woff2");
		assertThat(font.parameters()).containsEntry("crossorigin", "").doesNotContainKey("media");
		assertThat(font).hasToString("</fonts/a,b;c.woff2>; rel=preload; as=font; type=font/woff2; crossorigin");
	}

	@Test
	void readsWhatTheStarterWrites() {
		Link link = Link.preload("/a.css?b=c,d", Destination.STYLE)
			.media("screen and (min-width: 1px), \"x\\y\"")
			.crossorigin(CrossOrigin.USE_CREDENTIALS)
			.build();
		ResponseLinks read = ResponseLinks.ofHeader(List.of(LinkHeader.write(List.of(link, link))));
		assertThat(read.links()).hasSize(2);
		assertThat(read.links().get(1).parameter("media")).isEqualTo("screen and (min-width: 1px), \"x\\y\"");
		assertThat(read.links().get(1).parameter("crossorigin")).isEqualTo("use-credentials");
	}

	@Test
	void readsAResponse() {
		MockHttpServletResponse response = new MockHttpServletResponse();
		assertThat(ResponseLinks.of(response)).isEmpty();
		response.addHeader("Link", "</a.css>; rel=preload; as=style");
		response.addHeader("Link", "</b.css>;REL=preload ; as = style ,");
		assertThat(ResponseLinks.of(response)).hasPreload("/b.css", Destination.STYLE)
			.targets()
			.containsExactly("/a.css", "/b.css");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a.css; rel=preload", "</a.css; rel=preload", "</a.css> rel=preload",
			"</a.css>; rel=\"preload", "</a.css>; rel=\"preload\\" })
	void refusesAMalformedHeader(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> ResponseLinks.ofHeader(List.of(value)))
			.withMessageContaining("Malformed Link header at character")
			.withMessageContaining(value);
	}

	@Test
	void findsLinks() {
		assertThat(this.links).hasPreconnect("https://cdn.example.com")
			.hasPreload("/css/app-5f3a.css", Destination.STYLE)
			.hasPreload("/css/app-*.css", Destination.STYLE)
			.hasPreload("/fonts/*", Destination.FONT)
			.hasModulePreload("/js/shop.js")
			.hasNoLinkTo("/css/print*")
			.hasNoLinkTo("/css/app.css");
		assertThat(this.links).targets().hasSize(4).first().isEqualTo("https://cdn.example.com");
	}

	@Test
	void missesLinks() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.links).hasPreload("/css/app-*.css", Destination.SCRIPT))
			.withMessageContaining("preload of /css/app-*.css as script")
			.withMessageContaining("</css/app-5f3a.css>; rel=preload; as=style");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.links).hasPreload("/js/shop.js", Destination.SCRIPT));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.links).hasModulePreload("/css/*"))
			.withMessageContaining("modulepreload of /css/*");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.links).hasPreconnect("https://cdn.example.org"))
			.withMessageContaining("preconnect to https://cdn.example.org");
	}

	@Test
	void findsLinksThatShouldNotBeThere() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(this.links).hasNoLinkTo("/css/*"))
			.withMessageContaining("</css/app-5f3a.css>; rel=preload; as=style")
			.withMessageNotContaining("shop.js");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(this.links).isEmpty())
			.withMessageContaining("shop.js");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(ResponseLinks.ofHeader(List.of())).hasPreconnect("https://cdn.example.com"))
			.withMessageContaining("but there are none");
	}

}
