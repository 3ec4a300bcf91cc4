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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.preloadhints.tests.http.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What style sheets and modules pull in by themselves, in the header and ahead of it.
 */
@ExtendWith(OutputCaptureExtension.class)
class DiscoveryIntegrationTests {

	private static final String STYLED = EarlyHintsServer.page("style", "/discovery/shop.css");

	private static final String MODULAR = EarlyHintsServer.page("module", "/discovery/main.js");

	private static final String SHOP = "</discovery/shop.css>; rel=preload; as=style";

	private static final String BASE = "</discovery/base.css>; rel=preload; as=style";

	private static final String FONT = "</fonts/text.woff2>; rel=preload; as=font; type=\"font/woff2\"; crossorigin";

	private static final String WIDE = "; rel=preload; as=style; media=\"(min-width: 600px)\"";

	private static final List<String> MODULES = List.of("</discovery/main.js>; rel=modulepreload",
			"</discovery/part.js>; rel=modulepreload", "</discovery/deep.js>; rel=modulepreload");

	@Test
	void firstPageGoesOutWithoutAndTheNextOnesWithIt() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable()) {
			assertThat(server.navigate(STYLED).links()).containsExactly(SHOP);
			for (int i = 0; i < 2; i++) {
				Answer page = server.navigate(STYLED);
				assertThat(page.links()).containsExactly(SHOP, BASE, "</discovery/loop.css>" + WIDE,
						"</discovery/wide.css>" + WIDE, FONT);
			}
			assertThat(server.navigate(STYLED).hints()).as("what no condition hangs on")
				.containsExactly(SHOP, BASE, FONT);
		}
	}

	@Test
	void modules() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable()) {
			server.navigate(MODULAR);
			server.learn(MODULAR);
			Answer page = server.navigate(MODULAR);
			assertThat(page.links()).containsExactlyElementsOf(MODULES);
			assertThat(page.hints()).containsExactlyElementsOf(MODULES);
			assertThat(
					server.navigate(EarlyHintsServer.page("module", "/discovery/main.js", "importmap", "true")).links())
				.isEmpty();
		}
	}

	@Test
	void urlsAreThoseOfTheServedFile() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("server.servlet.context-path=/shop",
				"spring.web.resources.chain.strategy.content.enabled=true")) {
			server.navigate("/shop" + STYLED);
			List<String> links = server.navigate("/shop" + STYLED).links();
			Matcher sheet = Pattern.compile("<(/shop/discovery/shop-[0-9a-f]{32}\\.css)>.*").matcher(links.get(0));
			assertThat(sheet.matches()).as(links.get(0)).isTrue();
			String css = server.get(sheet.group(1)).body();
			assertThat(links).hasSize(5);
			for (String link : List.of(links.get(1), links.get(4))) {
				String target = link.substring(1, link.indexOf('>'));
				assertThat(target).matches("/shop/(discovery/base|fonts/text)-[0-9a-f]{32}\\.(css|woff2)");
				assertThat(css).contains(target);
				assertThat(server.get(target).status()).isEqualTo(200);
			}
		}
	}

	@Test
	void onlyWhatIsAskedFor() {
		try (EarlyHintsServer none = EarlyHintsServer.cacheable("preload.discovery.include=")) {
			none.navigate(STYLED);
			assertThat(none.navigate(STYLED).links()).containsExactly(SHOP);
		}
		try (EarlyHintsServer some = EarlyHintsServer.cacheable("preload.discovery.include=fonts",
				"preload.resources.destinations=font")) {
			some.navigate(STYLED);
			assertThat(some.navigate(STYLED).links()).containsExactly(FONT);
			some.navigate(MODULAR);
			assertThat(some.navigate(MODULAR).links()).isEmpty();
		}
		try (EarlyHintsServer fontless = EarlyHintsServer.cacheable("preload.discovery.max-fonts=0")) {
			fontless.navigate(STYLED);
			assertThat(fontless.navigate(STYLED).links()).contains(BASE).doesNotContain(FONT);
		}
	}

	@Test
	void worksWithoutEarlyHints() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("preload.early-hints.enabled=false")) {
			server.navigate(STYLED);
			Answer page = server.navigate(STYLED);
			assertThat(page.links()).contains(SHOP, BASE, FONT);
			assertThat(page.isHinted()).isFalse();
		}
	}

	@Test
	void whatIsMissingIsNamedOnce(CapturedOutput output) {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable("logging.level.preload=info")) {
			for (int i = 0; i < 3; i++) {
				server.navigate(STYLED);
				server.navigate(EarlyHintsServer.page("style", "/css/app.css", "style", "/discovery/shop.css"));
			}
			assertThat(output.getAll().split("/discovery/missing.css", -1)).as("one line").hasSize(2);
			assertThat(output.getAll()).contains("/discovery/shop.css refers to");
			assertThat(server.errors("asset")).isZero();
		}
	}

	@Test
	void brokenModuleSaysNothing() {
		try (EarlyHintsServer server = EarlyHintsServer.cacheable()) {
			String page = EarlyHintsServer.page("module", "/discovery/broken.js");
			server.navigate(page);
			assertThat(server.navigate(page).links()).containsExactly("</discovery/broken.js>; rel=modulepreload");
		}
	}

	@Test
	void hugeFileIsToldAndCountedOnce(@TempDir Path directory, CapturedOutput output) throws IOException {
		Files.write(directory.resolve("huge.css"), new byte[50 * 1024 * 1024]);
		try (EarlyHintsServer server = directory(directory)) {
			String page = EarlyHintsServer.page("style", "/huge.css");
			for (int i = 0; i < 3; i++) {
				assertThat(server.navigate(page).links()).containsExactly("</huge.css>; rel=preload; as=style");
			}
			assertThat(server.errors("asset")).isEqualTo(1);
			assertThat(output.getAll()).contains("/huge.css is not looked into: it is larger than");
			assertThat(output.getAll().split("Page goes out without", -1)).as("one line").hasSize(2);
		}
	}

	@Test
	void changedFileIsNoticed(@TempDir Path directory) throws IOException {
		Path sheet = Files.writeString(directory.resolve("live.css"), "@import 'one.css';");
		Files.writeString(directory.resolve("one.css"), "");
		Files.writeString(directory.resolve("other.css"), "");
		try (EarlyHintsServer server = directory(directory)) {
			String page = EarlyHintsServer.page("style", "/live.css");
			server.navigate(page);
			assertThat(server.navigate(page).links()).contains("</one.css>; rel=preload; as=style");
			Files.writeString(sheet, "@import 'other.css';");
			Files.setLastModifiedTime(sheet, FileTime.from(Instant.now().plusSeconds(10)));
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(server.navigate(page).links())
					.containsExactly("</live.css>; rel=preload; as=style", "</other.css>; rel=preload; as=style"));
		}
	}

	private static EarlyHintsServer directory(Path directory) {
		return EarlyHintsServer.cacheable("spring.web.resources.static-locations=" + directory.toUri());
	}

}
