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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.preloadhints.sample.https.HttpsAddress;
import dev.preloadhints.sample.https.TrustGuide;
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
import static org.assertj.core.api.Assertions.assertThatIOException;

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

	private HttpClient client;

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
		this.client = HttpClient.newBuilder().sslContext(context).build();
	}

	@AfterEach
	void end() {
		this.runs.close();
	}

	@Test
	void pagesAreServedOverHttp2WithACertificateThatItsAuthorityVouchesFor() throws Exception {
		HttpResponse<String> response = get(this.https.url("/about"));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.version()).isEqualTo(Version.HTTP_2);
		assertThat(response.headers().firstValue("Link")).isPresent();
	}

	@Test
	void textIsCompressedAsOverHttp() throws Exception {
		HttpResponse<Void> response = this.client.send(
				HttpRequest.newBuilder(URI.create(this.https.url("/books"))).header("Accept-Encoding", "gzip").build(),
				BodyHandlers.discarding());
		assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
	}

	@ParameterizedTest
	@EnumSource(Variant.class)
	void pageOfARunReportsToTheOneWhoOpenedIt(Variant variant) throws Exception {
		String opened = open(variant).body();
		HttpResponse<String> page = get(find(opened, "\"url\":\"([^\"]+)\""));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("data-run=\"" + find(opened, "\"id\":\"([^\"]+)\"") + "\"",
				"data-opener=\"https://localhost:" + this.https.port() + "\"", "postMessage");
		assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).isEmpty();
	}

	@Test
	void withoutHintsThereIsNoHeader() throws Exception {
		HttpResponse<String> page = get(find(open(Variant.NONE).body(), "\"url\":\"([^\"]+)\""));
		assertThat(page.headers().map()).doesNotContainKey("link");
	}

	@Test
	void variantsHaveTheSameBodyButForTheirName() throws Exception {
		List<String> bodies = List.of(body(Variant.NONE), body(Variant.HEADER), body(Variant.EARLY_HINTS));
		assertThat(bodies.get(0)).contains("data-run=\"\"").isEqualTo(bodies.get(1)).isEqualTo(bodies.get(2));
	}

	@Test
	void headerAndRequestsAreToldInTheEnd() throws Exception {
		String opened = open(Variant.HEADER).body();
		get(find(opened, "\"url\":\"([^\"]+)\""));
		HttpResponse<String> ended = send("DELETE", "/waterfall/runs/" + find(opened, "\"id\":\"([^\"]+)\""), null);
		assertThat(ended.body()).contains("\"earlyHints\":[]")
			.contains("rel=preload; as=style")
			.contains("{\"target\":\"/about?think=5\",\"arrived\":0.0,");
	}

	@Test
	void earlyHintsAreThoseThatEverybodyGets() throws Exception {
		for (int i = 0; i < 3; i++) {
			navigate(this.https.url("/about"));
		}
		String opened = open(Variant.EARLY_HINTS).body();
		String url = find(opened, "\"url\":\"([^\"]+)\"");
		navigate(url);
		HttpResponse<String> ended = send("DELETE", "/waterfall/runs/" + find(opened, "\"id\":\"([^\"]+)\""), null);
		assertThat(ended.body())
			.containsPattern("\"earlyHints\":\\[\"</css/app-[0-9a-f]{32}\\.css>; rel=preload; as=style\"");
	}

	@Test
	void otherVisitorsSeeNothingOfARun() throws Exception {
		String before = get(this.https.url("/about")).body();
		open(Variant.NONE);
		HttpResponse<String> page = get(this.https.url("/about"));
		assertThat(page.body()).isEqualTo(before).doesNotContain("postMessage");
		assertThat(page.headers().firstValue("Link")).isPresent();
	}

	@Test
	void relayIsGoneAfterItsRun() throws Exception {
		String opened = open(Variant.NONE).body();
		String path = "/waterfall/runs/" + find(opened, "\"id\":\"([^\"]+)\"");
		assertThat(send("DELETE", path, null).statusCode()).isEqualTo(200);
		assertThat(send("DELETE", path, null).statusCode()).isEqualTo(404);
		assertThatIOException().isThrownBy(() -> get(find(opened, "\"url\":\"([^\"]+)\"")));
	}

	@Test
	void onlyAFewAreOpenAtOnce() throws Exception {
		for (int i = 0; i < 8; i++) {
			assertThat(open(Variant.NONE).statusCode()).isEqualTo(201);
		}
		assertThat(open(Variant.NONE).statusCode()).isEqualTo(409);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com", "null", "http://localhost", "https://localhost",
			"https://localhost.example.com:8443" })
	void otherSitesAreRefused(String origin) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.https.url("/waterfall/runs")))
			.header("Origin", origin)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(BODY.formatted("NONE")))
			.build();
		assertThat(this.client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
	}

	@Test
	void requestWithoutOriginIsRefused() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.https.url("/waterfall/runs")))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(BODY.formatted("NONE")))
			.build();
		assertThat(this.client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"think\": 5, |\"think\": 3001, ", "\"think\": 5, |\"think\": -1, ",
			"\"roundTrip\": 4|\"roundTrip\": 1001", "\"megabits\": 100|\"megabits\": 0.1", "\"ABOUT\"|\"/admin\"",
			"\"NONE\"|null" })
	void wrongValuesAreRefused(String change) throws Exception {
		String[] parts = change.split("\\|");
		String body = BODY.formatted("NONE").replace(parts[0], parts[1]);
		assertThat(body).isNotEqualTo(BODY.formatted("NONE"));
		assertThat(send("POST", "/waterfall/runs", body).statusCode()).isEqualTo(400);
	}

	private HttpResponse<String> open(Variant variant) throws Exception {
		return send("POST", "/waterfall/runs", BODY.formatted(variant));
	}

	/** The body of a page, without what names its run. */
	private String body(Variant variant) throws Exception {
		String opened = open(variant).body();
		return get(find(opened, "\"url\":\"([^\"]+)\"")).body().replace(find(opened, "\"id\":\"([^\"]+)\""), "");
	}

	private HttpResponse<String> get(String url) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
	}

	/** Load a page and what it needs most, as a browser does. */
	private void navigate(String url) throws IOException, InterruptedException {
		HttpResponse<String> page = this.client.send(HttpRequest.newBuilder(URI.create(url))
			.headers("Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document")
			.build(), BodyHandlers.ofString());
		Matcher reference = Pattern.compile("(?:<link[^>]+href|<script[^>]+src)=\"([^\"]+)\"").matcher(page.body());
		while (reference.find()) {
			assertThat(get(URI.create(url).resolve(reference.group(1)).toString()).statusCode()).isEqualTo(200);
		}
	}

	private HttpResponse<String> send(String method, String path, String body)
			throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create(this.https.url(path)))
			.headers("Origin", "https://localhost:" + this.https.port(), "Content-Type", "application/json")
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody())
			.build(), BodyHandlers.ofString());
	}

	private static String find(String text, String regex) {
		Matcher matcher = Pattern.compile(regex).matcher(text);
		assertThat(matcher.find()).as(regex + " in " + text).isTrue();
		return matcher.group(1);
	}

}
