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

package dev.preloadhints.collect;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.LinkBuilder;
import dev.preloadhints.link.LinkRelation;
import dev.preloadhints.link.OmissionReason;

import static dev.preloadhints.collect.TestPage.page;
import static dev.preloadhints.collect.TestPage.pageAt;
import static org.assertj.core.api.Assertions.assertThat;

class PageUrlsTests {

	@Test
	void longBaseIsPutInFrontOfNothing() {
		TestPage page = TestPage.page("<base href=/" + "a".repeat(3000) + "/>", "<link rel=stylesheet href=a.css>",
				"<img fetchpriority=high srcset='a.png, b.png 2x'>",
				"<link rel=stylesheet href=https://cdn.example.com/b.css>");
		assertThat(page.targets()).containsExactly("https://cdn.example.com/b.css");
		assertThat(page.omissions()).containsExactlyInAnyOrder("max_size a.css", "max_size ");
	}

	@Test
	void queriesOfAPageInAnotherEncodingAreNotKnown() {
		for (String encoding : new String[] { "ISO-8859-1", "windows-1252", "UTF-8", "utf-16le" }) {
			PageUrls urls = new PageUrls("/", "jsessionid");
			urls.encoding(encoding);
			LinkBuilder link = Link.of(LinkRelation.PRELOAD).target("/a.css?q=ü").destination(Destination.STYLE);
			boolean known = encoding.toLowerCase(Locale.ROOT).startsWith("utf-");
			assertThat(urls.resolve(link)).isEqualTo(known ? null : OmissionReason.ENCODING);
			assertThat(urls.resolve(link.target("/ü.css?q=%FC&p=x"))).isNull();
			assertThat(urls.resolve(link.target("/a.png").imagesrcset("/a.png?ü 2x")))
				.isEqualTo(known ? null : OmissionReason.ENCODING);
		}
	}

	@Test
	void longSourceSetIsNotResolved() {
		assertThat(TestPage.page("<img fetchpriority=high src=/a.png srcset='" + "/a.png 1x, ".repeat(10_000) + "'>")
			.omissions()).containsExactly("max_size /a.png");
	}

	@Test
	void leavesARelativeUrlRelative() {
		assertThat(page("<link rel=stylesheet href=assets/a.css>").targets()).containsExactly("assets/a.css");
	}

	/** A visitor may ask for a path that reads like a host. */
	@Test
	void takesThePathOfAPageForAPath() {
		TestPage page = TestPage.pageAt("//evil.example/page", "<link rel=stylesheet href=a.css>");
		assertThat(page.targets()).containsExactly("a.css");
		assertThat(page.collector().links().absolute()).extracting(Link::target)
			.containsExactly("/.//evil.example/a.css");
	}

