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

package dev.preloadhints.measure.chromium;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinkFieldTests {

	@Test
	void preloadsAndModulePreloadsMakeABrowserLoad() {
		assertThat(LinkField.preloads("</a.css>; rel=preload; as=style, </b.js>;rel=\"modulepreload\","
				+ "<https://cdn.example.com>; rel=preconnect, </next>; rel=next"))
			.containsExactly(List.of("/a.css"), List.of("/b.js"));
	}

	@Test
	void responsiveImageHasSourcesToChooseFrom() {
		assertThat(LinkField.preloads("</l.webp>; rel=preload; as=image; imagesrcset=\"/s.webp 640w, /l.webp?a=1,2 2x\""
				+ "; imagesizes=\"(min-width: 64rem) 36rem, 100vw\", </a.css>; rel=preload"))
			.containsExactly(List.of("/l.webp", "/s.webp", "/l.webp?a=1,2"), List.of("/a.css"));
	}

	@Test
	void quotedStringsHideSeparators() {
		assertThat(LinkField.preloads("</a.css>; title=\"one, </b>; rel=\\\"preload\\\"\"; rel=preload"))
			.containsExactly(List.of("/a.css"));
	}

	@Test
	void firstRelationCounts() {
		assertThat(LinkField.preloads("</a>; rel=next; rel=preload, </b>; REL = Preload ; rel=next"))
			.containsExactly(List.of("/b"));
	}

	@Test
	void commasAreTakenForPartOfATarget() {
		assertThat(LinkField.preloads("</a,b.css>; rel=preload")).containsExactly(List.of("/a,b.css"));
	}

	@Test
	void whatIsMalformedHidesNoOther() {
		assertThat(LinkField
			.preloads("</a.css>; rel=preload, nonsense; x=\"1, </b>; rel=preload\", </c.css>; rel=preload"))
			.containsExactly(List.of("/a.css"), List.of("/c.css"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",", "<", "</a", "</a>", "</a>;", "</a>; rel", "</a>; rel=", "</a>; rel=\"",
			"nonsense; rel=preload" })
	void whatIsMalformedHasNone(String value) {
		assertThat(LinkField.preloads(value)).isEmpty();
	}

}
