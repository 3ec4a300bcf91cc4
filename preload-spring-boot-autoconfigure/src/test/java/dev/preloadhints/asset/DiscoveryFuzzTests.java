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

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.HttpServletRequest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.AfterAll;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.asset.css.FontSelection;
import dev.preloadhints.asset.css.StyleSheet;
import dev.preloadhints.asset.script.ModuleImports;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.Omissions;
import dev.preloadhints.link.ReadableLinks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text may be in a file that is called a style sheet or a module. Without more ado,
 * the seeds beside this class are read; CONTRIBUTING says how to look for others.
 */
class DiscoveryFuzzTests {

	private static final AssetWorker WORKER = new AssetWorker((failure) -> {
	});

	@AfterAll
	static void close() {
		WORKER.close();
	}

	/**
	 * Two style sheets, the first of which may import the second.
	 * @param css their texts, separated by U+0000
	 */
	@FuzzTest(maxDuration = "5m")
	void anyStyleSheetPullsInWhatAHeaderCanSay(byte[] css) {
		String[] texts = texts(css);
		List<StyleSheet> sheets = List.of(StyleSheet.read(texts[0]), StyleSheet.read(texts[1]));
		assertThat(FontSelection.select(sheets))
			.allMatch((font) -> font.face().latin() && font.face().source() != null && !font.face().conditional());
		discover(Map.of("a.css", texts[0], "b.css", texts[1], "a.woff2", "", "b.woff2", ""),
				List.of(Link.preload("/shop/a.css", Destination.STYLE).build()));
	}

	/**
	 * Two modules, the first of which may import the second.
	 * @param script their texts, separated by U+0000
	 */
	@FuzzTest(maxDuration = "5m")
	void anyModulePullsInWhatAHeaderCanSay(byte[] script) {
		String[] texts = texts(script);
		assertThat(ModuleImports.read(texts[0])).hasSizeLessThanOrEqualTo(64).doesNotHaveDuplicates();
		discover(Map.of("a.js", texts[0], "b.js", texts[1], "c/d.js", texts[1]),
				List.of(Link.modulePreload("/shop/a.js").build()));
	}

	private static String[] texts(byte[] bytes) {
		String[] texts = new String(bytes, StandardCharsets.UTF_8).split("\u0000", 2);
		return (texts.length == 2) ? texts : new String[] { texts[0], "" };
	}

	private static void discover(Map<String, String> files, List<Link> page) {
		ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
		handler.setResourceResolvers(List.of(new InMemoryResolver(files)));
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(Map.of("/**", handler));
		AssetCatalog assets = new AssetCatalog(() -> provider, "/shop", Clock.systemUTC());
		List<Throwable> failures = new ArrayList<>();
		AssetDiscovery discovery = new AssetDiscovery(assets, AssetAccess.ANYBODY, WORKER,
				new DependencyReader(assets, AssetAccess.ANYBODY,
						new DiscoverySettings(Set.of(DependencyKind.values()), 16), failures::add, Clock.systemUTC()),
				Clock.systemUTC());
		Omissions omissions = new Omissions();
		assertThat(discovery.pulledIn(page, List.of(), "/shop", omissions)).isEmpty();
		CompletableFuture<Void> done = new CompletableFuture<>();
		assertThat(WORKER.submit(() -> done.complete(null))).isTrue();
		done.join();
		List<Link> links = discovery.pulledIn(page, List.of(), "/shop", omissions);
		ReadableLinks.check(links);
		assertThat(links).hasSizeLessThanOrEqualTo(64 + 16).allMatch((link) -> link.target().startsWith("/shop/"));
		assertThat(failures).allMatch((failure) -> failure.getMessage().contains("is not looked into: it ends inside"));
	}

	/** Serves files that are nowhere. */
	private record InMemoryResolver(Map<String, String> files) implements ResourceResolver {

		@Override
		public Resource resolveResource(HttpServletRequest request, String path, List<? extends Resource> locations,
				ResourceResolverChain chain) {
			String text = this.files.get(path);
			return (text != null) ? new InMemoryResource(text) : null;
		}

		@Override
		public String resolveUrlPath(String path, List<? extends Resource> locations, ResourceResolverChain chain) {
			return this.files.containsKey(path) ? path : null;
		}

	}

	private static final class InMemoryResource extends ByteArrayResource {

		InMemoryResource(String text) {
			super(text.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public long lastModified() {
			return 0;
		}

	}

}
