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

package dev.preloadhints.sample.waterfall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.preloadhints.sample.https.HttpsAddress;
import dev.preloadhints.sample.https.TrustGuide;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;
import dev.preloadhints.tests.http.Request;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs over the wire, with a client that trusts the shop's authority and nobody else.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RunTests {

	private static final String BODY = """
			{"page": "ABOUT", "variant": "%s", "think": 5, "roundTrip": 4, "megabits": 100}""";

	@Autowired
	private HttpsAddress https;

	@Autowired
	private TrustGuide guide;

	@Autowired
	private Runs runs;

	private HttpTestClient client;

	@BeforeEach
	void trust() throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		try (var input = Files.newInputStream(this.guide.certificate())) {
			trusted.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(input));
		}
		TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trustManagers.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trustManagers.getTrustManagers(), null);
		this.client = HttpTestClient.tls(this.https.port(), context);
	}

	@AfterEach
	void end() {
		this.client.close();
		this.runs.close();
	}

	@Test
	void pagesAreServedOverHttp2WithACertificateThatItsAuthorityVouchesFor() {
		Answer response = get(this.https.url("/about"));
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.version()).isEqualTo("HTTP/2.0");
		assertThat(response.header("Link")).isPresent();
	}

	@Test
	void textIsCompressedAsOverHttp() {
		Answer response = this.client.get("/books", "Accept-Encoding", "gzip");
		assertThat(response.header("Content-Encoding")).hasValue("gzip");
	}

	@ParameterizedTest
	@EnumSource(Variant.class)
	void pageOfARunReportsToTheOneWhoOpenedIt(Variant variant) {
		String opened = open(variant).body();
		Answer page = get(find(opened, "\"url\":\"([^\"]+)\""));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("data-run=\"" + find(opened, "\"id\":\"([^\"]+)\"") + "\"",
				"data-opener=\"https://localhost:" + this.https.port() + "\"", "postMessage");
		assertThat(page.header("Cross-Origin-Opener-Policy")).isEmpty();
	}

	@Test
	void withoutHintsThereIsNoHeader() {
		Answer page = get(find(open(Variant.NONE).body(), "\"url\":\"([^\"]+)\""));
		assertThat(page.headers("Link")).isEmpty();
	}

	@Test
	void variantsHaveTheSameBodyButForTheirName() {
		List<String> bodies = List.of(body(Variant.NONE), body(Variant.HEADER), body(Variant.EARLY_HINTS));
		assertThat(bodies.get(0)).contains("data-run=\"\"").isEqualTo(bodies.get(1)).isEqualTo(bodies.get(2));
	}

	@Test
	void headerAndRequestsAreToldInTheEnd() {
		String opened = open(Variant.HEADER).body();
		get(find(opened, "\"url\":\"([^\"]+)\""));
		Answer ended = send("DELETE", "/waterfall/runs/" + find(opened, "\"id\":\"([^\"]+)\""), null);
		assertThat(ended.body()).contains("\"earlyHints\":[]")
			.contains("rel=preload; as=style")
			.contains("{\"target\":\"/about?think=5\",\"arrived\":0.0,");
	}

	@Test
	void earlyHintsAreThoseThatEverybodyGets() {
		for (int i = 0; i < 3; i++) {
			navigate(this.https.url("/about"));
		}
		String opened = open(Variant.EARLY_HINTS).body();
		String url = find(opened, "\"url\":\"([^\"]+)\"");
		navigate(url);
		Answer ended = send("DELETE", "/waterfall/runs/" + find(opened, "\"id\":\"([^\"]+)\""), null);
		assertThat(ended.body())
			.containsPattern("\"earlyHints\":\\[\"</css/app-[0-9a-f]{32}\\.css>; rel=preload; as=style\"");
	}

	@Test
	void otherVisitorsSeeNothingOfARun() {
		String before = get(this.https.url("/about")).body();
		open(Variant.NONE);
		Answer page = get(this.https.url("/about"));
		assertThat(page.body()).isEqualTo(before).doesNotContain("postMessage");
		assertThat(page.header("Link")).isPresent();
	}

	@Test
	void relayIsGoneAfterItsRun() {
		String opened = open(Variant.NONE).body();
		String path = "/waterfall/runs/" + find(opened, "\"id\":\"([^\"]+)\"");
		assertThat(send("DELETE", path, null).status()).isEqualTo(200);
		assertThat(send("DELETE", path, null).status()).isEqualTo(404);
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> get(find(opened, "\"url\":\"([^\"]+)\"")));
	}

	@Test
	void onlyAFewAreOpenAtOnce() {
		for (int i = 0; i < 8; i++) {
			assertThat(open(Variant.NONE).status()).isEqualTo(201);
		}
		assertThat(open(Variant.NONE).status()).isEqualTo(409);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com", "null", "http://localhost", "https://localhost",
			"https://localhost.example.com:8443" })
	void otherSitesAreRefused(String origin) {
		Request request = Request.post("/waterfall/runs", "application/json", BODY.formatted("NONE"), "Origin", origin);
		assertThat(this.client.send(request.asRepeatable()).status()).isEqualTo(403);
	}

	@Test
	void requestWithoutOriginIsRefused() {
		Request request = Request.post("/waterfall/runs", "application/json", BODY.formatted("NONE"));
		assertThat(this.client.send(request.asRepeatable()).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"think\": 5, |\"think\": 3001, ", "\"think\": 5, |\"think\": -1, ",
			"\"roundTrip\": 4|\"roundTrip\": 1001", "\"megabits\": 100|\"megabits\": 0.1", "\"ABOUT\"|\"/admin\"",
			"\"NONE\"|null" })
	void wrongValuesAreRefused(String change) {
		String[] parts = change.split("\\|");
		String body = BODY.formatted("NONE").replace(parts[0], parts[1]);
		assertThat(body).isNotEqualTo(BODY.formatted("NONE"));
		assertThat(send("POST", "/waterfall/runs", body).status()).isEqualTo(400);
	}

	private Answer open(Variant variant) {
		return send("POST", "/waterfall/runs", BODY.formatted(variant));
	}

	/** The body of a page, without what names its run. */
	private String body(Variant variant) {
		String opened = open(variant).body();
		return get(find(opened, "\"url\":\"([^\"]+)\"")).body().replace(find(opened, "\"id\":\"([^\"]+)\""), "");
	}

	private Answer get(String url) {
		return this.client.get(url);
	}

	/** Load a page and what it needs most, as a browser does. */
	private void navigate(String url) {
		Answer page = this.client.navigate(url);
		Matcher reference = Pattern.compile("(?:<link[^>]+href|<script[^>]+src)=\"([^\"]+)\"").matcher(page.body());
		while (reference.find()) {
			assertThat(get(URI.create(url).resolve(reference.group(1)).toString()).status()).isEqualTo(200);
		}
	}

	private Answer send(String method, String path, String body) {
		String origin = "https://localhost:" + this.https.port();
		return this.client.send((body != null) ? Request.post(path, "application/json", body, "Origin", origin)
				: Request.of(method, path, "Origin", origin));
	}

	private static String find(String text, String regex) {
		Matcher matcher = Pattern.compile(regex).matcher(text);
		assertThat(matcher.find()).as(regex + " in " + text).isTrue();
		return matcher.group(1);
	}

}
