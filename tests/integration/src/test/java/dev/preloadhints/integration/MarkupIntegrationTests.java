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

package dev.preloadhints.integration;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.preloadhints.integration.support.TestServer;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.RawAnswer;
import dev.preloadhints.tests.http.RawConnection;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The markup that real applications have.
 */
class MarkupIntegrationTests {

	private final TestServer server = TestServer.withPages();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/pages/base       | </assets/v1/x.css>; rel=preload; as=style, </css/app.css>; rel=preload; as=style, </assets/y.js>; rel=preload; as=script
					/pages/import-map | </css/app.css>; rel=preload; as=style
					/pages/sloppy     | </css/app.css>; rel=preload; as=style, </js/blocking.js>; rel=preload; as=script, </img/hero.jpg>; rel=preload; as=image; fetchpriority=high
					/pages/xml-ish    | </css/app.css>; rel=preload; as=style, </js/blocking.js>; rel=preload; as=script
					/pages/dynamic    | </css/app.css>; rel=preload; as=style, </css/dynamic.css>; rel=preload; as=style, </css/one.css>; rel=preload; as=style, </css/two.css>; rel=preload; as=style, </js/widget.js>; rel=preload; as=script
					/pages/decorated  | </css/layout.css>; rel=preload; as=style, </css/book.css>; rel=preload; as=style, </js/layout.js>; rel=preload; as=script, </js/footer.js>; rel=preload; as=script, </img/cover.jpg>; rel=preload; as=image; fetchpriority=high
					/pages/refined    | </css/app.css>; rel=preload; as=style; fetchpriority=high, </fonts/text.woff2>; rel=preload; as=font; type="font/woff2"; crossorigin, </img/wanted.jpg>; rel=preload; as=image
					""")
	void header(String path, String link) {
		assertThat(this.server.get(path).link()).isEqualTo(link);
	}

	@Test
	void urlsAreThoseThatABrowserRequests() {
		assertThat(this.server.get("/pages/urls").link()).isEqualTo(
				"</css/a.css?x=1&y=2>; rel=preload; as=style, </css/b.css?x=1&y=%26%20z>; rel=preload; as=style, "
						+ "</css/gr%C3%B6%C3%9Fe%20%CE%A9.css?q=%C3%BC>; rel=preload; as=style, "
						+ "<//cdn.example.com/x.js>; rel=preload; as=script, <../up.js>; rel=preload; as=script");
	}

	@Test
	void queryThatABrowserEncodesAsThePageIsLeftOutUnlessThatIsUtf8() {
		String path = "</css/gr%C3%B6%C3%9Fe.css?q=%FC>; rel=preload; as=style";
		assertThat(this.server.get("/pages/query").link())
			.isEqualTo("</css/app.css?q=%C3%BC>; rel=preload; as=style, " + path);
		Answer page = TestServer.withPages("spring.thymeleaf.encoding=ISO-8859-1").get("/pages/query");
		assertThat(page.header("Content-Type").orElseThrow()).containsIgnoringCase("ISO-8859-1");
		assertThat(page.link()).isEqualTo(path);
	}

	@Test
	void contentOfUtextIsNotCollectedAndReachesThePageAsItIs() {
		Answer page = this.server.get("/pages/dynamic");
		assertThat(page.link()).doesNotContain("cms.css");
		assertThat(page.body())
			.contains("<p>from a CMS<link rel=\"stylesheet\" href=\"/css/cms.css\"><!-- kept --></p</div>");
	}

	@Test
	void nothingInAModelEndsTheHeader() {
		RawAnswer with = RawConnection.get(this.server.port(), "/pages/hostile");
		RawAnswer without = RawConnection.get(this.server.withoutStarter().port(), "/pages/hostile");
		List<String> links = with.head().stream().filter((line) -> line.startsWith("Link:")).toList();
		assertThat(links).hasSize(1);
		assertThat(fieldNames(with)).containsExactlyInAnyOrderElementsOf(concat(fieldNames(without), "Link"));
		assertThat(with.head().stream().flatMapToInt(String::chars)).allMatch((c) -> c >= 0x20 && c < 0x7f);
		assertThat(with.body()).isEqualTo(without.body()).contains("<p>Whole</p>");
	}

	@Test
	void hostileValuesAreQuotedOrLeftOut() {
		assertThat(this.server.get("/pages/hostile").link()).isEqualTo(
				"</css/x.cssSet-Cookie:%20stolen=1%3Ch1%3E%22%3E;%20rel=preload;%20as=script,%20%3C/evil.js%3E;%20x=%22>; rel=preload; as=style, "
						+ "</css/media.css>; rel=preload; as=style; media=\"(min-width: 1px) Set-Cookie: stolen=1 <h1>\\\">; rel=preload; as=script, </evil.js>; x=\\\"\", "
						+ "</css/app.css>; rel=preload; as=style");
	}

	@Test
	void pageIsServedAsUtf8() {
		assertThat(this.server.get("/pages/plain").content().text(StandardCharsets.UTF_8))
			.contains("<h1>Hello &amp; welcome, größter Kunde</h1>");
	}

	private static List<String> fieldNames(RawAnswer response) {
		return response.head().stream().skip(1).map((line) -> line.substring(0, line.indexOf(':'))).toList();
	}

	private static List<String> concat(List<String> names, String name) {
		List<String> all = new java.util.ArrayList<>(names);
		all.add(name);
		return all;
	}

}
