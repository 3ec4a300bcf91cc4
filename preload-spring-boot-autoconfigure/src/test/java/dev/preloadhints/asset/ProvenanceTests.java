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
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Provenance}, in an exploded class path.
 */
class ProvenanceTests {

	/** A file system may keep whole seconds. */
	private static final long LATER = 2;

	@TempDir
	private Path directory;

	@TempDir
	private Path elsewhere;

	private Path root;

	private ClassPathResource location;

	@BeforeEach
	void ship() throws IOException {
		this.root = Files.createDirectories(this.directory.resolve("classes/public"));
		write(this.root.resolve("app.css"));
		write(this.root.resolve("fonts/text font.woff2"));
		write(this.root.resolve("WEB-INF/secret.css"));
		write(this.root.resolve("META-INF/secret.css"));
		this.location = new ClassPathResource("public/",
				new URLClassLoader(new URL[] { this.directory.resolve("classes").toUri().toURL() }, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/app.css", "/fonts/text%20font.woff2" })
	void filesThatWereThereWhenTheApplicationStarted(String path) throws Exception {
		assertThat(asset(catalog(Instant.now().plusSeconds(LATER)), path).shipped()).isTrue();
	}

	@Test
	void versionedNames() throws Exception {
		AssetCatalog catalog = catalog(Instant.now().plusSeconds(LATER),
				new VersionResourceResolver().addContentVersionStrategy("/**"), new PathResourceResolver());
		assertThat(asset(catalog, "/app-" + DigestUtils.md5DigestAsHex("a{}".getBytes(StandardCharsets.UTF_8)) + ".css")
			.shipped()).isTrue();
	}

	@Test
	void filesThatAreWrittenLater() throws Exception {
		AssetCatalog catalog = catalog(Instant.now().minusSeconds(LATER));
		write(this.root.resolve("uploads/alice.png"));
		assertThat(asset(catalog, "/uploads/alice.png").shipped()).isFalse();
	}

	/** Unpacked, or copied with its attributes. */
	@Test
	void filesThatAreWrittenLaterWithAnOldTime() throws Exception {
		AssetCatalog catalog = catalog(Instant.now().minusSeconds(LATER));
		Path upload = write(this.root.resolve("uploads/alice.png"));
		Files.setLastModifiedTime(upload, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
		assertThat(asset(catalog, "/uploads/alice.png").shipped()).isFalse();
	}

	@Test
	void filesThatAreMovedThereLater() throws Exception {
		Path upload = write(this.elsewhere.resolve("alice.png"));
		AssetCatalog catalog = catalog(Instant.now().minusSeconds(LATER));
		Files.move(upload, this.root.resolve("alice.png"));
		assertThat(asset(catalog, "/alice.png").shipped()).isFalse();
	}

	@Test
	void directoriesThatAreElsewhere() throws Exception {
		write(this.elsewhere.resolve("alice.png"));
		Files.createSymbolicLink(this.root.resolve("uploads"), this.elsewhere);
		assertThat(asset(catalog(Instant.now().plusSeconds(LATER)), "/uploads/alice.png").shipped()).isFalse();
	}

	@Test
	void fileThatWasThereAndIsChanged() throws Exception {
		Instant started = Instant.now().plusSeconds(LATER);
		AssetCatalog catalog = catalog(started);
		assertThat(asset(catalog, "/app.css").shipped()).isTrue();
		Files.writeString(this.root.resolve("app.css"), "b{}");
		Files.setLastModifiedTime(this.root.resolve("app.css"), FileTime.from(started.plusSeconds(LATER)));
		catalog.look("/app.css");
		assertThat(asset(catalog, "/app.css").shipped()).isTrue();
	}

	@Test
	void resourcesOutsideOfAllLocations() throws Exception {
		Path upload = write(this.elsewhere.resolve("app.css"));
		for (Resource resource : new Resource[] { new FileSystemResource(upload),
				new ByteArrayResource("a{}".getBytes(StandardCharsets.UTF_8)),
				new ClassPathResource("dev/preloadhints/asset/style.css") }) {
			AssetCatalog catalog = catalog(Instant.now().plusSeconds(LATER), new Always(resource));
			assertThat(asset(catalog, "/app.css").shipped()).as(resource.getDescription()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/WEB-INF/secret.css", "/META-INF/secret.css", "/%57EB-INF/secret.css",
			"/WEB-INF;a=b/secret.css", "//META-INF/secret.css" })
	void pathsThatTheHandlerRefuses(String path) throws Exception {
		assertThat(catalog(Instant.now().plusSeconds(LATER)).find(path)).isNull();
	}

	private static Path write(Path file) throws IOException {
		Files.createDirectories(file.getParent());
		return Files.writeString(file, "a{}");
	}

	private static Asset asset(AssetCatalog catalog, String path) throws IOException {
		Asset asset = catalog.find(path);
		assertThat(asset).isNotNull();
		return asset;
	}

	private AssetCatalog catalog(Instant started, ResourceResolver... resolvers) throws Exception {
		ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
		handler.setLocations(List.of(this.location));
		if (resolvers.length > 0) {
			handler.setResourceResolvers(List.of(resolvers));
		}
		handler.afterPropertiesSet();
		ResourceUrlProvider provider = new ResourceUrlProvider();
		provider.setHandlerMap(Map.of("/**", handler));
		return new AssetCatalog(() -> provider, "", new MvcPaths(List::of), List::of, started, Clock.systemUTC());
	}

	private record Always(Resource resource) implements ResourceResolver {

		@Override
		public @Nullable Resource resolveResource(@Nullable HttpServletRequest request, String requestPath,
				List<? extends Resource> locations, ResourceResolverChain chain) {
			return this.resource;
		}

		@Override
		public @Nullable String resolveUrlPath(String resourcePath, List<? extends Resource> locations,
				ResourceResolverChain chain) {
			return resourcePath;
		}

	}

}
