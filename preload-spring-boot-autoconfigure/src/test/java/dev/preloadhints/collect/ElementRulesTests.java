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

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.preloadhints.collect.TestPage.page;
import static org.assertj.core.api.Assertions.assertThat;

class ElementRulesTests {

	@Nested
	class StyleSheets {

		@Test
		void becomePreloads() {
			assertThat(page("<link rel=stylesheet href=/a.css>").links())
				.containsExactly("</a.css>; rel=preload; as=style");
		}

		@ParameterizedTest
		@ValueSource(strings = { "all", "screen", " ALL ", "Screen", "" })
		void thatApplyToAScreenHaveNoMedia(String media) {
			assertThat(page("<link rel=stylesheet href=/a.css media='" + media + "'>").links())
				.containsExactly("</a.css>; rel=preload; as=style");
		}

		@Test
		void keepTheirMediaQuery() {
			assertThat(page("<link rel=stylesheet href=/a.css media='(min-width: 40em), print'>").links())
				.containsExactly("</a.css>; rel=preload; as=style; media=\"(min-width: 40em), print\"");
		}

		@ParameterizedTest
		@ValueSource(strings = { "print", " PRINT " })
		void forPrintAreLeftOut(String media) {
			assertLeftOut("<link rel=stylesheet href=/a.css media='" + media + "'>", "media /a.css");
		}

		@Test
		void thatAreDisabledAreLeftOut() {
			assertLeftOut("<link rel=stylesheet href=/a.css disabled>", "disabled /a.css");
		}

		@ParameterizedTest
		@ValueSource(strings = { "alternate stylesheet", "stylesheet alternate", "Alternate StyleSheet" })
		void thatAreAlternateAreLeftOut(String rel) {
			assertLeftOut("<link rel='" + rel + "' title=x href=/a.css>", "alternate /a.css");
		}

		@ParameterizedTest
		@ValueSource(strings = { "text/css", "TEXT/CSS", "", "text/css; charset=utf-8" })
		void ofTheTypeCssAreHinted(String type) {
			assertThat(page("<link rel=stylesheet href=/a.css type='" + type + "'>").targets())
				.containsExactly("/a.css");
		}

		@ParameterizedTest
		@ValueSource(strings = { "text/less", "text/plain" })
		void ofAnotherTypeAreLeftOut(String type) {
			assertLeftOut("<link rel=stylesheet href=/a.css type=" + type + ">", "type /a.css");
		}

		@Test
		void ofLowPriorityAreLeftOut() {
			assertLeftOut("<link rel=stylesheet href=/a.css fetchpriority=low>", "low_priority /a.css");
		}

		@ParameterizedTest
		@ValueSource(strings = { "STYLESHEET", " stylesheet ", "preload stylesheet", "foo\tstylesheet" })
		void areRecognizedAmongOtherRelations(String rel) {
			assertThat(page("<link rel='" + rel + "' href=/a.css>").links())
				.containsExactly("</a.css>; rel=preload; as=style");
		}

		@Test
		void keepTheAttributesOfTheirRequest() {
			assertThat(
					page("<link rel=stylesheet href=/a.css crossorigin=use-credentials integrity='sha256-x= sha384-y' "
							+ "referrerpolicy=origin fetchpriority=HIGH nonce=secret title=x class=y>")
						.links())
				.containsExactly("</a.css>; rel=preload; as=style; crossorigin=use-credentials; "
						+ "fetchpriority=high; integrity=\"sha256-x= sha384-y\"; referrerpolicy=origin");
		}

		@Test
		void withoutHrefAreNothing() {
			assertNothing("<link rel=stylesheet>");
		}

	}

	@Nested
	class Scripts {

		@Test
		void becomePreloads() {
			assertThat(page("<script src=/a.js></script>").links()).containsExactly("</a.js>; rel=preload; as=script");
		}

