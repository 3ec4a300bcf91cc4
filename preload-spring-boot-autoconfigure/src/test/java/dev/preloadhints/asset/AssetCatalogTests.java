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

package dev.preloadhints.asset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AssetCatalog} with Spring's own resource handlers.
 */
class AssetCatalogTests {

	private final Map<String, ResourceHttpRequestHandler> handlers = new LinkedHashMap<>();

	private final TestClock clock = new TestClock();

	@TempDir
	@Nullable Path uploads;

	private @Nullable AssetCatalog assets;

	@BeforeEach
	void create() throws Exception {
		Files.writeString(uploads().resolve("avatar.png"), "not really");
		Resource directory = new FileSystemResource(uploads().toString() + "/");
		Resource shipped = new ClassPathResource("dev/preloadhints/asset/");
		this.handlers.put("/**", handler(null, shipped, directory));
		this.handlers.put("/cached/**", handler(CacheControl.maxAge(Duration.ofDays(365)), shipped));
		this.handlers.put("/never/**", handler(CacheControl.noStore(), shipped));
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(this.handlers);
		this.assets = new AssetCatalog(() -> provider, "", this.clock);
	}

	@Test
	void findsAResourceWithItsSize() throws Exception {
		assertThat(assets().known("/style.css")).isNull();
		Asset asset = assets().find("/style.css");
		assertThat(asset).isEqualTo(new Asset(true, 20, Freshness.UNKNOWN, Vary.NOTHING));
		assertThat(assets().known("/style.css")).isEqualTo(asset);
	}

	@Test
	void findsAVersionedResource() throws Exception {
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(this.handlers);
		String url = provider.getForLookupPath("/style.css");
		assertThat(url).matches("/style-[0-9a-f]{32}\\.css");
		assertThat(assets().find(url)).isEqualTo(new Asset(true, 20, Freshness.UNKNOWN, Vary.NOTHING));
		assertThat(assets().find("/style-00000000000000000000000000000000.css")).isNull();
	}

	@Test
	void knowsWhatItsHandlerWillSay() throws Exception {
		assertThat(assets().find("/cached/style.css")).extracting(Asset::freshness).isEqualTo(Freshness.FRESH);
		assertThat(assets().find("/never/style.css")).extracting(Asset::freshness).isEqualTo(Freshness.NOT_STORED);
	}

	@Test
	void believesTheResponsesMore() throws Exception {
		assets().find("/cached/style.css");
		assets().observe("/cached/style.css", new AssetResponse(200, "no-store", null, null, List.of(), null, null));
		assertThat(assets().known("/cached/style.css")).extracting(Asset::freshness).isEqualTo(Freshness.NOT_STORED);
		assets().observe("/cached/style.css", new AssetResponse(304, "max-age=60", null, null, List.of(), null, null));
		assertThat(assets().known("/cached/style.css")).extracting(Asset::freshness).isEqualTo(Freshness.FRESH);
	}

