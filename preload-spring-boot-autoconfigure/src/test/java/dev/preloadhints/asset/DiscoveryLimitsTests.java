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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import dev.preloadhints.AssetAccess;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;
import dev.preloadhints.link.Omissions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Style sheets and modules that pull in more than is followed: each has a reason, or is
 * counted.
 */
class DiscoveryLimitsTests {

	private final List<String> failures = new ArrayList<>();

	private final AssetWorker worker = new AssetWorker((failure) -> this.failures.add(failure.getMessage()));

	private final Omissions omissions = new Omissions();

	@TempDir
	Path directory;

	private AssetDiscovery discovery;

	@BeforeEach
	void create() {
		ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
		handler.setLocations(List.of(new FileSystemResource(this.directory + "/")));
		handler.setResourceResolvers(List.of(new PathResourceResolver()));
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(Map.of("/**", handler));
		AssetCatalog assets = new AssetCatalog(() -> provider, "", Clock.systemUTC());
		this.discovery = new AssetDiscovery(assets, AssetAccess.ANYBODY, this.worker,
				new DependencyReader(assets, AssetAccess.ANYBODY,
						new DiscoverySettings(EnumSet.allOf(DependencyKind.class), 4),
						(failure) -> this.failures.add(String.valueOf(failure.getMessage())), Clock.systemUTC()),
				Clock.systemUTC());
	}

	@AfterEach
	void close() {
		this.worker.close();
	}

	@Test
	void importsOfOneStyleSheet() throws IOException {
		file("app.css", all(40, "@import '%d.css';"));
		for (int i = 0; i < 40; i++) {
			file(i + ".css", "");
		}
		assertThat(discovered("/app.css")).hasSize(32).doesNotContain("/32.css");
		assertThat(this.omissions.count(OmissionReason.MAX_IMPORTS)).isEqualTo(8);
		assertThat(this.omissions.named()).contains(new Omissions.Omission("/32.css", OmissionReason.MAX_IMPORTS),
				new Omissions.Omission("/39.css", OmissionReason.MAX_IMPORTS));
	}

	@Test
	void styleSheetsOfOnePage() throws IOException {
		for (int i = 0; i < 4; i++) {
			file("app" + i + ".css", all(20, "@import '" + i + "-%d.css';"));
			for (int j = 0; j < 20; j++) {
				file(i + "-" + j + ".css", "");
			}
		}
		assertThat(discovered("/app0.css", "/app1.css", "/app2.css", "/app3.css")).hasSizeLessThan(64);
		assertThat(this.omissions.named()).contains(new Omissions.Omission("/3-19.css", OmissionReason.MAX_IMPORTS));
	}

	@Test
	void importsInOneAnother() throws IOException {
		for (int i = 0; i < 12; i++) {
			file(i + ".css", "@import '" + (i + 1) + ".css';");
		}
		file("12.css", "");
		assertThat(discovered("/0.css")).hasSize(8);
		assertThat(this.omissions.named())
			.containsExactly(new Omissions.Omission("/9.css", OmissionReason.MAX_IMPORTS));
	}

	@Test
	void importsOfModules() throws IOException {
		file("app.js", all(70, "import './%d.js';"));
		for (int i = 0; i < 70; i++) {
			file(i + ".js", "");
		}
		assertThat(discovered("/app.js")).hasSize(64);
		assertThat(this.omissions.count(OmissionReason.MAX_IMPORTS)).isEqualTo(6);
	}

	@Test
	void fonts() throws IOException {
		file("app.css", all(20, "@font-face{font-family:f%d;src:url(%1$d.woff2)} .f%1$d{font-family:f%1$d}"));
		for (int i = 0; i < 20; i++) {
			file(i + ".woff2", "");
		}
		discovered("/app.css");
		assertThat(this.omissions.named()).contains(new Omissions.Omission("/19.woff2", OmissionReason.MAX_FONTS));
	}

	@Test
	void styleSheetThatTakesTooLongIsCounted() throws IOException {
		String selectors = IntStream.range(0, 256).mapToObj((i) -> "a" + i).collect(Collectors.joining(","));
		file("slow.css", "@import 'other.css';" + selectors + "{" + "font:1px a;".repeat(36_000) + "}");
		file("app.css", "@font-face{font-family:a;src:url(a.woff2)} body{font-family:a}");
		file("a.woff2", "");
		assertThat(discovered("/slow.css", "/app.css")).containsExactly("/a.woff2");
		assertThat(this.failures).singleElement()
			.asString()
			.startsWith("/slow.css is not looked into: it takes more than");
	}

	@Test
	void fontsThatTakeTooLongAreCounted() throws IOException {
		file("app.css", all(250, "@font-face{font-family:a;src:url(a.woff2)} .a%d{font:1px a;font-weight:%1$d}"));
		file("a.woff2", "");
		String[] pages = IntStream.range(0, 60).mapToObj((i) -> "/app.css").toArray(String[]::new);
		assertThat(discovered(pages)).isEmpty();
		assertThat(this.failures).isNotEmpty()
			.allMatch((failure) -> failure.startsWith("The fonts of a page are not worked out: it takes more than"));
	}

	private List<String> discovered(String... sources) {
		List<Link> links = IntStream.range(0, sources.length)
			.mapToObj((i) -> sources[i].endsWith(".js") ? Link.modulePreload(sources[i]).build()
					: Link.preload(sources[i], Destination.STYLE).build())
			.toList();
		this.discovery.pulledIn(links, List.of(), "", this.omissions);
		CompletableFuture<Void> settled = new CompletableFuture<>();
		this.worker.submit(() -> settled.complete(null));
		settled.join();
		this.omissions.clear();
		return this.discovery.pulledIn(links, List.of(), "", this.omissions).stream().map(Link::target).toList();
	}

	private static String all(int size, String item) {
		return IntStream.range(0, size).mapToObj((i) -> item.formatted(i)).collect(Collectors.joining());
	}

	private void file(String name, String text) throws IOException {
		Files.writeString(this.directory.resolve(name), text);
	}

}
