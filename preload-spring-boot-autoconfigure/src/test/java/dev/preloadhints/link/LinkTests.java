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

import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkTests {

	@Test
	void writesAllFieldsInOneOrder() {
		Link link = Link.preload("/hero.jpg", Destination.IMAGE)
			.referrerpolicy("no-referrer")
			.integrity("sha384-abc")
			.imagesizes("100vw")
			.imagesrcset("/hero.jpg 1x, /hero2.jpg 2x")
			.media("(min-width: 40em)")
			.fetchpriority(FetchPriority.HIGH)
			.crossorigin(CrossOrigin.USE_CREDENTIALS)
			.type("image/jpeg")
			.build();
		assertThat(link.fieldValue()).isEqualTo("</hero.jpg>; rel=preload; as=image; type=\"image/jpeg\"; "
				+ "crossorigin=use-credentials; fetchpriority=high; media=\"(min-width: 40em)\"; "
				+ "imagesrcset=\"/hero.jpg 1x, /hero2.jpg 2x\"; imagesizes=100vw; integrity=sha384-abc; "
				+ "referrerpolicy=no-referrer");
	}

	@Test
	void writesAModuleWithoutDestination() {
		assertThat(Link.modulePreload("/app.js").build()).hasToString("</app.js>; rel=modulepreload");
	}

	@Test
	void writesAConnection() {
		assertThat(Link.preconnect("https://cdn.example").build()).hasToString("<https://cdn.example>; rel=preconnect");
	}

	@Test
	void writesNoAttributeThatIsNotSet() {
		assertThat(Link.preload("/a.css", Destination.STYLE).build()).hasToString("</a.css>; rel=preload; as=style");
	}

	@Test
	void givesAFontItsCorsMode() {
		Link font = Link.preload("/a.woff2", Destination.FONT).build();
		assertThat(font.crossorigin()).isEqualTo(CrossOrigin.ANONYMOUS);
		assertThat(font.fieldValue()).contains("; crossorigin");
		assertThat(font)
			.is(sameRequestAs(Link.preload("/a.woff2", Destination.FONT).crossorigin(CrossOrigin.ANONYMOUS)));
	}

	@Test
	void keepsTheCredentialsOfAFont() {
		Link font = Link.preload("/a.woff2", Destination.FONT).crossorigin(CrossOrigin.USE_CREDENTIALS).build();
		assertThat(font.crossorigin()).isEqualTo(CrossOrigin.USE_CREDENTIALS);
	}

	@ParameterizedTest
	@EnumSource(value = Destination.class, mode = EnumSource.Mode.EXCLUDE, names = { "FONT", "NONE" })
	void givesNothingElseACorsMode(Destination destination) {
		assertThat(Link.preload("/a", destination).build().crossorigin()).isEqualTo(CrossOrigin.NO_CORS);
	}

	@ParameterizedTest
	@CsvSource({ "STYLE, BLOCKING_STYLE", "FONT, FONT", "SCRIPT, BLOCKING_SCRIPT", "IMAGE, IMAGE", "FETCH, OTHER",
			"TRACK, OTHER" })
	void ranksByDestination(Destination destination, LinkRank rank) {
		assertThat(Link.preload("/a", destination).build().rank()).isEqualTo(rank);
	}

	@ParameterizedTest
	@CsvSource({ "PRECONNECT, CONNECTION", "DNS_PREFETCH, CONNECTION", "MODULEPRELOAD, MODULE" })
	void ranksByRelation(LinkRelation relation, LinkRank rank) {
		assertThat(Link.of(relation).target("/a").build().rank()).isEqualTo(rank);
	}

	@Test
	void takesTheRankThatIsSet() {
		Link link = Link.preload("/a.js", Destination.SCRIPT).rank(LinkRank.DEFERRED_SCRIPT).build();
		assertThat(link.rank()).isEqualTo(LinkRank.DEFERRED_SCRIPT);
	}

	@Test
	void ranksConnectionsStylesFontsScriptsImagesModulesAndDeferredScriptsInThisOrder() {
		assertThat(LinkRank.values()).containsExactly(LinkRank.CONNECTION, LinkRank.BLOCKING_STYLE, LinkRank.FONT,
				LinkRank.BLOCKING_SCRIPT, LinkRank.IMAGE, LinkRank.MODULE, LinkRank.DEFERRED_SCRIPT, LinkRank.OTHER);
	}

	@Test
	void hasTheDestinationOfAModuleWhateverIsSet() {
		Link module = Link.modulePreload("/app.js").destination(Destination.NONE).build();
		assertThat(module.destination()).isEqualTo(Destination.SCRIPT);
		assertThat(module).is(sameRequestAs(Link.modulePreload("/app.js")));
	}

	@ParameterizedTest
	@EnumSource(value = LinkRelation.class, names = { "PRECONNECT", "DNS_PREFETCH" })
	void hasNoDestinationForAConnection(LinkRelation relation) {
		Link link = Link.of(relation).target("https://cdn.example").destination(Destination.FONT).build();
		assertThat(link.destination()).isEqualTo(Destination.NONE);
		assertThat(link.fieldValue()).doesNotContain("as=");
	}

	@Test
	void isTheSameRequestForAModuleWithAndWithoutAnonymous() {
		assertThat(Link.modulePreload("/app.js").build())
			.is(sameRequestAs(Link.modulePreload("/app.js").crossorigin(CrossOrigin.ANONYMOUS)));
	}

	@Test
	void isAnotherRequestForAScriptWithAnonymous() {
		assertThat(Link.preload("/a.js", Destination.SCRIPT).build())
			.isNot(sameRequestAs(Link.preload("/a.js", Destination.SCRIPT).crossorigin(CrossOrigin.ANONYMOUS)));
	}

	@Test
	void isAnotherRequestForAModuleThanForAScript() {
		assertThat(Link.modulePreload("/a.js").build()).isNot(sameRequestAs(Link.preload("/a.js", Destination.SCRIPT)));
	}

	@Test
	void isAnotherRequestForAnotherUrl() {
		assertThat(Link.preload("/a.js", Destination.SCRIPT).build())
			.isNot(sameRequestAs(Link.preload("/b.js", Destination.SCRIPT)));
	}

	@Test
	void isTheSameRequestWhateverItsPriorityAndType() {
		assertThat(Link.preload("/a.js", Destination.SCRIPT)
			.fetchpriority(FetchPriority.HIGH)
			.type("text/javascript")
			.integrity("sha256-a")
			.build()).is(sameRequestAs(Link.preload("/a.js", Destination.SCRIPT)));
	}

	@Test
	void equalsALinkThatIsWrittenAlike() {
		Link link = Link.preload("/a.css", Destination.STYLE).media(" print,\n screen").build();
		Link other = Link.preload("/a.css", Destination.STYLE).media("print, screen").build();
		assertThat(link).isEqualTo(other).hasSameHashCodeAs(other);
		assertThat(link).isNotEqualTo(Link.preload("/a.css", Destination.STYLE).build()).isNotEqualTo("x");
	}

	@Test
	void saysInAnEarlyHintWhatABrowserTakesThere() {
		assertThat(Link.preload("/a.js", Destination.SCRIPT)
			.type("text/javascript")
			.crossorigin(CrossOrigin.USE_CREDENTIALS)
			.fetchpriority(FetchPriority.HIGH)
			.integrity("sha256-a")
			.referrerpolicy("origin")
			.build()
			.earlyFieldValue())
			.isEqualTo("</a.js>; rel=preload; as=script; type=\"text/javascript\"; "
					+ "crossorigin=use-credentials; fetchpriority=high");
	}

	@Test
	void saysNothingInAnEarlyHintThatDependsOnTheViewport() {
		assertThat(Link.preload("/a.css", Destination.STYLE).media("print").build().earlyFieldValue()).isNull();
		assertThat(Link.preload("/a.png", Destination.IMAGE).imagesrcset("/a.png 2x").build().earlyFieldValue())
			.isNull();
	}

	@ParameterizedTest
	@CsvSource({ "/b.css", "https://cdn.example/longer/than/before.css", "b" })
	void isTheSameLinkByAnotherNameOfItsUrl(String target) {
		LinkBuilder link = Link.preload("/a.css", Destination.STYLE)
			.integrity("sha256-a")
			.fetchpriority(FetchPriority.LOW);
		Link renamed = link.build().withTarget(target);
		Link built = link.target(target).build();
		assertThat(renamed).isEqualTo(built).hasSameHashCodeAs(built);
		assertThat(renamed.target()).isEqualTo(target);
		assertThat(renamed.isSameRequest(built)).isTrue();
		assertThat(renamed.length()).isEqualTo(renamed.fieldValue().length());
		assertThat(renamed.rank()).isEqualTo(built.rank());
		assertThat(renamed.earlyFieldValue()).isEqualTo(built.earlyFieldValue());
	}

	@Test
	void takesNoOtherNameThatIsNotEncoded() {
		Link link = Link.preload("/a.css", Destination.STYLE).build();
		assertThatIllegalArgumentException().isThrownBy(() -> link.withTarget("/a b"));
		assertThat(link.withTarget("/a.css")).isSameAs(link);
	}

	private static Condition<Link> sameRequestAs(LinkBuilder other) {
		Link link = other.build();
		return new Condition<>(link::isSameRequest, "the same request as %s", link);
	}

}
