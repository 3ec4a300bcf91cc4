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
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.preloadhints.tests.http.Answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static dev.preloadhints.integration.earlyhints.SendingIntegrationTests.STYLE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one user's page teaches and another's never says.
 */
class PrivacyIntegrationTests {

	private final EarlyHintsServer server = EarlyHintsServer.shared();

	@Test
	void avatarOfAController() {
		String alices = EarlyHintsServer.page("style", "/css/app.css", "image", "/avatars/alice.png");
		for (int i = 0; i < 6; i++) {
			assertThat(this.server.navigate(alices, "X-User", "alice").hints())
				.noneMatch((link) -> link.contains("avatars"));
		}
		assertThat(bob(this.server, "/avatars/bob.png").hints()).containsExactly(STYLE);
		assertThat(this.server.omitted("not_shared")).isEqualTo(7);
	}

	@Test
	void avatarInADirectoryOfUploads(@TempDir Path uploads) throws IOException {
		for (String user : new String[] { "alice", "bob", "logo" }) {
			Files.writeString(uploads.resolve(user + ".png"), user);
		}
		try (EarlyHintsServer files = EarlyHintsServer.cacheable(Uploads.class, "test.uploads=" + uploads.toUri())) {
			String alices = EarlyHintsServer.page("style", "/css/app.css", "image", "/uploads/alice.png");
			for (int i = 0; i < 6; i++) {
				assertThat(files.navigate(alices, "X-User", "alice").hints())
					.noneMatch((link) -> link.contains("uploads"));
			}
			assertThat(bob(files, "/uploads/bob.png").hints()).containsExactly(STYLE);
			assertThat(files.get("/uploads/alice.png").status()).isEqualTo(200);
			assertThat(files.omitted("few_clients")).isPositive();
			String logo = EarlyHintsServer.path("/other", "image", "/uploads/logo.png");
			for (String user : new String[] { "alice", "bob", "carol" }) {
				assertThat(files.navigate(logo, "X-User", user).isHinted()).isFalse();
			}
			assertThat(files.navigate(logo, "X-User", "dave").hints())
				.containsExactly("</uploads/logo.png>; rel=preload; as=image; fetchpriority=high");
		}
	}

	/** As an application does that runs from its exploded class path. */
	@Test
	void uploadThatTheApplicationWritesAmongItsOwnFiles() throws IOException {
		Path uploads = new ClassPathResource("earlyhints/static/").getFile().toPath().resolve("uploads");
		try (EarlyHintsServer own = EarlyHintsServer.cacheable()) {
			Files.createDirectories(uploads);
			Files.writeString(uploads.resolve("alice.png"), "alice");
			String alices = EarlyHintsServer.page("style", "/css/app.css", "image", "/uploads/alice.png");
			for (int i = 0; i < 6; i++) {
				assertThat(own.navigate(alices, "X-User", "alice").hints())
					.noneMatch((link) -> link.contains("uploads"));
			}
			assertThat(own.get("/uploads/alice.png").status()).isEqualTo(200);
			assertThat(bob(own, "/uploads/bob.png").hints()).containsExactly(STYLE);
			assertThat(own.omitted("few_clients")).isPositive();
		}
		finally {
			FileSystemUtils.deleteRecursively(uploads);
		}
	}

	/** A visitor who may choose the module of a page, but may not have it. */
	@Test
	void whatAProtectedModuleImports() {
		try (EarlyHintsServer secured = EarlyHintsServer.cacheable(Secured.class, "integration.without=")) {
			String page = EarlyHintsServer.page("module", "/discovery/main.js");
			String styled = EarlyHintsServer.page("style", "/discovery/shop.css");
			String free = EarlyHintsServer.page("module", "/js/module.js", "style", "/css/app.css");
			assertThat(secured.get("/discovery/main.js").status()).isEqualTo(401);
			for (int i = 0; i < 4; i++) {
				assertThat(secured.navigate(page).links()).containsExactly("</discovery/main.js>; rel=modulepreload");
				assertThat(secured.navigate(styled).links())
					.containsExactly("</discovery/shop.css>; rel=preload; as=style");
				assertThat(secured.navigate(free).status()).isEqualTo(200);
			}
			String alice = "Basic " + Base64.getEncoder().encodeToString("alice:secret".getBytes(UTF_8));
			assertThat(secured.get("/discovery/main.js", "Authorization", alice).status()).isEqualTo(200);
			assertThat(secured.navigate(page, "Authorization", alice).links())
				.contains("</discovery/part.js>; rel=modulepreload");
			assertThat(secured.navigate(page).links()).containsExactly("</discovery/main.js>; rel=modulepreload");
		}
	}