		@ParameterizedTest
		@ValueSource(strings = { "text/javascript", "Application/JavaScript", "", "text/ecmascript", "text/jscript",
				"text/javascript1.5", " text/javascript " })
		void ofAJavaScriptTypeAreHinted(String type) {
			assertThat(page("<script src=/a.js type='" + type + "'></script>").targets()).containsExactly("/a.js");
		}

		@ParameterizedTest
		@ValueSource(strings = { "application/json", "text/template", "application/ld+json", "text/x-handlebars",
				"speculationrules", "text/javascript; charset=utf-8", " ", "text/babel" })
		void thatAreDataBlocksAreLeftOut(String type) {
			assertLeftOut("<script src=/a.js type='" + type + "'></script>", "type /a.js");
		}

		@ParameterizedTest
		@CsvSource({ "javascript, true", "JavaScript1.2, true", "'', true", "vbscript, false" })
		void withoutTypeAreOfTheirLanguage(String language, boolean hinted) {
			assertThat(page("<script language='" + language + "' src=/a.js></script>").links()).hasSize(hinted ? 1 : 0);
		}

		@Test
		void forBrowsersWithoutModulesAreLeftOut() {
			assertLeftOut("<script src=/a.js nomodule></script>", "nomodule /a.js");
		}

		@ParameterizedTest
		@ValueSource(strings = { "async", "defer", "async defer", "async=false" })
		void thatNothingWaitsForRankAfterBlockingOnes(String attribute) {
			assertThat(page("<script src=/later.js " + attribute + "></script><script src=/now.js></script>").targets())
				.containsExactly("/now.js", "/later.js");
		}

		@Test
		void ofLowPriorityAreLeftOut() {
			assertLeftOut("<script src=/a.js fetchpriority=low></script>", "low_priority /a.js");
		}

		@Test
		void keepTheAttributesOfTheirRequest() {
			assertThat(page("<script src=/a.js crossorigin integrity=sha256-x referrerpolicy=no-referrer "
					+ "fetchpriority=high nonce=secret charset=utf-8></script>")
				.links()).singleElement()
				.asString()
				.startsWith("</a.js>; rel=preload; as=script; crossorigin")
				.endsWith("; fetchpriority=high; integrity=sha256-x; referrerpolicy=no-referrer");
		}

		@Test
		void withoutSrcAreNothing() {
			assertNothing("<script>let a</script>");
		}

	}

	@Nested
	class Modules {

		@Test
		void becomeModulePreloads() {
			assertThat(page("<script type=module src=/a.mjs></script>").links())
				.containsExactly("</a.mjs>; rel=modulepreload");
		}

		@Test
		void areHintedWhateverNomoduleSays() {
			assertThat(page("<script type=MODULE nomodule src=/a.mjs></script>").targets()).containsExactly("/a.mjs");
		}

		@Test
		void keepTheAttributesOfTheirRequest() {
			assertThat(page("<script type=module src=/a.mjs crossorigin=use-credentials integrity=sha256-x "
					+ "fetchpriority=high referrerpolicy=origin nonce=secret></script>")
				.links())
				.containsExactly("</a.mjs>; rel=modulepreload; crossorigin=use-credentials; fetchpriority=high; "
						+ "integrity=sha256-x; referrerpolicy=origin");
		}

		@Test
		void ofLowPriorityAreLeftOut() {
			assertLeftOut("<script type=module src=/a.mjs fetchpriority=low></script>", "low_priority /a.mjs");
		}

		@Test
		void areLeftOutBehindAnImportMap() {
			assertLeftOut("<script type=importmap>{}</script><script type=module src=/a.mjs></script>",
					"import_map /a.mjs");
		}

		@Test
		void areLeftOutBeforeAnImportMap() {
			assertLeftOut("<script type=module src=/a.mjs></script><script type=ImportMap>{}</script>",
					"import_map /a.mjs");
		}

		@Test
		void areLeftOutWithAnImportMapWhenTheyAreLiftedToo() {
			assertLeftOut("<link rel=modulepreload href=/a.mjs><script type=importmap>{}</script>",
					"import_map /a.mjs");
		}

