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
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.link.CrossOrigin;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AssetDiscovery} with Spring's own resource handlers and real files.
 */
class AssetDiscoveryTests {

	private final TestClock clock = new TestClock();

	private final List<String> failures = new ArrayList<>();

	private final AssetWorker worker = new AssetWorker((failure) -> this.failures.add(failure.getMessage()));

	private final List<Link> known = new ArrayList<>();

	private final Omissions omissions = new Omissions();

	private String contextPath = "";

	private int maxFonts = 2;

	private Set<DependencyKind> kinds = EnumSet.allOf(DependencyKind.class);

	private boolean versioned;

	@TempDir
	@Nullable Path directory;

	private @Nullable AssetDiscovery discovery;

	private @Nullable AssetCatalog assets;

	@BeforeEach
	void write() throws IOException {
		file("js/app.js", "import './a.js'; import { x } from '../lib/b.js'; import '/js/c.js'; import 'bare';");
		file("js/a.js", "export * from './deep.js';");
		file("js/deep.js", "import './a.js'; import './app.js'; export const deep = 1;");
		file("lib/b.js", "export const x = 1;");
		file("js/c.js", "import('./never.js');");
		file("js/never.js", "");
	}

	@AfterEach
	void close() {
		this.worker.close();
	}

	@Test
	void nothingIsKnownAtFirstAndNobodyWaits() {
		CountDownLatch busy = new CountDownLatch(1);
		this.worker.submit(() -> await(busy));
		assertThat(pulledIn(module("/js/app.js"))).isEmpty();
		assertThat(pulledIn(module("/js/app.js"))).isEmpty();
		busy.countDown();
		settle();
		assertThat(pulledIn(module("/js/app.js"))).isNotEmpty();
	}

	@Test
	void modulesOfModules() {
		assertThat(discovered(module("/js/app.js"))).containsExactly("</js/a.js>; rel=modulepreload",
				"</lib/b.js>; rel=modulepreload", "</js/c.js>; rel=modulepreload", "</js/deep.js>; rel=modulepreload");
	}

	@Test
	void modulesAreFetchedWithTheCredentialsOfTheEntry() {
		assertThat(discovered(Link.modulePreload("/js/a.js").crossorigin(CrossOrigin.USE_CREDENTIALS).build()))
			.contains("</js/deep.js>; rel=modulepreload; crossorigin=use-credentials");
	}

	@Test
	void modulesUnderAContextPath() throws IOException {
		this.contextPath = "/shop";
		file("js/c.js", "import '/lib/b.js'; import '/shop/js/never.js'");
		assertThat(discovered(module("/shop/js/c.js"))).containsExactly("</shop/js/never.js>; rel=modulepreload");
		assertThat(discovered(module("/js/c.js"))).isEmpty();
	}

	/** As a visitor may make one up where forwarding headers are believed. */
	@Test
	void contextPathThatIsNone() {
		this.contextPath = "?evil";
		assertThat(discovered(module("?evil/js/app.js"))).isEmpty();
	}

	@Test
	void missingImportAndForeignOnesAreLeftOut() throws IOException {
		file("js/c.js", "import './missing.js'; import 'https://cdn.example.com/x.js'; import '//cdn.example.com/y.js';"
				+ "import 'data:text/javascript,1'; import './never.js'; import '../../outside.js'; import '#x'");
		assertThat(discovered(module("/js/c.js"))).containsExactly("</js/never.js>; rel=modulepreload");
		assertThat(this.failures).isEmpty();
	}

	@Test
	void queriesAreKept() throws IOException {
		file("js/c.js", "import './never.js?v=2#x'");
		assertThat(discovered(module("/js/c.js"))).containsExactly("</js/never.js?v=2>; rel=modulepreload");
	}