	/**
	 * A range that is not there, a page of Spring Security, too many requests, a host
	 * that is none of the application's.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 302, 304, 307, 400, 401, 403, 404, 410, 405, 406, 412, 413, 414, 416, 429, 431, 500, 503 })
	void oneVisitorTakesNothingAwayFromTheOthers(int status) throws Exception {
		assets().find("/cached/style.css");
		assets().observe("/cached/style.css", new AssetResponse(200, "max-age=60", null, null, List.of(), null, null));
		for (int client = 0; client < 5; client++) {
			answer("/cached/style.css", status, client);
		}
		assertThat(assets().known("/cached/style.css")).extracting(Asset::freshness).isEqualTo(Freshness.FRESH);
		assertThat(assets().wasRequested("/cached/style.css")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 401, 403, 404, 410, 500, 503 })
	void handlerKnowsBetterThanOneVisitor(int status) throws Exception {
		assets().find("/cached/style.css");
		for (int i = 0; i < 20; i++) {
			answer("/cached/style.css", status, i % 2);
			assertThat(assets().known("/cached/style.css")).extracting(Asset::freshness).isEqualTo(Freshness.FRESH);
		}
		answer("/cached/style.css", status, 2);
		assertThat(assets().known("/cached/style.css")).as("three agree")
			.extracting(Asset::freshness)
			.isEqualTo(Freshness.MISSING);
		assets().observe("/cached/style.css", new AssetResponse(200, "max-age=60", null, null, List.of(), null, null));
		assertThat(assets().known("/cached/style.css")).extracting(Asset::freshness).isEqualTo(Freshness.FRESH);
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 401, 403, 404, 410, 500, 503 })
	void isMissingUntilThereWasAGoodResponseWhereNoHandlerServes(int status) throws Exception {
		assets().find("/dynamic.css");
		answer("/dynamic.css", status, 1);
		assertThat(assets().known("/dynamic.css")).extracting(Asset::freshness).isEqualTo(Freshness.MISSING);
		assets().observe("/dynamic.css", new AssetResponse(200, "max-age=60", null, null, List.of(), null, null));
		assertThat(assets().known("/dynamic.css")).extracting(Asset::freshness).isEqualTo(Freshness.FRESH);
		answer("/dynamic.css", status, 1);
		assertThat(assets().known("/dynamic.css")).extracting(Asset::freshness).isEqualTo(Freshness.FRESH);
	}

	@Test
	void fileThatIsGoneIsMissedSomeTimeAfterSomebodyWasToldSo() throws Exception {
		assets().find("/avatar.png");
		assets().observe("/avatar.png", new AssetResponse(200, "max-age=60", null, null, List.of(), null, null));
		Files.delete(uploads().resolve("avatar.png"));
		answer("/avatar.png", 404, 1);
		assertThat(assets().find("/avatar.png")).isNotNull();
		this.clock.now = this.clock.now.plusSeconds(61);
		assertThat(assets().isDecided("/avatar.png")).isFalse();
		assertThat(assets().find("/avatar.png")).isNull();
		assertThat(assets().known("/avatar.png")).extracting(Asset::freshness).isEqualTo(Freshness.MISSING);
		Files.writeString(uploads().resolve("avatar.png"), "again");
		this.clock.now = this.clock.now.plusSeconds(61);
		assertThat(assets().find("/avatar.png")).extracting(Asset::freshness).isEqualTo(Freshness.UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/cached/%73tyle.css", "/cached/style.css;v=1", "/cached;a=b/style.css",
			"/cached//style.css", "/cached/style%2Ecss", "//cached/style.css" })
	void otherSpellingsOfAPathSayNothing(String path) throws Exception {
		assets().find("/cached/style.css");
		assets().observe(path, new AssetResponse(200, "no-store", null, null, List.of(), null, null));
		assertThat(assets().known("/cached/style.css")).extracting(Asset::freshness).isEqualTo(Freshness.FRESH);
		assertThat(assets().isWatched(path)).isFalse();
		if (AssetPath.canonical(path) != null) {
			assertThat(assets().find(path)).isEqualTo(new Asset(false, 20, Freshness.FRESH, Vary.NOTHING));
		}
	}

	@Test
	void pathsOfVisitorsPushNoFileOut() throws Exception {
		assets().find("/cached/style.css");
		assets().observe("/cached/style.css", new AssetResponse(200, "max-age=60", null, null, List.of(), null, null));
		for (int i = 0; i < 25_000; i++) {
			assets().find("/cached/" + i + ".css");
			assets().observe("/cached/style.css;v=" + i,
					new AssetResponse(200, "max-age=60", null, null, List.of(), null, null));
			assets().observe("/made/up/" + i + ".css",
					new AssetResponse(200, "max-age=60", null, null, List.of(), null, null));
		}
		assertThat(assets().wasRequested("/cached/style.css")).isTrue();
		assertThat(assets().known("/cached/style.css")).extracting(Asset::shipped).isEqualTo(true);
	}

	@Test
	void handlerOfOnePath() throws Exception {
		this.handlers.put("/one.css", handler(null, new ClassPathResource("one/")));
		this.handlers.put("/style.css",
				handler(CacheControl.noStore(), new ClassPathResource("dev/preloadhints/asset/")));
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(this.handlers);
		AssetCatalog own = new AssetCatalog(() -> provider, "", this.clock);
		assertThat(own.find("/style.css")).isEqualTo(new Asset(true, 20, Freshness.NOT_STORED, Vary.NOTHING));
		assertThat(own.find("/one.css")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "/mvc/*, /mvc/cached/style.css, true", "/mvc/*, /cached/style.css, false",
			"/mvc/*, /mvcached/style.css, false", "/, /cached/style.css, true", "/*, /cached/style.css, true",
			"*.css, /cached/style.css, true", "*.html, /cached/style.css, false",
			"/cached/style.css, /cached/style.css, true" })
	void mappingsOfSpringMvcsServlet(String mapping, String path, boolean found) throws Exception {
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(this.handlers);
		AssetCatalog own = new AssetCatalog(() -> provider, "/shop", new MvcPaths(() -> List.of(mapping)), List::of,
				Instant.now(), this.clock);
		assertThat(own.find(path) != null).isEqualTo(found);
	}

	@Test
	void remembersNoPathThatIsTooLong() throws Exception {
		String path = "/" + "a".repeat(512);
		assertThat(assets().isDecided(path)).isTrue();
		assertThat(assets().find(path)).isNull();
		assets().observe(path, new AssetResponse(200, "max-age=60", null, null, List.of(), null, null));
		assertThat(assets().isWatched(path)).isFalse();
	}

	@Test
	void keepsTheLifetimeWhereARevalidationSaysNothing() throws Exception {
		assets().find("/style.css");
		assets().observe("/style.css", new AssetResponse(200, "no-store", null, null, List.of(), null, null));
		assets().observe("/style.css",
				new AssetResponse(304, null, null, "Sun, 22 Nov 2020 11:00:00 GMT", List.of(), null, null));
		assertThat(assets().known("/style.css")).extracting(Asset::freshness).isEqualTo(Freshness.NOT_STORED);
	}

	@Test
	void knowsWhatWasAnsweredWhereNoHandlerServes() throws Exception {
		assertThat(assets().find("/dynamic.css")).isNull();
		answer("/dynamic.css", 404, 1);
		assertThat(assets().known("/dynamic.css")).isEqualTo(new Asset(false, -1, Freshness.MISSING, Vary.NOTHING));
		assertThat(assets().find("/dynamic.css")).isNull();
	}

	@Test
	void remembersAResponseThatCameFirst() throws Exception {
		assets().observe("/style.css", new AssetResponse(200, "max-age=60", null, null, List.of(), null, null));
		assertThat(assets().find("/style.css")).extracting(Asset::freshness).isEqualTo(Freshness.FRESH);
	}

	@Test
	void tellsUploadsFromWhatIsShipped() throws Exception {
		assertThat(assets().find("/avatar.png")).extracting(Asset::shipped).isEqualTo(false);
	}

	/** What the start page of a single-page application answers is anybody's path. */
	@Test
	void tellsAResourceUnderAnyPathFromOneUnderItsOwn() throws Exception {
		ResourceHttpRequestHandler handler = handler(null, new ClassPathResource("dev/preloadhints/asset/"));
		Resource page = new ClassPathResource("dev/preloadhints/asset/style.css");
		handler.setResourceResolvers(List.of(new VersionResourceResolver().addFixedVersionStrategy("v1", "/style.css")
			.addContentVersionStrategy("/css/**"), new Fallback(page)));
		this.handlers.put("/app/**", handler);
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(this.handlers);
		AssetCatalog own = new AssetCatalog(() -> provider, "", this.clock);
		assertThat(own.find("/app/style.css")).extracting(Asset::shipped).isEqualTo(true);
		assertThat(own.find("/app/v1/style.css")).extracting(Asset::shipped).isEqualTo(true);
		assertThat(own.find(provider.getForLookupPath("/style.css"))).extracting(Asset::shipped).isEqualTo(true);
		for (String path : List.of("/app/me/4711", "/app/4711/style.css", "/app/style.css;user=4711",
				"/app/4711.css")) {
			assertThat(own.find(path)).as(path).extracting(Asset::shipped).isEqualTo(false);
		}
	}

