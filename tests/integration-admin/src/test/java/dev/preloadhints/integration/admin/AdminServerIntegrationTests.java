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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that nobody here wrote: {@code base href}, relative URLs, hashed module
 * scripts and preload links of its own.
 */
class AdminServerIntegrationTests {

	private static final Pattern TARGET = Pattern.compile("<([^>]*)>; rel=");

	private static ConfigurableApplicationContext with;

	private static ConfigurableApplicationContext without;

	private static ConfigurableApplicationContext underPath;

	@BeforeAll
	static void start() {
		with = start("preload.enabled=true");
		without = start("preload.enabled=false");
		underPath = start("spring.boot.admin.context-path=/admin");
	}

	private static ConfigurableApplicationContext start(String property) {
		return new SpringApplicationBuilder(AdminServer.class).run("--server.port=0", "--logging.level.root=warn",
				"--spring.main.banner-mode=off", "--" + property);
	}

	@AfterAll
	static void stop() {
		for (ConfigurableApplicationContext context : List.of(with, without, underPath)) {
			context.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login", "/applications", "/sba-settings.js", "/variables.css", "/missing" })
	void bodyIsTheOneWithoutTheStarter(String path) throws Exception {
		HttpResponse<String> page = get(with, path);
		assertThat(page.statusCode()).isEqualTo(get(without, path).statusCode());
		assertThat(body(with, path)).isEqualTo(body(without, path)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/applications", "/journal" })
	void pageHasTheLinksThatItDeserves(String path) throws Exception {
		assertThat(link(with, path)).isEqualTo("</variables.css>; rel=preload; as=style, "
				+ "</assets/i18n-HASH.css>; rel=preload; as=style; crossorigin, "
				+ "</assets/sba-HASH.css>; rel=preload; as=style; crossorigin, "
				+ "</sba-settings.js>; rel=preload; as=script, "
				+ "</assets/sba-HASH.js>; rel=modulepreload; crossorigin, "
				+ "</assets/i18n-HASH.js>; rel=modulepreload; crossorigin");
	}

	@Test
	void loginPageHasTheLinksThatItDeserves() throws Exception {
		assertThat(link(with, "/login")).isEqualTo("</assets/i18n-HASH.css>; rel=preload; as=style; crossorigin, "
				+ "</assets/login-HASH.css>; rel=preload; as=style; crossorigin, "
				+ "</assets/login-HASH.js>; rel=modulepreload; crossorigin, "
				+ "</assets/i18n-HASH.js>; rel=modulepreload; crossorigin");
	}

	@Test
	void linksFollowTheBaseOfThePage() throws Exception {
		assertThat(link(underPath, "/admin/applications")).startsWith("</admin/variables.css>; rel=preload; as=style, ")
			.contains("</admin/assets/sba-HASH.js>; rel=modulepreload; crossorigin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login" })
	void whatIsHintedIsThere(String path) throws Exception {
		Matcher target = TARGET.matcher(get(with, path).headers().firstValue("Link").orElseThrow());
		int count = 0;
		while (target.find()) {
			URI uri = base(with).resolve(target.group(1));
			assertThat(get(uri).statusCode()).as(uri.toString()).isEqualTo(200);
			count++;
		}
		assertThat(count).isGreaterThan(3);
	}

	@ParameterizedTest
	@CsvSource({ "/sba-settings.js, */*", "/variables.css, */*", "/instances, application/json" })
	void whatIsNoPageHasNoLinks(String path, String accept) throws Exception {
		HttpResponse<String> response = get(base(with).resolve(path), accept);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().allValues("Link")).isEmpty();
	}

	@Test
	void switchedOffThereIsNoHeader() throws Exception {
		assertThat(get(without, "/").headers().allValues("Link")).isEmpty();
	}

	private static URI base(ConfigurableApplicationContext context) {
		return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
	}

	/**
	 * The links, with neither the hashes of the build nor the port of the test in them.
	 */
	private static String link(ConfigurableApplicationContext context, String path) throws Exception {
		List<String> links = get(context, path).headers().allValues("Link");
		return String.join(", ", links)
			.replace(base(context).toString(), "")
			.replaceAll("(/assets/\\w+)-[\\w-]{8}\\.(css|js)>", "$1-HASH.$2>");
	}

	/** The body as it is, but for the port, which the page names. */
	private static String body(ConfigurableApplicationContext context, String path) throws Exception {
		return get(context, path).body().replace(base(context).toString(), "http://localhost");
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
		return get(base(context).resolve(path));
	}

	private static HttpResponse<String> get(URI uri) throws Exception {
		return get(uri, "text/html, */*;q=0.5");
	}

	private static HttpResponse<String> get(URI uri, String accept) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(uri).header("Accept", accept).build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
	}

}
