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

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;

import dev.preloadhints.actuate.PreloadEndpoint;
import dev.preloadhints.tests.ProjectDirectory;
import dev.preloadhints.tests.http.Answer;
import dev.preloadhints.tests.http.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The actuator endpoint over HTTP: what an operator sees of pages that users asked for.
 */
class EndpointIntegrationTests {

	private static final String[] EXPOSED = { "management.endpoints.web.exposure.include=preload",
			"preload.pages.links[0].href=/fonts/text.woff2", "preload.pages.links[0].as=font",
			"preload.pages.links[0].pages=/books/**", "preload.early-hints.max-weight=2KB" };

	private static final String BOOK = EarlyHintsServer.path("/books/kafka/read/castle", "style", "/css/app.css",
			"style", "/css/other.css?user=alice", "wide", "/css/third.css", "script", "/js/heavy.js", "image",
			"/avatars/alice.png");

	private static EarlyHintsServer server;

	@BeforeEach
	void start() throws Exception {
		if (server == null) {
			List<String> properties = new ArrayList<>(List.of(EXPOSED));
			properties.add("management.endpoint.preload.access=unrestricted");
			server = EarlyHintsServer.cacheable(properties.toArray(String[]::new));
		}
		send(server, "DELETE", "/actuator/preload");
	}

	@AfterAll
	static void stop() {
		server.close();
		server = null;
	}

	@Test
	void documentedPages() throws Exception {
		browse();
		assertDocumented(0, "/actuator/preload");
	}

	@Test
	void documentedPage() throws Exception {
		browse();
		assertDocumented(1, "/actuator/preload/" + id(server, "/books/kafka/read/castle"));
	}

	@Test
	void documentedAnswerToForgetting() throws Exception {
		browse();
		String id = id(server, "/books/kafka/read/castle");
		JSONAssert.assertEquals(documented(2), send(server, "DELETE", "/actuator/preload/" + id).body(), true);
	}

	/** What makes the numbers of the documentation. */
	private static void browse() {
		for (int i = 0; i < 4; i++) {
			server.navigate(BOOK, "X-User", "alice");
		}
		server.get(BOOK);
		server.navigate(EarlyHintsServer.path("/other", "style", "/css/app.css"));
	}