		@Test
		void leaveClassicScriptsAloneWithAnImportMap() {
			assertThat(page("<script type=importmap>{}</script><script src=/a.js></script>").targets())
				.containsExactly("/a.js");
		}

	}

	@Nested
	class Hints {

		@Test
		void becomeTheSamePreload() {
			assertThat(page("<link rel=preload href=/a.css as=style type=text/css media='(min-width: 1px)' "
					+ "fetchpriority=low integrity=sha256-x referrerpolicy=origin>")
				.links())
				.containsExactly("</a.css>; rel=preload; as=style; type=\"text/css\"; fetchpriority=low; "
						+ "media=\"(min-width: 1px)\"; integrity=sha256-x; referrerpolicy=origin");
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "as=''", "as=document", "as=video", "as=stylesheet" })
		void withoutAValidDestinationAreLeftOut(String as) {
			assertLeftOut("<link rel=preload href=/a " + as + ">", "no_destination /a");
		}

		@ParameterizedTest
		@CsvSource({ "style, style", "SCRIPT, script", "' image ', image", "fetch, fetch", "track, track" })
		void keepTheirDestination(String as, String expected) {
			assertThat(page("<link rel=preload href=/a as='" + as + "'>").links())
				.containsExactly("</a>; rel=preload; as=" + expected);
		}

		@Test
		void ofAFontAlwaysHaveACorsMode() {
			assertThat(page("<link rel=preload href=/a.woff2 as=font type=font/woff2>").links()).singleElement()
				.asString()
				.startsWith("</a.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin");
		}

		@Test
		void ofAnImageKeepItsCandidates() {
			assertThat(
					page("<link rel=preload href=/a.png as=image imagesrcset='/a.png 1x, /b.png 2x' imagesizes=50vw>")
						.links())
				.containsExactly(
						"</a.png>; rel=preload; as=image; imagesrcset=\"/a.png 1x, /b.png 2x\"; " + "imagesizes=50vw");
		}

		@Test
		void ofAnImageWithoutHrefHaveTheFirstCandidateForTarget() {
			assertThat(page("<link rel=preload as=image imagesrcset='/a.png 1x, /b.png 2x'>").links())
				.containsExactly("</a.png>; rel=preload; as=image; imagesrcset=\"/a.png 1x, /b.png 2x\"");
		}

		@Test
		void forPrintAreLeftOut() {
			assertLeftOut("<link rel=preload href=/a.css as=style media=print>", "media /a.css");
		}

		@Test
		void becomeTheSameModulePreload() {
			assertThat(page("<link rel=modulepreload href=/a.mjs integrity=sha256-x>").links())
				.containsExactly("</a.mjs>; rel=modulepreload; integrity=sha256-x");
		}

		@Test
		void ofAModuleForAScriptAreHinted() {
			assertThat(page("<link rel=modulepreload href=/a.mjs as=script>").links())
				.containsExactly("</a.mjs>; rel=modulepreload");
		}

		@Test
		void ofAModuleForAWorkerAreLeftOut() {
			assertLeftOut("<link rel=modulepreload href=/a.mjs as=worker>", "no_destination /a.mjs");
		}

		@Test
		void becomeTheSamePreconnect() {
			assertThat(page("<link rel=preconnect href=https://cdn.example/path?x crossorigin=use-credentials type=x>")
				.links()).containsExactly("<https://cdn.example>; rel=preconnect; crossorigin=use-credentials");
		}

		@Test
		void becomeTheSameDnsPrefetch() {
			assertThat(page("<link rel=dns-prefetch href=//cdn.example>").links())
				.containsExactly("<//cdn.example>; rel=dns-prefetch");
		}

