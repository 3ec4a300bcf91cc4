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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.preloadhints.link.OmissionReason;

import static dev.preloadhints.collect.TestPage.page;
import static org.assertj.core.api.Assertions.assertThat;

class RefinementsTests {

	@Test
	void hintFalseLeavesAnElementOut() {
		TestPage page = page("<link rel=stylesheet href=/a.css preload:hint=false>");
		assertThat(page.links()).isEmpty();
		assertThat(page.omissions()).containsExactly("opted_out /a.css");
	}

	@Test
	void hintFalseLeavesEverythingInsideAContainerOut() {
		TestPage page = page("<div preload:hint=false><p><link rel=stylesheet href=/a.css></p>"
				+ "<script src=/a.js></script></div><link rel=stylesheet href=/b.css>");
		assertThat(page.targets()).containsExactly("/b.css");
		assertThat(page.omissions()).containsExactly("opted_out /a.css", "opted_out /a.js");
	}

	@Test
	void hintTrueBringsBackWhatAContainerLeavesOut() {
		assertThat(page("<div preload:hint=false><p preload:hint=true><link rel=stylesheet href=/a.css></p>"
				+ "<link rel=stylesheet href=/b.css preload:hint=true><link rel=stylesheet href=/c.css></div>")
			.targets()).containsExactly("/a.css", "/b.css");
	}

	@Test
	void hintFalseWinsInsideAContainerWithTrue() {
		assertThat(page("<div preload:hint=true><p preload:hint=false><link rel=stylesheet href=/a.css></p></div>")
			.links()).isEmpty();
	}