	private static void assertDocumented(int block, String path) throws Exception {
		Answer response = send(server, "GET", path);
		assertThat(response.status()).isEqualTo(200);
		String body = response.body()
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "2026-11-22T03:00:00Z");
		try {
			JSONAssert.assertEquals(documented(block), body, true);
		}
		catch (AssertionError ex) {
			throw new AssertionError("docs/endpoint.md is not true any more; this is: " + body, ex);
		}
	}

	private static String documented(int block) throws IOException {
		Matcher blocks = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(ProjectDirectory.file("docs", "endpoint.md")));
		List<String> all = new ArrayList<>();
		while (blocks.find()) {
			all.add(blocks.group(1));
		}
		return all.get(block);
	}

	@Test
	void noUrlOfAUser() throws Exception {
		browse();
		server.navigate(EarlyHintsServer.path("/session", "style", "/css/app.css", "image", "/img/hero.jpg"));
		List<String> answers = new ArrayList<>(List.of(send(server, "GET", "/actuator/preload").body()));
		for (String id : JsonPath.<List<String>>read(answers.get(0), "$.pages[*].id")) {
			answers.add(send(server, "GET", "/actuator/preload/" + id).body());
		}
		assertThat(answers).hasSize(4);
		assertThat(String.join("\n", answers)).contains("/css/app.css", "not_shared", "few_clients", "session_id")
			.doesNotContain("alice", "kafka", "castle", "?", "jsessionid", "127.0.0.1");
	}

	@Test
	void urlThatThreeUsersWereSent() throws Exception {
		String page = EarlyHintsServer.path("/other", "style", "/css/app.css?v=3");
		for (String user : new String[] { "alice", "bob", "carol" }) {
			server.navigate(page, "X-User", user);
			assertThat(describe(server, "/other").contains("?v=3")).isEqualTo(user.equals("carol"));
		}
	}

	@Test
	void reasonsThatChangeWithThePage() throws Exception {
		String page = EarlyHintsServer.path("/other", "style", "/css/app.css");
		server.navigate(page);
		assertThat(decision(page, "earlyHints")).isEqualTo("new");
		server.navigate(page);
		server.navigate(page);
		assertThat(decision(page, "earlyHints")).isEqualTo("included");
		assertThat(decision(page, "header")).isEqualTo("included");
		server.navigate(EarlyHintsServer.path("/other", "script", "/js/app.js"));
		server.navigate(EarlyHintsServer.path("/other", "script", "/js/app.js"));
		assertThat(decision(page, "header")).isEqualTo("not_on_page");
		server.navigate(EarlyHintsServer.path("/other", "script", "/js/app.js"));
		assertThat(decision(page, "earlyHints")).isEqualTo("unsteady");
	}

	/** Of the style sheet. */
	private static String decision(String page, String delivery) throws Exception {
		String path = "$.links[?(@.target == '/css/app.css')]." + delivery;
		String described = describe(server, page);
		List<Boolean> included = JsonPath.read(described, path + ".included");
		assertThat(included).hasSize(1);
		return included.get(0) ? "included" : JsonPath.<List<String>>read(described, path + ".reason").get(0);
	}

	@Test
	void pageOverHttp1() throws Exception {
		send(server, "GET", "/other?style=/css/app.css", Request.NAVIGATION.toArray(String[]::new));
		String page = describe(server, "/other");
		assertThat(JsonPath.<String>read(page, "$.earlyHints.last.outcome")).isEqualTo("protocol");
		assertThat(JsonPath.<String>read(page, "$.links[0].earlyHints.description"))
			.isEqualTo("the request came over HTTP/1.1 and preload.early-hints.http1 is not set");
	}

	@Test
	void forgottenPageIsLearnedAnew() throws Exception {
		String page = EarlyHintsServer.path("/other", "style", "/css/app.css");
		server.learn(page);
		assertThat(server.navigate(page).isHinted()).isTrue();
		assertThat(send(server, "DELETE", "/actuator/preload/" + id(server, "/other")).status()).isEqualTo(200);
		assertThat(send(server, "GET", "/actuator/preload?path=/other").body()).isEqualTo("{\"pages\":[]}");
		server.learn(page);
		assertThat(JsonPath.<Integer>read(describe(server, "/other"), "$.renders")).isEqualTo(2);
		assertThat(server.navigate(page).isHinted()).isTrue();
	}

	@Test
	void apiIsNoPage() throws Exception {
		server.navigate("/avatars/alice.png");
		assertThat(send(server, "GET", "/actuator/preload").body()).isEqualTo("{\"pages\":[]}");
	}

	@Test
	void unknownPage() throws Exception {
		assertThat(send(server, "GET", "/actuator/preload/other-00000000").status()).isEqualTo(404);
		assertThat(send(server, "DELETE", "/actuator/preload/other-00000000").body()).isEqualTo("{\"forgotten\":0}");
	}

	@Test
	void underAContextPathAndReadOnlyByDefault() throws Exception {
		List<String> properties = new ArrayList<>(List.of(EXPOSED));
		properties.add("server.servlet.context-path=/shop");
		try (EarlyHintsServer shop = EarlyHintsServer.cacheable(properties.toArray(String[]::new))) {
			shop.learn("/shop" + EarlyHintsServer.path("/other", "style", "/css/app.css"));
			String pages = send(shop, "GET", "/shop/actuator/preload?path=/shop/other").body();
			String id = JsonPath.read(pages, "$.pages[0].id");
			String page = send(shop, "GET", "/shop/actuator/preload/" + id).body();
			assertThat(JsonPath.<String>read(page, "$.links[0].target")).isEqualTo("/shop/css/app.css");
			assertThat(JsonPath.<Integer>read(page, "$.links[0].size")).isEqualTo(33);
			assertThat(JsonPath.<String>read(page, "$.links[0].freshness")).isEqualTo("fresh");
			assertThat(send(shop, "DELETE", "/shop/actuator/preload/" + id).status()).isEqualTo(405);
		}
	}

	@Test
	void nothingWhereItIsNotExposed() throws Exception {
		EarlyHintsServer hidden = EarlyHintsServer.shared();
		assertThat(send(hidden, "GET", "/actuator/preload").status()).isEqualTo(404);
		assertThatExceptionOfType(NoSuchBeanDefinitionException.class)
			.isThrownBy(() -> hidden.context().getBean(PreloadEndpoint.class));
	}

	private static String describe(EarlyHintsServer server, String path) throws Exception {
		return send(server, "GET", "/actuator/preload/" + id(server, path)).body();
	}

	private static String id(EarlyHintsServer server, String path) throws Exception {
		int query = path.indexOf('?');
		String page = (query >= 0) ? path.substring(0, query) : path;
		return JsonPath.read(send(server, "GET", "/actuator/preload?path=" + page).body(), "$.pages[0].id");
	}

	private static Answer send(EarlyHintsServer server, String method, String path, String... headers) {
		return server.http1().send(Request.of(method, path, headers));
	}

}