	@Test
	void signedUrl() {
		String alices = EarlyHintsServer.page("style", "/css/app.css", "style", "/css/other.css?signature=a1");
		for (int i = 0; i < 6; i++) {
			this.server.navigate(alices, "X-User", "alice");
		}
		Answer bobs = this.server.navigate(
				EarlyHintsServer.page("style", "/css/app.css", "style", "/css/other.css?signature=b2"), "X-User",
				"bob");
		assertThat(bobs.hints()).containsExactly(STYLE);
		assertThat(this.server.omitted("few_clients")).isPositive();
	}

	@Test
	void queryThatAShippedFileNamesIsNobodysOwn() {
		String page = EarlyHintsServer.page("style", "/discovery/queried.css", "module", "/discovery/queried.js");
		this.server.navigate(page);
		this.server.learn(page);
		assertThat(this.server.navigate(page).hints()).containsExactly(
				"</discovery/queried.css>; rel=preload; as=style", "</discovery/base.css?v=2>; rel=preload; as=style",
				"</fonts/text.woff2?v=4.7.0>; rel=preload; as=font; type=\"font/woff2\"; crossorigin",
				"</discovery/queried.js>; rel=modulepreload", "</discovery/deep.js?v=3>; rel=modulepreload");
		assertThat(this.server.omitted("few_clients")).isZero();
		String other = EarlyHintsServer.page("style", "/discovery/base.css?v=2", "style", "/discovery/base.css?v=3");
		this.server.learn(other);
		assertThat(this.server.navigate(other).hints()).as("the same name, and another one")
			.contains("</discovery/base.css?v=2>; rel=preload; as=style")
			.doesNotContain("</discovery/base.css?v=3>; rel=preload; as=style");
	}