	@Test
	void findsNothingElse() throws Exception {
		assertThat(assets().find("/nothing.css")).isNull();
		assertThat(assets().find("/../asset/style.css")).isNull();
		assertThat(assets().find("/%2e%2e/asset/style.css")).isNull();
		for (String malformed : List.of("/100%.css", "/%zz/style.css", "/style%00.css", "/style.css%", "/%7f", "//",
				"")) {
			assertThat(assets().find(malformed)).as(malformed).isNull();
		}
		assertThat(new AssetCatalog(() -> null, "", this.clock).find("/style.css")).isNull();
	}

	@Test
	void looksAgainForWhatWasNotThere() throws Exception {
		assertThat(assets().find("/later.css")).isNull();
		Files.writeString(uploads().resolve("later.css"), "a{}");
		assertThat(assets().find("/later.css")).isNull();
		this.clock.now = this.clock.now.plusSeconds(61);
		assertThat(assets().find("/later.css")).isNotNull();
	}

	@Test
	void knowsWhatItsHandlerWillVaryOn() throws Exception {
		CorsConfiguration cors = new CorsConfiguration().applyPermitDefaultValues();
		this.handlers.get("/cached/**").setCorsConfiguration(cors);
		this.handlers.get("/never/**").setVaryByRequestHeaders("Accept-Encoding", "Cookie");
		assertThat(assets().vary("/style.css")).isEqualTo(Vary.NOTHING);
		assertThat(assets().vary("/cached/style.css")).isEqualTo(Vary.ORIGIN);
		assertThat(assets().vary("/cached/nobody-looked-for-it.css")).isEqualTo(Vary.ORIGIN);
		assertThat(assets().vary("/never/style.css")).isEqualTo(Vary.ANYTHING);
		assertThat(assets().find("/cached/style.css")).extracting(Asset::vary).isEqualTo(Vary.ORIGIN);
		assertThat(assets().varies()).isTrue();
	}