	@Test
	void hintTrueOnAContainerForcesNothing() {
		TestPage page = page("<div preload:hint=true><link rel=stylesheet href=/a.css media=print></div>");
		assertThat(page.omissions()).containsExactly("media /a.css");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<link rel=stylesheet href=/a media=print preload:hint=true>",
			"<link rel=stylesheet href=/a disabled preload:hint=true>",
			"<link rel='alternate stylesheet' href=/a preload:hint=true>",
			"<link rel=stylesheet href=/a fetchpriority=low preload:hint=true>",
			"<script src=/a nomodule preload:hint=true></script>",
			"<script src=/a type=text/babel preload:hint=true></script>", "<img src=/a loading=lazy preload:hint=true>",
			"<img src=/a preload:hint=' true '>", "<picture><img src=/a preload:hint=true></picture>",
			"<noscript><link rel=stylesheet href=/a preload:hint=true></noscript>" })
	void hintTrueForcesWhatTheRulesLeaveOut(String html) {
		TestPage page = page(html);
		assertThat(page.targets()).containsExactly("/a");
		assertThat(page.omissions()).isEmpty();
	}

	@Test
	void hintTrueForcesNoUrlThatCannotBeRequested() {
		TestPage page = page("<link rel=stylesheet href=data:, preload:hint=true>");
		assertThat(page.links()).isEmpty();
		assertThat(page.omitted(OmissionReason.SCHEME)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<a href=/a preload:hint=true preload:as=fetch>x</a>",
			"<video src=/a preload:hint=true preload:as=fetch></video>",
			"<link rel=icon href=/a preload:hint=true preload:as=fetch>" })
	void hintTrueAndAsForceAnyElementWithAUrl(String html) {
		assertThat(page(html).links()).containsExactly("</a>; rel=preload; as=fetch");
	}

	@Test
	void hintTrueAloneIsNotEnoughForAnyElement() {
		assertThat(page("<a href=/a preload:hint=true>x</a>").links()).isEmpty();
	}

	@Test
	void asReplacesTheDestinationAndItsRank() {
		assertThat(page("<script async src=/a.js></script>", "<link rel=preload href=/f preload:as=font>",
				"<script src=/b.css preload:as=style></script>")
			.targets()).containsExactly("/b.css", "/f", "/a.js");
	}

	@Test
	void fetchpriorityReplacesThePriority() {
		assertThat(page("<link rel=stylesheet href=/a.css preload:fetchpriority=high>").links())
			.containsExactly("</a.css>; rel=preload; as=style; fetchpriority=high");
		assertThat(page("<link rel=stylesheet href=/a.css fetchpriority=high preload:fetchpriority=auto>").links())
			.containsExactly("</a.css>; rel=preload; as=style");
	}

	@ParameterizedTest
	@CsvSource({ "use-credentials, use-credentials", "Use-Credentials, use-credentials" })
	void crossoriginReplacesTheCorsSettings(String value, String expected) {
		assertThat(page("<script src=/a.js crossorigin preload:crossorigin=" + value + "></script>").links())
			.containsExactly("</a.js>; rel=preload; as=script; crossorigin=" + expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "preload:crossorigin", "preload:crossorigin=anonymous", "preload:crossorigin=''" })
	void crossoriginMayBeAnonymous(String attribute) {
		assertThat(page("<script src=/a.js " + attribute + "></script>").links())
			.isEqualTo(page("<script src=/a.js crossorigin></script>").links());
	}

	@Test
	void typeReplacesTheType() {
		assertThat(page("<link rel=preload as=image href=/a type=image/png preload:type=image/avif>").links())
			.containsExactly("</a>; rel=preload; as=image; type=\"image/avif\"");
	}

	@Test
	void typeMayBeTakenAway() {
		assertThat(page("<link rel=preload as=image href=/a type=image/png preload:type=''>").links())
			.containsExactly("</a>; rel=preload; as=image");
	}

	@Test
	void declaresALinkWithoutMarkup() {
		assertThat(
				page("<preload:link href=/a.woff2 as=font type=font/woff2 crossorigin=use-credentials></preload:link>")
					.links())
			.containsExactly("</a.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin=use-credentials");
	}

	@ParameterizedTest
	@ValueSource(strings = { "modulepreload", "preconnect", "dns-prefetch" })
	void declaresALinkOfAnotherRelation(String rel) {
		assertThat(page("<preload:link rel=' " + rel + " ' href=https://a.example/></preload:link>").links())
			.singleElement()
			.asString()
			.endsWith("; rel=" + rel);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			<link rel=stylesheet href=/a preload:hint=yes>, preload:hint, yes
			<link rel=stylesheet href=/a preload:hint=''>, preload:hint, ''
			<link rel=stylesheet href=/a preload:as=styles>, preload:as, styles
			<script type=module src=/a preload:as=script></script>, preload:as, script
			<link rel=preconnect href=/a preload:as=style>, preload:as, style
			<link rel=stylesheet href=/a preload:fetchpriority=urgent>, preload:fetchpriority, urgent
			<link rel=stylesheet href=/a preload:crossorigin=yes>, preload:crossorigin, yes
			<preload:link rel=prefetch href=/a></preload:link>, rel, prefetch
			<preload:link href=/a as=stile></preload:link>, as, stile
			<preload:link href=/a></preload:link>, as, null
			<preload:link as=style></preload:link>, href, preload:link
			""")
	void namesAttributeAndValueOfAMistakeOnceAndGoesOn(String html, String attribute, String value) {
		TestPage page = page(html, "<link rel=stylesheet href=/b.css>");
		assertThat(page.failures()).singleElement().asString().contains(attribute).contains(value);
		assertThat(page.targets()).containsExactly("/b.css");
		assertThat(page.omitted(OmissionReason.FAILED)).isEqualTo(1);
	}

	@Test
	void leavesAnElementOutWhoseContainerHasAMistake() {
		TestPage page = page(
				"<p preload:hint=no><link rel=stylesheet href=/a.css></p><link rel=stylesheet href=/b.css>");
		assertThat(page.failures()).isNotEmpty()
			.containsOnly("The template attribute preload:hint has the value 'no'; allowed is true or false");
		assertThat(page.targets()).containsExactly("/b.css");
	}

	@Test
	void saysWhatIsAllowed() {
		assertThat(page("<link rel=stylesheet href=/a preload:as=styles>").failures())
			.containsExactly("The template attribute preload:as has the value 'styles'; allowed is "
					+ "fetch, font, image, script, style, track");
	}

}
