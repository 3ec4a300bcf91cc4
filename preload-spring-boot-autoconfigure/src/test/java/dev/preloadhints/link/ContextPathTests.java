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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContextPath}.
 */
class ContextPathTests {

	@ParameterizedTest
	@CsvSource({ "/css/a.css, '', /css/a.css", "/shop/css/a.css, /shop, /css/a.css", "/shopping/a.css, /shop,",
			"/shop, /shop,", "/css/a.css, /shop,", "/shop//a.css, /shop,", "https://example.com/shop/a.css, /shop,",
			"//shop/a.css, '',", "a.css, '',", "/shop/a.css?x=/shop/b, /shop, /a.css", "/shop/../a.css, /shop," })
	void pathOfAUrl(String url, String contextPath, String within) {
		assertThat(ContextPath.within(Url.parse(url), contextPath)).isEqualTo(within);
	}

	@ParameterizedTest
	@CsvSource({ "/css/a.css?v=1, ''", "/shop/css/a.css?v=1, /shop", "https://cdn.example.com/a.css, /shop",
			"/a/b/css/a.css, /a/b" })
	void linkThereAndBack(String target, String contextPath) {
		Link link = Link.preload(target, Destination.STYLE).build();
		Link within = ContextPath.within(link, contextPath);
		assertThat(within).isNotNull();
		assertThat(within.target()).doesNotStartWith("/shop").doesNotStartWith("/a/b");
		assertThat(ContextPath.outward(within, contextPath)).isEqualTo(link);
		assertThat(ContextPath.outward(List.of(within), contextPath)).containsExactly(link);
	}

	@Test
	void linkBesideTheApplication() {
		assertThat(ContextPath.within(Link.preload("/other/a.css", Destination.STYLE).build(), "/shop")).isNull();
		assertThat(ContextPath.within(Link.preload("/shop//a.css", Destination.STYLE).build(), "/shop")).isNull();
	}

	/** Whatever a visitor writes into a forwarding header. */
	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/a?b", "/a#b", "/a b", "/a\"b", "/<b>", "/../a", "shop", "/a\\b",
			"https://evil.example", "/a\nb" })
	void contextPathThatNoUrlBeginsWith(String contextPath) {
		assertThat(ContextPath.isPath(contextPath)).isFalse();
		assertThat(ContextPath.outward(List.of(Link.preload("/a.css", Destination.STYLE).build()), contextPath))
			.isEmpty();
		assertThat(ContextPath.within(Link.preload("/a/b.css", Destination.STYLE).build(), contextPath)).isNull();
	}

}
