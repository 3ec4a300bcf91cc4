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

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			/a.css|/a.css
			a.css|a.css
			../a.css|../a.css
			../../a.css|../../a.css
			?v=1|?v=1
			/a.css?v=1&w=2|/a.css?v=1&w=2
			/a.css?|/a.css?
			https://cdn.example/a.css|https://cdn.example/a.css
			//cdn.example/a.css|//cdn.example/a.css
			""")
	void keepsWhatNeedsNoCleaning(String text, String expected) {
		assertThat(string(text)).isEqualTo(expected);
	}

	@Test
	void trimsControlCharactersAndSpaces() {
		assertThat(string(" \n\t\u0000\u001f/a.css\r\n ")).isEqualTo("/a.css");
	}

	@Test
	void removesTabsAndNewlinesInside() {
		assertThat(string("/a\t/\r\nb.css?x\n=1")).isEqualTo("/a/b.css?x=1");
	}

	@Test
	void removesTabsAndNewlinesFromTheScheme() {
		assertThat(parse("java\nscript:alert(1)").isHttp()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/a.svg#icon, /a.svg", "/a.css?v=1#x?y, /a.css?v=1", "a.css##, a.css", "/a.svg#\u00e9, /a.svg" })
	void removesTheFragment(String text, String expected) {
		assertThat(string(text)).isEqualTo(expected);
	}

	@Test
	void keepsTheSpaceBeforeAFragment() {
		assertThat(string("/a.css #x")).isEqualTo("/a.css%20");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "#", "#top", " #top" })
	void isEmptyWithoutAnythingToRequest(String text) {
		assertThat(parse(text).isEmpty()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "/", "?", "https://cdn.example", "data:," })
	void isNotEmptyWithSomethingToRequest(String text) {
		assertThat(parse(text).isEmpty()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "\\css\\a.css, /css/a.css", "\\\\cdn.example\\a.css, //cdn.example/a.css",
			"https:\\\\cdn.example\\a.css, https://cdn.example/a.css", "/a.css?p=\\x, /a.css?p=\\x" })
	void readsBackslashesAsSlashesExceptInTheQuery(String text, String expected) {
		assertThat(string(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "/a/./b, /a/b", "/a/../b, /b", "/../../b, /b", "/a/b/.., /a/", "/a/., /a/", "/.., /", "/., /",
			"/a//../b, /a/b", "./a, a", "., ./", ".., ../", "a/.., ./", "a/../b, b", "a/../../b, ../b", "../.., ../../",
			"..?x, ../?x", "/.hidden/a, /.hidden/a", "/a/...css, /a/...css", "/a/..css, /a/..css",
			"https://cdn.example/x/../a, https://cdn.example/a", "//cdn.example/.., //cdn.example/" })
	void removesDotSegments(String text, String expected) {
		assertThat(string(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "./a:b, ./a:b", "x/../a:b, ./a:b", "./http://other.example/x, ./http://other.example/x",
			"a/..//b, .//b" })
	void neverTurnsARelativePathIntoSomethingElse(String text, String expected) {
		assertThat(string(text)).isEqualTo(expected);
		assertThat(parse(string(text))).isEqualTo(parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/.//other.example/x.js", "/..//other.example/x.js", "/a/..//other.example/x.js" })
	void neverTurnsAPathIntoAnotherHost(String text) {
		assertThat(string(text)).isEqualTo("/.//other.example/x.js");
		assertThat(parse(string(text)).hasAuthority()).isFalse();
		assertThat(string(string(text))).isEqualTo(string(text));
	}

	@Test
	void resolvingNeverTurnsAPathIntoAnotherHost() {
		Url url = parse("/a/b").resolve(parse("..//other.example/x.js"));
		assertThat(url).hasToString("/.//other.example/x.js");
	}

	@ParameterizedTest
	@CsvSource({ "HTTPS://CDN.Example/A.css, https://cdn.example/A.css", "https://cdn.example, https://cdn.example/",
			"//cdn.example, //cdn.example/", "https://cdn.example?v=1, https://cdn.example/?v=1",
			"https://cdn.example:443/a, https://cdn.example/a", "http://cdn.example:80/a, http://cdn.example/a",
			"https://cdn.example:80/a, https://cdn.example:80/a",
			"https://cdn.example:8443/a, https://cdn.example:8443/a", "https://cdn.example:/a, https://cdn.example/a",
			"//cdn.example:/a, //cdn.example/a", "https://[2001:DB8::1]:8443/a, https://[2001:db8::1]:8443/a",
			"https://[::1]/a, https://[::1]/a" })
	void normalizesSchemeHostAndPort(String text, String expected) {
		assertThat(string(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://", "https:///a.css", "http:a.css", "https:/a.css", "///a.css",
			"https://:8080/a.css", "https://user@cdn.example/a.css", "https://user:secret@cdn.example/a.css",
			"//user@cdn.example/a.css", "https://b\u00fccher.example/a.css", "//\u4f8b\u3048.example/a.css",
			"https://cdn example/a.css", "https://cdn%2eexample/a.css", "https://cdn<.example/a.css",
			"https://cdn.example:port/a.css", "https://cdn.example:1:2/a.css", "https://cdn.example:99999/a.css",
			"https://[::1/a.css", "https://::1]/a.css", "https://[::1]x/a.css" })
	void rejectsAnHttpUrlWhoseHostIsNotPlain(String text) {
		assertThat(Url.parse(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "data:text/css,*{}", "blob:https://a.example/1", "javascript:void(0)", "about:blank",
			"mailto:a@b.example", "DATA:,", "ws://a.example/", "ftp://a.example/x", "chrome-extension://x/y" })
	void isNotHttpWithAnotherScheme(String text) {
		assertThat(parse(text).isHttp()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.css", "/a.css", "//cdn.example/a.css", "http://a.example/", "1a:b", "./data:x" })
	void isHttpWithoutAnotherScheme(String text) {
		assertThat(parse(text).isHttp()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '\u0001', textBlock = """
			/a b.css -> /a%20b.css
			/"<>^`{}.css -> /%22%3C%3E%5E%60%7B%7D.css
			/[|]'~!$&()*+,;=:@.css -> /[|]'~!$&()*+,;=:@.css
			/a.css?a b"<>' -> /a.css?a%20b%22%3C%3E%27
			/a.css?[|]^`{}~,; -> /a.css?[|]^`{}~,;
			/caf\u00e9.css -> /caf%C3%A9.css
			/a.css?\u20ac -> /a.css?%E2%82%AC
			/\ud83d\ude00.png -> /%F0%9F%98%80.png
			/a.css?\ud83d\ude00x -> /a.css?%F0%9F%98%80x
			/a\u0002\u007f\u0080.css -> /a%02%7F%C2%80.css
			""")
	void encodesWhatABrowserEncodes(String text, String expected) {
		assertThat(string(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "/a%20b.css, /a%20b.css", "/100%.css, /100%.css", "/%zz?%, /%zz?%", "/%e9.css, /%e9.css" })
	void keepsThePercentSign(String text, String expected) {
		assertThat(string(text)).isEqualTo(expected);
	}

	@Test
	void encodesHalfASurrogatePairAsTheReplacementCharacter() {
		assertThat(string("/a\ud83d.png")).isEqualTo("/a%EF%BF%BD.png");
		assertThat(string("/a\ude00\ud83d?\ude00")).isEqualTo("/a%EF%BF%BD%EF%BF%BD?%EF%BF%BD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a.css;jsessionid=1", "a.css;JSESSIONID=1", "/a.css;v=1;JSessionId=1?x",
			"/a;jsessionid=1/b.css", "https://a.example/a.css;jsessionid=", "/a.css;;jsessionid=1",
			"/a.css%3Bjsessionid=1", "/a.css;%6aSession%69D%3d1", "/%/a.css%3bjsessionid%3D" })
	void findsAPathParameterInAnyCase(String text) {
		assertThat(parse(text).hasPathParameter("jsessionid")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a.css", "/jsessionid=1", "/a.css;xjsessionid=1", "/a.css;jsessionid",
			"/a.css;jsessionidx=1", "/a.css?a;jsessionid=1", "/a.css#;jsessionid=1", "/a.css%253Bjsessionid",
			"/a.css%3", "/%c3%bbjsessionid=1" })
	void findsNoPathParameterWhereThereIsNone(String text) {
		assertThat(parse(text).hasPathParameter("jsessionid")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "https://cdn.example/x/y?q, a.css, https://cdn.example/x/a.css",
			"https://cdn.example/x/y, /a.css, https://cdn.example/a.css",
			"https://cdn.example/x/y, ../../a.css, https://cdn.example/a.css",
			"https://cdn.example/x/y, //other.example/a.css, https://other.example/a.css",
			"https://cdn.example/x/y, http://other.example/a.css, http://other.example/a.css",
			"https://cdn.example/x/y?q, ?v=1, https://cdn.example/x/y?v=1",
			"https://cdn.example, a.css, https://cdn.example/a.css", "//cdn.example/x/, a.css, //cdn.example/x/a.css",
			"//cdn.example/x/, /a.css, //cdn.example/a.css", "/shop/, assets/a.css, /shop/assets/a.css",
			"/shop/page, assets/a.css, /shop/assets/a.css", "/shop/, /a.css, /a.css", "/shop/, ../a.css, /a.css",
			"/shop/, ./a:b, /shop/a:b", "sub/, a.css, sub/a.css", "sub/page, a.css, sub/a.css", "sub/, ../a.css, a.css",
			"sub/, ../../a.css, ../a.css", "../, a.css, ../a.css", "page, ./a:b, ./a:b", "sub/, /a.css, /a.css",
			"/shop/?x, ., /shop/", "/shop/, data:x, data:" })
	void resolves(String base, String reference, String expected) {
		assertThat(parse(base).resolve(parse(reference))).hasToString(expected);
	}

	@Test
	void resolvesAnEmptyReferenceToTheBase() {
		assertThat(parse("/shop/page?x=1").resolve(parse("#top"))).hasToString("/shop/page?x=1");
	}

	@ParameterizedTest
	@CsvSource({ "https://cdn.example:8443/a, https://cdn.example:8443", "//cdn.example/a, //cdn.example", "/a, ''",
			"a, ''" })
	void knowsItsOrigin(String text, String expected) {
		assertThat(parse(text).origin()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "a.css, true", "../a.css, true", "?x, true", "/a.css, false", "//cdn.example/a, false",
			"https://cdn.example/a, false" })
	void knowsWhetherItDependsOnThePathOfThePage(String text, boolean expected) {
		assertThat(parse(text).isPathRelative()).isEqualTo(expected);
	}

	@Test
	void equalsAnotherThatIsWrittenAlike() {
		assertThat(parse(" /a/../b.css#x")).isEqualTo(parse("/b.css")).hasSameHashCodeAs(parse("/b.css"));
		assertThat(parse("/b.css")).isNotEqualTo(parse("b.css")).isNotEqualTo("/b.css");
	}

	private static String string(String text) {
		return parse(text).toString();
	}

	private static Url parse(String text) {
		@Nullable Url url = Url.parse(text);
		assertThat(url).as(text).isNotNull();
		return url;
	}

}
