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

package dev.preloadhints.integration.earlyhints;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.preloadhints.network.Certificate;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Exchange;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Interim;
import dev.preloadhints.tests.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a {@code 103} goes out, and what it says.
 */
class SendingIntegrationTests {

	static final String STYLE = "</css/app.css>; rel=preload; as=style";

	static final String OTHER_STYLE = "</css/other.css>; rel=preload; as=style";

	static final String SCRIPT = "</js/app.js>; rel=preload; as=script";

	private static final String ALL = EarlyHintsServer.page("style", "/css/app.css", "script", "/js/app.js", "font",
			"/fonts/text.woff2", "module", "/js/module.js", "image", "/img/hero.jpg");

	private final EarlyHintsServer server = EarlyHintsServer.shared();

	@Test
	void arrivesBeforeTheControllerIsReleased() throws Exception {
		String path = EarlyHintsServer.path("/waiting", "style", "/css/app.css", "hold", "sending");
		this.server.learn(path);
		WaitingController controller = this.server.context().getBean(WaitingController.class);
		controller.hold("sending");
		Exchange exchange = this.server.start(path);
		Interim interim = exchange.interim();
		assertThat(interim.status()).isEqualTo(103);
		assertThat(interim.links()).containsExactly(STYLE);
		assertThat(exchange.isAnswered()).isFalse();
		controller.release("sending");
		assertThat(exchange.answer().status()).isEqualTo(200);
		assertThat(exchange.answer().version()).isEqualTo("HTTP/2.0");
	}

	@Test
	void fromTheThirdRenderOn() {
		assertThat(this.server.navigate(ALL).isHinted()).isFalse();
		assertThat(this.server.navigate(ALL).isHinted()).isFalse();
		for (int i = 0; i < 20; i++) {
			assertThat(this.server.navigate(ALL).isHinted()).isTrue();
		}
		assertThat(this.server.outcomes("unlearned")).isEqualTo(2);
		assertThat(this.server.outcomes("sent")).isEqualTo(20);
		assertThat(this.server.predictions("hit")).isEqualTo(100);
	}

	@Test
	void saysExactlyWhatThePageNeeds() {
		this.server.learn(ALL);
		Answer page = this.server.navigate(ALL);
		assertThat(page.interim()).singleElement().satisfies((interim) -> {
			assertThat(interim.status()).isEqualTo(103);
			assertThat(interim.links()).containsExactly(STYLE,
					"</fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin", SCRIPT,
					"</img/hero.jpg>; rel=preload; as=image; fetchpriority=high", "</js/module.js>; rel=modulepreload");
		});
		assertThat(page.links()).containsExactlyElementsOf(page.hints());
	}

	@Test
	void hasNoAttributeThatBrowsersDropALinkFor() {
		String path = EarlyHintsServer.page("detailed", "/css/app.css", "script", "/js/app.js");
		this.server.learn(path);
		Answer page = this.server.navigate(path);
		assertThat(page.hints()).containsExactly(STYLE, SCRIPT);
		assertThat(page.links()).containsExactly(STYLE + "; integrity=sha384-x; referrerpolicy=no-referrer", SCRIPT);
	}

	@Test
	void whatDependsOnMediaOrViewportIsLeftOutWithItsReason() {
		String path = EarlyHintsServer.page("style", "/css/app.css", "wide", "/css/other.css", "responsive",
				"/img/hero.jpg");
		this.server.learn(path);
		Answer page = this.server.navigate(path);
		assertThat(page.hints()).containsExactly(STYLE);
		assertThat(page.links()).hasSize(3);
		assertThat(this.server.omitted("conditional")).isPositive();
	}

	@Test
	void ownFieldsAreLeftToTheFinalResponse() {
		String path = EarlyHintsServer.path("/own/page", "style", "/css/app.css");
		this.server.learn(path);
		Answer page = this.server.navigate(path);
		assertThat(page.hints()).containsExactly(STYLE);
		assertThat(page.fields().all("X-Own")).containsExactly("own");
		assertThat(page.links()).containsExactly("</own.html>; rel=help", STYLE);
	}