	@Test
	void knowsNoMoreThanAnApplicationsOwnConfiguration() throws Exception {
		this.handlers.put("/cached/**", new ResourceHttpRequestHandler() {

			@Override
			public CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
				throw new IllegalStateException("for " + request.getRemoteAddr());
			}

		});
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(this.handlers);
		AssetCatalog own = new AssetCatalog(() -> provider, "", this.clock);
		assertThat(own.vary("/cached/style.css")).isEqualTo(Vary.ANYTHING);
		assertThat(own.vary("/style.css")).isEqualTo(Vary.NOTHING);
	}

	@Test
	void believesTheResponsesMoreInWhatTheyVaryOn() throws Exception {
		this.handlers.get("/cached/**").setCorsConfiguration(new CorsConfiguration());
		assets().find("/cached/style.css");
		observeVary("/cached/style.css", 200);
		assertThat(assets().vary("/cached/style.css")).isEqualTo(Vary.NOTHING);
		observeVary("/cached/style.css", 200, "Accept-Encoding", "Cookie");
		assertThat(assets().vary("/cached/style.css")).isEqualTo(Vary.ANYTHING);
		observeVary("/cached/style.css", 304);
		assertThat(assets().vary("/cached/style.css")).as("a validation says nothing").isEqualTo(Vary.ANYTHING);
		observeVary("/cached/style.css", 404, "Origin");
		observeVary("/cached/style.css", 200, "Accept-Encoding");
		assertThat(assets().find("/cached/style.css")).extracting(Asset::vary).isEqualTo(Vary.NOTHING);
		observeVary("/dynamic.css", 200, "*");
		assertThat(assets().vary("/dynamic.css")).isEqualTo(Vary.ANYTHING);
	}

	@Test
	void expectsOfOthersThatAFilterForCorsIsForAll() throws Exception {
		assets().find("/style.css");
		observeVary("/cached/style.css", 200, "Origin");
		assertThat(assets().vary("/style.css")).isEqualTo(Vary.ORIGIN);
		assertThat(assets().find("/style.css")).extracting(Asset::vary).isEqualTo(Vary.ORIGIN);
		observeVary("/style.css", 200);
		assertThat(assets().vary("/style.css")).isEqualTo(Vary.NOTHING);
	}

	@Test
	void knowsHowMuchIsTransferred() throws Exception {
		String path = "/cached/style.css";
		assertThat(assets().find(path)).extracting(Asset::size).isEqualTo(20L);
		observeSize(path, 200, null, "20");
		assertThat(assets().known(path)).extracting(Asset::size).isEqualTo(20L);
		observeSize(path, 200, "br", "12");
		assertThat(assets().known(path)).extracting(Asset::size).isEqualTo(12L);
		observeSize(path, 206, null, "2");
		observeSize(path, 304, null, null);
		observeSize(path, 200, null, "20");
		assertThat(assets().known(path)).as("a client that wants no compression")
			.extracting(Asset::size)
			.isEqualTo(12L);
		observeSize(path, 200, "br", "not a number");
		assertThat(assets().known(path)).extracting(Asset::size).isEqualTo(12L);
	}

	@Test
	void measuresOnceForEachVersionWhatIsCompressedAsItIsSent() throws Exception {
		Files.writeString(uploads().resolve("main.css"), "a { color: green }\n".repeat(1000));
		assertThat(assets().find("/main.css")).extracting(Asset::size).isEqualTo(19_000L);
		observeSize("/main.css", 200, "gzip", null);
		assertThat(assets().isDecided("/main.css")).as("nobody knows how much it is then").isFalse();
		assertThat(assets().find("/main.css")).extracting(Asset::size, InstanceOfAssertFactories.LONG)
			.isBetween(20L, 500L);
		assertThat(assets().isDecided("/main.css")).isTrue();
		Files.writeString(uploads().resolve("main.css"), "a { color: green }\n".repeat(100_000));
		assets().look("/main.css");
		assertThat(assets().find("/main.css")).extracting(Asset::size, InstanceOfAssertFactories.LONG)
			.isBetween(1000L, 20_000L);
	}

	private void observeSize(String path, int status, @Nullable String encoding, @Nullable String length)
			throws IOException {
		assets().observe(path, new AssetResponse(status, "max-age=60", null, null, List.of(), encoding, length));
	}

	private void observeVary(String path, int status, String... vary) throws IOException {
		assets().observe(path, new AssetResponse(status, "max-age=60", null, null, List.of(vary), null, null));
	}

	private void answer(String path, int status, int client) throws Exception {
		assets().observe(path, new AssetResponse(status, null, null, null, List.of(), null, null));
		assets().refused(path, status, client);
	}

	private static ResourceHttpRequestHandler handler(@Nullable CacheControl cacheControl, Resource... locations)
			throws Exception {
		ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
		handler.setLocations(List.of(locations));
		handler.setResourceResolvers(
				List.of(new VersionResourceResolver().addContentVersionStrategy("/**"), new PathResourceResolver()));
		if (cacheControl != null) {
			handler.setCacheControl(cacheControl);
		}
		handler.afterPropertiesSet();
		return handler;
	}

	private Path uploads() {
		assertThat(this.uploads).isNotNull();
		return this.uploads;
	}

	private AssetCatalog assets() throws IOException {
		assertThat(this.assets).isNotNull();
		return this.assets;
	}

	private static final class Fallback extends PathResourceResolver {

		private final Resource resource;

		private Fallback(Resource resource) {
			this.resource = resource;
		}

		@Override
		protected Resource getResource(String path, Resource location) throws IOException {
			Resource found = super.getResource(path, location);
			return (found != null) ? found : this.resource;
		}

	}

	private static final class TestClock extends Clock {

		private Instant now = Instant.parse("2026-11-22T12:00:00Z");

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