		@ParameterizedTest
		@ValueSource(strings = { "preload", "modulepreload", "preconnect", "dns-prefetch" })
		void withoutHrefAreNothing(String rel) {
			assertNothing("<link rel=" + rel + " as=style>");
		}

	}

	@Nested
	class Images {

		@Test
		void ofHighPriorityBecomePreloads() {
			assertThat(page("<img fetchpriority=high src=/a.jpg>").links())
				.containsExactly("</a.jpg>; rel=preload; as=image; fetchpriority=high");
		}

		@Test
		void keepTheirCandidatesAndSizes() {
			assertThat(page(
					"<img fetchpriority=HIGH src=/a.jpg srcset='/a.jpg 400w, /b.jpg 800w' sizes='(max-width: 9em) 1em, 100vw'>")
				.links())
				.containsExactly("</a.jpg>; rel=preload; as=image; fetchpriority=high; "
						+ "imagesrcset=\"/a.jpg 400w, /b.jpg 800w\"; imagesizes=\"(max-width: 9em) 1em, 100vw\"");
		}

		@Test
		void haveNoSizesWithoutCandidates() {
			assertThat(page("<img fetchpriority=high src=/a.jpg sizes=100vw>").links())
				.containsExactly("</a.jpg>; rel=preload; as=image; fetchpriority=high");
		}

		@Test
		void keepTheAttributesOfTheirRequest() {
			assertThat(
					page("<img fetchpriority=high src=/a.jpg crossorigin=use-credentials referrerpolicy=origin alt=x>")
						.links())
				.containsExactly("</a.jpg>; rel=preload; as=image; crossorigin=use-credentials; "
						+ "fetchpriority=high; referrerpolicy=origin");
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "fetchpriority=low", "fetchpriority=auto", "loading=lazy" })
		void ofOtherPriorityAreNothing(String attributes) {
			assertNothing("<img src=/a.jpg " + attributes + ">");
		}

		@Test
		void thatAreLoadedLazilyAreLeftOut() {
			assertLeftOut("<img fetchpriority=high loading=LAZY src=/a.jpg>", "lazy /a.jpg");
		}

		@Test
		void insidePictureAreLeftOut() {
			assertLeftOut("<picture><source srcset=/a.avif><img fetchpriority=high src=/a.jpg></picture>",
					"picture /a.jpg");
		}

		@Test
		void withoutSourceAreNothing() {
			assertNothing("<img fetchpriority=high alt=x>");
		}

	}

	@Nested
	class AnythingElse {

		@ParameterizedTest
		@ValueSource(strings = { "<a href=/a>a</a>", "<iframe src=/a></iframe>", "<video src=/a poster=/b></video>",
				"<link rel=icon href=/a.ico>", "<link rel=canonical href=/a>", "<link rel=manifest href=/a>",
				"<link rel=prefetch href=/a as=style>", "<link href=/a.css>", "<link rel='' href=/a.css>",
				"<source srcset=/a>", "<object data=/a></object>", "<input type=image src=/a fetchpriority=high>",
				"<!-- <link rel=stylesheet href=/a.css> -->", "<style>@import '/a.css'</style>",
				"<svg><image href=/a.png></image></svg>", "<audio src=/a></audio>", "<embed src=/a>" })
		void isNothing(String html) {
			assertNothing(html);
		}

		@ParameterizedTest
		@ValueSource(strings = { "noscript", "template", "svg" })
		void isLeftOutInsideOfWhatABrowserDoesNotRun(String container) {
			assertLeftOut("<" + container + "><g><link rel=stylesheet href=/a.css></link></g></" + container + ">",
					"inert /a.css");
		}

		@Test
		void isHintedBehindSuchAContainer() {
			assertThat(page("<template></template><link rel=stylesheet href=/a.css>").targets())
				.containsExactly("/a.css");
		}

	}

	private static void assertNothing(String html) {
		TestPage page = page(html);
		assertThat(page.links()).isEmpty();
		assertThat(page.omissions()).isEmpty();
		assertThat(page.failures()).isEmpty();
	}

	private static void assertLeftOut(String html, String omission) {
		TestPage page = page(html);
		assertThat(page.links()).isEmpty();
		assertThat(page.omissions()).containsExactly(omission);
		assertThat(page.failures()).isEmpty();
	}

}
