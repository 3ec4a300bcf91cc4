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
package dev.preloadhints.integration.admin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import dev.preloadhints.tests.AbsentStarter;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.HttpTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that nobody here wrote: {@code base href}, relative URLs, hashed module
 * scripts and preload links of its own.
 */
class AdminServerIntegrationTests {

	private static final Pattern TARGET = Pattern.compile("<([^>]*)>; rel=");

	private static final HttpTestClient client = HttpTestClient.anywhere()
		.version(HttpVersionPolicy.FORCE_HTTP_1)
		.build();

	private static ConfigurableApplicationContext with;

	private static ConfigurableApplicationContext without;

	private static ConfigurableApplicationContext underPath;

	@BeforeAll
	static void start() {
		with = start("preload.enabled=true");
		without = start(AbsentStarter.PROPERTY);
		underPath = start("spring.boot.admin.context-path=/admin");
	}

	private static ConfigurableApplicationContext start(String property) {
		return new SpringApplicationBuilder(AdminServer.class).run("--server.port=0", "--logging.level.root=warn",
				"--spring.main.banner-mode=off", "--" + property);
	}

	@AfterAll
	static void stop() {
		client.close();
		for (ConfigurableApplicationContext context : List.of(with, without, underPath)) {
			context.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login", "/applications", "/sba-settings.js", "/variables.css", "/missing" })
	void bodyIsTheOneWithoutTheStarter(String path) {
		Answer page = get(with, path);
		assertThat(page.status()).isEqualTo(get(without, path).status());
		assertThat(body(with, path)).isEqualTo(body(without, path)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/applications", "/journal" })
	void pageHasTheLinksThatItDeserves(String path) {
		assertThat(link(with, path)).isEqualTo("</variables.css>; rel=preload; as=style, "
				+ "</assets/i18n-HASH.css>; rel=preload; as=style; crossorigin, "
				+ "</assets/sba-HASH.css>; rel=preload; as=style; crossorigin, "
				+ "</sba-settings.js>; rel=preload; as=script, "
				+ "</assets/sba-HASH.js>; rel=modulepreload; crossorigin, "
				+ "</assets/i18n-HASH.js>; rel=modulepreload; crossorigin");
	}

	@Test
	void loginPageHasTheLinksThatItDeserves() {
		assertThat(link(with, "/login")).isEqualTo("</assets/i18n-HASH.css>; rel=preload; as=style; crossorigin, "
				+ "</assets/login-HASH.css>; rel=preload; as=style; crossorigin, "
				+ "</assets/login-HASH.js>; rel=modulepreload; crossorigin, "
				+ "</assets/i18n-HASH.js>; rel=modulepreload; crossorigin");
	}

	@Test
	void linksFollowTheBaseOfThePage() {
		assertThat(link(underPath, "/admin/applications")).startsWith("</admin/variables.css>; rel=preload; as=style, ")
			.contains("</admin/assets/sba-HASH.js>; rel=modulepreload; crossorigin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login" })
	void whatIsHintedIsThere(String path) {
		Matcher target = TARGET.matcher(get(with, path).header("Link").orElseThrow());
		int count = 0;
		while (target.find()) {
			URI uri = base(with).resolve(target.group(1));
			assertThat(get(uri).status()).as(uri.toString()).isEqualTo(200);
			count++;
		}
		assertThat(count).isGreaterThan(3);
	}

	@ParameterizedTest
	@CsvSource({ "/sba-settings.js, */*", "/variables.css, */*", "/instances, application/json" })
	void whatIsNoPageHasNoLinks(String path, String accept) {
		Answer response = get(base(with).resolve(path), accept);
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.headers("Link")).isEmpty();
	}

	@Test
	void switchedOffThereIsNoHeader() {
		assertThat(get(without, "/").headers("Link")).isEmpty();
	}

	private static URI base(ConfigurableApplicationContext context) {
		return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
	}

	/**
	 * The links, with neither the hashes of the build nor the port of the test in them.
	 */
	private static String link(ConfigurableApplicationContext context, String path) {
		List<String> links = get(context, path).headers("Link");
		return String.join(", ", links)
			.replace(base(context).toString(), "")
			.replaceAll("(/assets/\\w+)-[\\w-]{8}\\.(css|js)>", "$1-HASH.$2>");
	}

	/** The body as it is, but for the port, which the page names. */
	private static String body(ConfigurableApplicationContext context, String path) {
		return get(context, path).content()
			.text(StandardCharsets.ISO_8859_1)
			.replace(base(context).toString(), "http://localhost");
	}

	private static Answer get(ConfigurableApplicationContext context, String path) {
		return get(base(context).resolve(path));
	}

	private static Answer get(URI uri) {
		return get(uri, "text/html, */*;q=0.5");
	}

	private static Answer get(URI uri, String accept) {
		return client.get(uri.toString(), "Accept", accept);
	}

}