	@Test
	void queryOfAPageDoesNotTellItApart() {
		discovered(module("/js/app.js"));
		assertThat(pulledIn(module("/js/app.js?user=1"))).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//cdn.example.com/js/app.js", "https://cdn.example.com/js/app.js", "/unknown.js" })
	void assetsOfOthers(String target) {
		assertThat(discovered(module(target))).isEmpty();
		assertThat(this.failures).isEmpty();
	}

	@Test
	void longChainsAndManyImportsAreBounded() throws IOException {
		for (int i = 0; i < 100; i++) {
			file("js/chain-" + i + ".js", "import './chain-" + (i + 1) + ".js'");
			file("js/wide-" + i + ".js",
					"import './wide-" + (2 * i + 1) + ".js'; import './wide-" + (2 * i + 2) + ".js'");
		}
		assertThat(discovered(module("/js/chain-0.js"))).hasSize(16);
		assertThat(discovered(module("/js/wide-0.js"))).hasSize(64);
	}

	@Test
	void changedFileIsNoticed() throws IOException {
		discovered(module("/js/c.js"));
		file("js/c.js", "import './never.js'");
		touch("js/c.js");
		assertThat(discovered(module("/js/c.js"))).isEmpty();
		this.clock.now = this.clock.now.plusSeconds(3);
		assertThat(pulledIn(module("/js/c.js"))).as("what was known, until it is worked out anew").isEmpty();
		settle();
		assertThat(pulledIn(module("/js/c.js"))).hasSize(1);
	}

	@Test
	void unchangedFileIsReadOnce() throws IOException {
		file("js/c.js", "import './never.js'");
		discovered(module("/js/c.js"));
		FileTime before = Files.getLastModifiedTime(path("js/c.js"));
		file("js/c.js", "import './other.js'");
		Files.setLastModifiedTime(path("js/c.js"), before);
		this.clock.now = this.clock.now.plusSeconds(3);
		assertThat(discovered(module("/js/c.js"))).containsExactly("</js/never.js>; rel=modulepreload");
	}

	@Test
	void importThatAppearsLaterIsFound() throws IOException {
		file("js/c.js", "import './later.js'");
		assertThat(discovered(module("/js/c.js"))).isEmpty();
		file("js/later.js", "");
		this.clock.now = this.clock.now.plusSeconds(61);
		assertThat(discovered(module("/js/c.js"))).containsExactly("</js/later.js>; rel=modulepreload");
	}

	@Test
	void hugeFileIsNotReadAndToldOnce() throws IOException {
		Files.write(path("js/c.js"), new byte[2 * 1024 * 1024 + 1]);
		assertThat(discovered(module("/js/c.js"))).isEmpty();
		this.clock.now = this.clock.now.plusSeconds(3);
		assertThat(discovered(module("/js/c.js"))).isEmpty();
		assertThat(this.failures).singleElement().asString().contains("/js/c.js", "larger than");
	}

	@Test
	void onlyWhatIsWanted() {
		this.kinds = EnumSet.of(DependencyKind.IMPORTS, DependencyKind.FONTS);
		assertThat(discovered(module("/js/app.js"))).isEmpty();
	}

	@Test
	void importsOfStyleSheets() throws IOException {
		file("css/app.css", "@import 'a.css'; @import url(../lib/b.css) screen and (min-width: 1px);"
				+ "@import 'grid.css' supports(display: grid); @import url(//cdn.example.com/x.css); body { color: red }");
		file("css/a.css", "@import 'deep.css';");
		file("css/deep.css", "@import 'app.css'; @import 'deep.css';");
		file("lib/b.css", "@import 'c.css' (max-width: 9px); @import 'd.css';");
		file("lib/d.css", "");
		file("css/grid.css", "");
		String media = "; rel=preload; as=style; media=\"screen and (min-width: 1px)\"";
		assertThat(discovered(style("/css/app.css"))).containsExactly("</css/deep.css>; rel=preload; as=style",
				"</css/a.css>; rel=preload; as=style", "</lib/d.css>" + media, "</lib/b.css>" + media);
		assertThat(discovered(Link.preload("/css/app.css", Destination.STYLE).media("(min-height: 1px)").build()))
			.containsExactly("</css/deep.css>; rel=preload; as=style; media=\"(min-height: 1px)\"",
					"</css/a.css>; rel=preload; as=style; media=\"(min-height: 1px)\"");
	}

	@Test
	void fontsOfStyleSheets() throws IOException {
		fonts();
		assertThat(discovered(style("/css/app.css")))
			.containsExactly("</fonts/text.woff2?v=3>; rel=preload; as=font; type=\"font/woff2\"; crossorigin");
	}

	@Test
	void fontThatOnlyAClassUsesIsHintedOnceABrowserAskedForIt() throws IOException {
		fonts();
		discovered(style("/css/app.css"));
		assertThat(this.omissions.count(OmissionReason.UNREQUESTED)).isEqualTo(1);
		catalog().observe("/fonts/icons.woff2", new AssetResponse(404, null, null, null, List.of(), null, null));
		assertThat(pulledIn(style("/css/app.css"))).hasSize(1);
		catalog().observe("/fonts/icons.woff2", new AssetResponse(200, "max-age=1", null, null, List.of(), null, null));
		assertThat(pulledIn(style("/css/app.css"))).hasSize(2).last().asString().startsWith("</fonts/icons.woff2>");
	}

	@Test
	void noMoreFontsThanAskedFor() throws IOException {
		fonts();
		this.maxFonts = 1;
		discovered(style("/css/app.css"));
		catalog().observe("/fonts/icons.woff2", new AssetResponse(200, "max-age=1", null, null, List.of(), null, null));
		this.omissions.clear();
		assertThat(pulledIn(style("/css/app.css"))).hasSize(1);
		assertThat(this.omissions.count(OmissionReason.MAX_FONTS)).isEqualTo(1);
		this.known.add(Link.preload("/fonts/own.woff2", Destination.FONT).build());
		assertThat(pulledIn(style("/css/app.css"))).as("the page has one already").isEmpty();
	}

	@Test
	void fontThatThePageNamesItselfIsNotAddedAndCounts() throws IOException {
		fonts();
		discovered(style("/css/app.css"));
		this.known.add(Link.preload("/fonts/text.woff2?v=3", Destination.FONT).build());
		assertThat(pulledIn(style("/css/app.css"))).isEmpty();
		assertThat(this.omissions.count(OmissionReason.MAX_FONTS)).isZero();
	}

	@Test
	void missingFont() throws IOException {
		fonts();
		Files.delete(path("fonts/text.woff2"));
		assertThat(discovered(style("/css/app.css"))).isEmpty();
		assertThat(this.failures).isEmpty();
	}

	@Test
	void usesOfOneStyleSheetAndFacesOfAnother() throws IOException {
		fonts();
		file("css/use.css", "body { font: 1rem var(--text) }");
		file("css/faces.css",
				"@font-face { font-family: Other; src: url(/fonts/other.woff2) } :root { --text: Other }");
		file("fonts/other.woff2", "x");
		assertThat(discovered(style("/css/use.css"), style("/css/faces.css")))
			.containsExactly("</fonts/other.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin");
		assertThat(discovered(style("/css/use.css"))).isEmpty();
	}

	@Test
	void urlsAreThoseThatTheTransformersWrite() throws IOException {
		fonts();
		file("css/top.css", "@import 'app.css'; a { background: url(../fonts/icons.woff2) }");
		this.versioned = true;
		this.contextPath = "/shop";
		List<String> links = discovered(style("/shop/css/top.css"));
		assertThat(links).hasSize(2);
		assertThat(links.get(0)).matches("</shop/css/app-[0-9a-f]{32}\\.css>; rel=preload; as=style");
		assertThat(links.get(1)).matches("</shop/fonts/text-[0-9a-f]{32}\\.woff2\\?v=3>; rel=preload; as=font; .*");
	}

	@Test
	void brokenStyleSheetIsToldOnceAndSaysNothing() throws IOException {
		fonts();
		file("css/broken.css", "@import 'app.css'; body { color: red");
		assertThat(discovered(style("/css/broken.css"))).isEmpty();
		this.clock.now = this.clock.now.plusSeconds(3);
		assertThat(discovered(style("/css/broken.css"))).isEmpty();
		assertThat(this.failures).singleElement().asString().contains("/css/broken.css", "ends inside");
	}

	@Test
	void onlyFontsOrOnlyImports() throws IOException {
		fonts();
		file("css/top.css", "@import 'app.css';");
		this.kinds = EnumSet.of(DependencyKind.FONTS);
		assertThat(discovered(style("/css/top.css"))).singleElement().asString().startsWith("</fonts/text.woff2");
		this.discovery = null;
		this.kinds = EnumSet.of(DependencyKind.IMPORTS);
		assertThat(discovered(style("/css/top.css"))).containsExactly("</css/app.css>; rel=preload; as=style");
	}

	private void fonts() throws IOException {
		file("fonts/text.woff2", "text");
		file("fonts/icons.woff2", "icons");
		file("css/app.css", """
				@font-face { font-family: "Text"; src: url("../fonts/text.woff2?v=3#x") format("woff2") }
				@font-face { font-family: Icons; src: url("../fonts/icons.woff2") }
				@font-face { font-family: Unused; src: url("../fonts/unused.woff2") }
				body { font-family: Text, serif }
				.icon::before { font-family: Icons }
				""");
	}

	private AssetCatalog catalog() {
		if (this.assets == null) {
			throw new IllegalStateException("nothing was asked yet");
		}
		return this.assets;
	}

	/** What is known once it has been worked out. */
	private List<String> discovered(Link... sources) {
		pulledIn(sources);
		settle();
		return pulledIn(sources);
	}

	private List<String> pulledIn(Link... sources) {
		if (this.discovery == null) {
			create();
		}
		return this.discovery.pulledIn(List.of(sources), this.known, this.contextPath, this.omissions)
			.stream()
			.map(Link::fieldValue)
			.toList();
	}

	private void create() {
		ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
		handler.setLocations(List.of(new FileSystemResource(path("") + "/")));
		if (this.versioned) {
			handler.setResourceResolvers(List.of(new VersionResourceResolver().addContentVersionStrategy("/**"),
					new PathResourceResolver()));
			handler.setResourceTransformers(List.of(new CssLinkResourceTransformer()));
		}
		else {
			handler.setResourceResolvers(List.of(new PathResourceResolver()));
		}
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(Map.of("/**", handler));
		this.assets = new AssetCatalog(() -> provider, this.contextPath, this.clock);
		this.discovery = new AssetDiscovery(this.assets, AssetAccess.ANYBODY, this.worker,
				new DependencyReader(this.assets, AssetAccess.ANYBODY, new DiscoverySettings(this.kinds, this.maxFonts),
						(failure) -> this.failures.add(String.valueOf(failure.getMessage())), this.clock),
				this.clock);
	}

	private void settle() {
		CompletableFuture<Void> settled = new CompletableFuture<>();
		this.worker.submit(() -> settled.complete(null));
		settled.join();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Path path(String name) {
		if (this.directory == null) {
			throw new IllegalStateException("no directory");
		}
		return this.directory.resolve(name);
	}

	private void file(String name, String text) throws IOException {
		Files.createDirectories(path(name).getParent());
		Files.writeString(path(name), text);
	}

	private void touch(String name) throws IOException {
		Files.setLastModifiedTime(path(name), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
	}

	private static Link module(String target) {
		return Link.modulePreload(target).build();
	}

	private static Link style(String target) {
		return Link.preload(target, Destination.STYLE).build();
	}

	private static final class TestClock extends Clock {

		private Instant now = Instant.parse("2026-11-22T12:00:00Z");

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