	/** Tomcat 10.1 cannot take a cookie back, so there is no interim response then. */
	@Test
	void cookiesAreLeftToTheFinalResponse() {
		String path = EarlyHintsServer.path("/own/basket", "style", "/css/app.css");
		this.server.learn(path);
		Answer page = this.server.navigate(path);
		if (this.server.canTakeCookiesBack()) {
			assertThat(page.hints()).containsExactly(STYLE);
			assertThat(page.interim().get(0).fields().all("Set-Cookie")).isEmpty();
		}
		else {
			assertThat(page.isHinted()).isFalse();
			assertThat(this.server.outcomes("container")).isEqualTo(1);
		}
		assertThat(page.fields().all("Set-Cookie")).containsExactly("basket=full");
		assertThat(page.links()).containsExactly("</own.html>; rel=help", STYLE);
	}

	@Test
	void finalResponseIsTheOneWithoutEarlyHints() {
		String path = EarlyHintsServer.path("/own/page", "style", "/css/app.css", "script", "/js/app.js");
		this.server.learn(path);
		Answer hinted = this.server.navigate(path);
		Answer plain = this.server.get(path);
		assertThat(hinted.isHinted()).isTrue();
		assertThat(plain.isHinted()).isFalse();
		assertThat(hinted.status()).isEqualTo(plain.status());
		assertThat(hinted.body()).isEqualTo(plain.body()).contains("The end.");
		for (String name : List.of("Link", "Content-Type", "Content-Language", "Vary", "X-Own")) {
			assertThat(hinted.fields().all(name)).as(name).isEqualTo(plain.fields().all(name));
		}
	}

	@Test
	void pageWithoutLinksKeepsNoLearnedOnes() {
		this.server.learn(EarlyHintsServer.page("style", "/css/app.css"));
		Answer page = this.server.navigate(EarlyHintsServer.page());
		assertThat(page.hints()).containsExactly(STYLE);
		assertThat(page.links()).isEmpty();
		assertThat(page.fields().all("Link")).isSubsetOf("");
		assertThat(this.server.predictions("wasted")).isEqualTo(1);
	}

	/** Over HTTP/2, browsers and proxies take some of them for an error of the stream. */
	@Test
	void nothingOfTheFinalMessageGoesAhead() {
		String path = EarlyHintsServer.path("/framed/page", "style", "/css/app.css");
		this.server.learn(path);
		Answer page = this.server.navigate(path);
		if (!this.server.canTakeCookiesBack()) {
			assertThat(page.isHinted()).as("what the container keeps keeps the 103 back").isFalse();
			return;
		}
		assertThat(page.hints()).containsExactly(STYLE);
		Interim early = page.interim().get(0);
		for (String name : List.of("Connection", "Keep-Alive", "Upgrade", "Content-Language", "Content-Disposition",
				"Content-Type", "Content-Length", "Transfer-Encoding")) {
			assertThat(early.fields().all(name)).as(name).isEmpty();
		}
		assertThat(early.fields().all("Content-Security-Policy")).containsExactly("object-src 'none'");
		assertThat(page.fields().all("Content-Disposition")).containsExactly("inline");
		assertThat(page.fields().all("Content-Language")).hasSize(1);
		assertThat(page.fields().all("Content-Type").get(0)).isEqualToIgnoringCase("text/html;charset=UTF-8");
	}

	@Test
	void withoutTheHeaderThereAreStillEarlyHints() {
		try (EarlyHintsServer headerless = EarlyHintsServer.cacheable("preload.link-header.enabled=false")) {
			headerless.learn(ALL);
			Answer page = headerless.navigate(ALL);
			assertThat(page.hints()).hasSize(5);
			assertThat(page.links()).isEmpty();
		}
	}

	@Test
	void overTlsWithHttp2() throws Exception {
		Certificate certificate = Certificate.create();
		try (EarlyHintsServer https = EarlyHintsServer.cacheable(certificate.serverProperties().toArray(String[]::new));
				HttpTestClient client = HttpTestClient.tls(https.port(), certificate.trust())) {
			String path = EarlyHintsServer.path("/waiting", "style", "/css/app.css", "hold", "tls");
			for (int i = 0; i < 2; i++) {
				client.navigate(path);
				https.awaitIdle();
			}
			WaitingController controller = https.context().getBean(WaitingController.class);
			controller.hold("tls");
			Exchange exchange = client.start(Request.navigation(path));
			assertThat(exchange.interim().links()).containsExactly(STYLE);
			assertThat(exchange.isAnswered()).isFalse();
			controller.release("tls");
			Answer page = exchange.answer();
			assertThat(page.version()).isEqualTo("HTTP/2.0");
			assertThat(page.hints()).containsExactly(STYLE);
			assertThat(page.links()).containsExactly(STYLE);
		}
	}

}