	/** Who writes the style sheet decides about the names in it. */
	@Test
	void queryThatAnUploadedFileNames(@TempDir Path uploads) throws IOException {
		Files.writeString(uploads.resolve("alice.css"), "@import '/css/other.css?signature=a1';");
		try (EarlyHintsServer files = EarlyHintsServer.cacheable(Uploads.class, "test.uploads=" + uploads.toUri())) {
			String page = EarlyHintsServer.page("style", "/css/app.css", "style", "/uploads/alice.css");
			files.navigate(page);
			files.learn(page);
			assertThat(files.navigate(page).hints()).containsExactly(STYLE);
			assertThat(files.omitted("few_clients")).isPositive();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-User", "X-Address" })
	void queryThatThreeClientsHadIsTheSameForEveryone(String client) {
		String page = EarlyHintsServer.page("style", "/css/app.css?v=42");
		for (int i = 0; i < 5; i++) {
			assertThat(this.server.navigate(page, client, "10.0.0.1").isHinted()).isFalse();
			assertThat(this.server.navigate(page, client, "10.0.0.2").isHinted()).isFalse();
		}
		assertThat(this.server.navigate(page, client, "10.0.0.3").isHinted()).isFalse();
		assertThat(this.server.navigate(page, client, "10.0.0.4").hints())
			.containsExactly("</css/app.css?v=42>; rel=preload; as=style");
	}

	@Test
	void sessionsAreClientsToo() {
		String page = EarlyHintsServer.path("/session", "style", "/css/app.css?v=42");
		List<String> cookies = Stream.generate(() -> cookie(this.server.navigate("/session"))).limit(3).toList();
		for (int i = 0; i < 3; i++) {
			assertThat(this.server.navigate(page, "Cookie", cookies.get(i)).isHinted()).isFalse();
			assertThat(this.server.navigate(page, "Cookie", cookies.get(i)).isHinted()).isEqualTo(i == 2);
		}
	}

	private static String cookie(Answer answer) {
		String cookie = answer.fields().all("Set-Cookie").get(0);
		return cookie.substring(0, cookie.indexOf(';'));
	}

	@Test
	void neverASessionId() {
		String page = EarlyHintsServer.path("/session", "style", "/css/app.css", "script", "/js/app.js");
		for (int i = 0; i < 6; i++) {
			Answer first = this.server.navigate(page, "X-User", "user" + i);
			assertThat(first.body()).contains(";jsessionid=");
			assertThat(first.isHinted()).isFalse();
		}
		String cookie = cookie(this.server.navigate(page));
		for (int i = 0; i < 12; i++) {
			this.server.navigate(page, "Cookie", cookie);
		}
		assertThat(this.server.navigate(page, "Cookie", cookie).hints()).containsExactly(STYLE,
				SendingIntegrationTests.SCRIPT);
		Answer visitor = this.server.navigate(page);
		assertThat(visitor.isHinted()).isFalse();
		assertThat(visitor.links()).noneMatch((link) -> link.contains("jsessionid"));
	}

	@Test
	void neverANonce() {
		String page = EarlyHintsServer.page("script", "/js/app.js");
		this.server.learn(page);
		Answer hinted = this.server.navigate(page);
		assertThat(hinted.hints()).containsExactly(SendingIntegrationTests.SCRIPT);
		assertThat(hinted.body()).contains("nonce");
		assertThat(hinted.interim().get(0).fields().toString()).doesNotContain("c2VjcmV0", "nonce");
	}

	@Test
	void otherOriginsOnlyWhereTheyAreShared() {
		String page = EarlyHintsServer.page("style", "/css/app.css", "style", "https://cdn.example.com/theme.css",
				"script", "https://tracker.example.net/t.js", "connect", "https://cdn.example.com", "connect",
				"https://tracker.example.net");
		this.server.learn(page);
		assertThat(this.server.navigate(page).hints()).containsExactly(STYLE);
		try (EarlyHintsServer shared = EarlyHintsServer
			.cacheable("preload.early-hints.shared-origins=https://cdn.example.com")) {
			shared.learn(page);
			assertThat(shared.navigate(page).hints()).containsExactly("<https://cdn.example.com>; rel=preconnect",
					STYLE, "<https://cdn.example.com/theme.css>; rel=preload; as=style");
			assertThat(shared.omitted("not_shared")).isEqualTo(6);
		}
	}

	/** What a controller adds for one user is that user's. */
	@Test
	void addedLinksAreNotLearned() {
		String alices = EarlyHintsServer.path("/added", "style", "/css/app.css", "own", "/img/hero.jpg");
		for (int i = 0; i < 6; i++) {
			Answer page = this.server.navigate(alices, "X-User", "alice");
			assertThat(page.links()).contains("</img/hero.jpg>; rel=preload; as=image");
			assertThat(page.hints()).isSubsetOf(STYLE);
		}
		Answer bobs = this.server.navigate(EarlyHintsServer.path("/added", "style", "/css/app.css"), "X-User", "bob");
		assertThat(bobs.hints()).containsExactly(STYLE);
		assertThat(bobs.links()).containsExactly(STYLE);
	}

	private static Answer bob(EarlyHintsServer server, String avatar) {
		return server.navigate(EarlyHintsServer.page("style", "/css/app.css", "image", avatar), "X-User", "bob");
	}

	@Configuration(proxyBeanMethods = false)
	static class Secured {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/discovery/**").authenticated().anyRequest().permitAll())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(User.withUsername("alice").password("{noop}secret").build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Uploads implements WebMvcConfigurer {

		@Value("${test.uploads}")
		private String location;

		@Override
		public void addResourceHandlers(ResourceHandlerRegistry registry) {
			registry.addResourceHandler("/uploads/**").addResourceLocations(this.location).setCachePeriod(3600);
		}

	}

}