	@Test
	void cleansTheUrl() {
		assertThat(page("<link rel=stylesheet href=' \n/css/../a b.css?x=1&amp;y=\u00e9#z '>").targets())
			.containsExactly("/a%20b.css?x=1&y=%C3%A9");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "#top", "https://user@a.example/a.css", "https://b\u00fccher.example/a.css" })
	void leavesAnEmptyOrMalformedUrlOut(String href) {
		TestPage page = page("<link rel=stylesheet href='" + href + "'>");
		assertThat(page.links()).isEmpty();
		assertThat(page.omitted(OmissionReason.URL)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "data:text/css,a{}", "blob:https://a.example/1", "javascript:void(0)", "JAVASCRIPT:x",
			"about:blank", "file:///etc/passwd", "ws://a.example/x" })
	void leavesAnotherSchemeOut(String href) {
		TestPage page = page("<link rel=stylesheet href='" + href + "'>");
		assertThat(page.links()).isEmpty();
		assertThat(page.omitted(OmissionReason.SCHEME)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a.css;jsessionid=4711", "/a.css;JSESSIONID=4711?v=1", "/a.css;v=1;jsessionid=4711",
			"https://a.example/a.css;jsessionid=4711", "a.css;jsessionid=4711#x" })
	void leavesAUrlWithASessionIdOut(String href) {
		TestPage page = page("<link rel=stylesheet href='" + href + "'>");
		assertThat(page.links()).isEmpty();
		assertThat(page.omitted(OmissionReason.SESSION_ID)).isEqualTo(1);
	}

	@Test
	void leavesAnImageOutWhoseCandidatesHaveASessionId() {
		TestPage page = page("<img fetchpriority=high src=/a.png srcset='/a.png 1x, /b.png;jsessionid=1 2x'>");
		assertThat(page.links()).isEmpty();
		assertThat(page.omitted(OmissionReason.SESSION_ID)).isEqualTo(1);
	}

	@Test
	void leavesAnImageOutWithACandidateOfAnotherScheme() {
		TestPage page = page("<img fetchpriority=high src=/a.png srcset='data:image/png;base64,AA= 1x, /b.png 2x'>");
		assertThat(page.links()).isEmpty();
		assertThat(page.omitted(OmissionReason.SCHEME)).isEqualTo(1);
	}

	@Test
	void readsTheParameterOfASessionByTheNameThatItHas() {
		LinkBuilder link = Link.preload("/a.css;sid=1", Destination.STYLE);
		assertThat(new PageUrls("/", "sid").resolve(link)).isEqualTo(OmissionReason.SESSION_ID);
		assertThat(new PageUrls("/", "jsessionid").resolve(link)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "/shop/, a.css, /shop/a.css", "/shop/index, a.css, /shop/a.css", "/shop/, /a.css, /a.css",
			"https://cdn.example/x/, a.css, https://cdn.example/x/a.css", "//cdn.example/, /a.css, //cdn.example/a.css",
			"static/, a.css, static/a.css", "../, a.css, ../a.css",
			"/shop/, https://cdn.example/a.css, https://cdn.example/a.css" })
	void resolvesAgainstTheBase(String base, String href, String expected) {
		assertThat(page("<base href='" + base + "'><link rel=stylesheet href='" + href + "'>").targets())
			.containsExactly(expected);
	}

	@Test
	void resolvesTheCandidatesOfAnImageAgainstTheBase() {
		assertThat(page("<base href=/s/><img fetchpriority=high srcset='a.png 1x, b.png 2x' src=a.png>").links())
			.singleElement()
			.asString()
			.contains("imagesrcset=\"/s/a.png 1x, /s/b 2x\"".replace("/s/b 2x", "/s/b.png 2x"));
	}

	@Test
	void leavesUrlsBeforeTheBaseAsTheyAre() {
		assertThat(page("<link rel=stylesheet href=a.css><base href=/s/><link rel=stylesheet href=b.css>").targets())
			.containsExactly("a.css", "/s/b.css");
	}

	@Test
	void takesTheFirstBaseAlone() {
		assertThat(
				page("<base target=_top><base href=/one/><base href=/two/><link rel=stylesheet href=a.css>").targets())
			.containsExactly("/one/a.css");
	}

	@ParameterizedTest
	@ValueSource(strings = { "data:,x", "javascript:x", "https://user@a.example/", "", "#x" })
	void ignoresABaseThatIsNoHttpUrl(String base) {
		assertThat(page("<base href='" + base + "'><base href=/two/><link rel=stylesheet href=a.css>").targets())
			.containsExactly("a.css");
	}

	@Test
	void reducesAConnectionToItsOrigin() {
		assertThat(page("<link rel=preconnect href=https://CDN.example:443/path?x#y>").targets())
			.containsExactly("https://cdn.example");
	}

	@ParameterizedTest
	@CsvSource({ "/shop/books/, a.css, /shop/books/a.css", "/shop/books, a.css, /shop/a.css",
			"/shop/books/, ../a.css, /shop/a.css", "/shop/, httpd/a.css, /shop/httpd/a.css", "/shop/, ?v=1, /shop/?v=1",
			"/shop/, /a.css, /a.css", "/shop/, https://a.example/x, https://a.example/x",
			"/shop/, //a.example/x, //a.example/x", "/shop/, https://a.example, https://a.example" })
	void knowsTheAbsolutePath(String page, String target, String expected) {
		assertThat(new PageUrls(page, "jsessionid").absolutePath(target)).isEqualTo(expected);
	}

	@Test
	void recognizesTheSameUrlRelativeAndAbsolute() {
		assertThat(pageAt("/shop/books/", "<link rel=stylesheet href=httpd/a.css>",
				"<link rel=stylesheet href=/shop/books/httpd/a.css>", "<link rel=stylesheet href=../books/httpd/a.css>")
			.targets()).containsExactly("httpd/a.css");
	}

}
