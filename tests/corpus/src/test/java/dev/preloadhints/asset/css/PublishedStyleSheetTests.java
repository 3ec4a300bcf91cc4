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

package dev.preloadhints.asset.css;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What real style sheets pull in. The expectations were written after reading them.
 */
class PublishedStyleSheetTests {

	private static final String BOOTSTRAP = "bootstrap/5.3.8/dist/css/bootstrap.css";

	private static final String BULMA = "bulma/1.0.4/css/bulma.css";

	private static final String PICO = "picocss__pico/2.1.1/css/pico.css";

	private static final String DAISY = "daisyui/5.5.19/daisyui.css";

	private static final String WEB_AWESOME = "awesome.me__webawesome/3.0.0-beta.6/dist/styles/";

	private static final String INTER = PageFonts.face("Inter", "inter", "font-weight:100 900");

	@ParameterizedTest
	@MethodSource
	void selectsTheFontsOfAPage(List<String> styleSheets, List<String> fonts) throws IOException {
		assertThat(PageFonts.of(texts(styleSheets))).isEqualTo(fonts);
	}

	static Stream<Arguments> selectsTheFontsOfAPage() {
		return Stream.of(
				// frameworks without faces of their own
				page(List.of(BOOTSTRAP), List.of()), page(List.of(BULMA), List.of()), page(List.of(PICO), List.of()),
				page(List.of(DAISY), List.of()), page(List.of("tailwind.css"), List.of()),
				page(List.of("shoelace-style__shoelace/2.17.1/dist/themes/light.css"), List.of()),
				page(List.of(WEB_AWESOME + "native.css", WEB_AWESOME + "themes/default.css"), List.of()),
				// and with faces that somebody adds
				page(List.of(BOOTSTRAP, INTER + ":root{--bs-body-font-family:Inter,sans-serif}"), List.of("inter")),
				page(List.of(BOOTSTRAP, INTER + ":root{--bs-font-sans-serif:Inter,sans-serif}"), List.of("inter")),
				page(List.of(BOOTSTRAP, INTER + "[data-x]{--bs-font-sans-serif:Inter}"), List.of()),
				page(List.of(BULMA, INTER), List.of("inter")),
				page(List.of(PICO, INTER + ":root{--pico-font-family:Inter,sans-serif}"), List.of("inter")),
				page(List.of(PICO, INTER + ":root{--pico-font-family-monospace:Inter}"), List.of("?inter")),
				page(List.of("fontsource-inter-variable.css", "tailwind.css"),
						List.of("./files/inter-latin-wght-normal")),
				page(List.of("fontsource-inter-variable.css", "tailwind.min.css"),
						List.of("./files/inter-latin-wght-normal")),
				page(List.of("fontsource-roboto.css", "body{font-family:Roboto}h1{font-family:Roboto}"),
						List.of("./files/roboto-latin-400-normal")),
				page(List.of("roboto-fontface/0.10.0/css/roboto/roboto-fontface.css",
						"body{font-family:Roboto}h1{font:500 2em Roboto}p i{font-family:Roboto}"),
						List.of("../../fonts/roboto/Roboto-Regular", "?../../fonts/roboto/Roboto-Medium",
								"?../../fonts/roboto/Roboto-RegularItalic")),
				page(List.of(WEB_AWESOME + "native.css", WEB_AWESOME + "themes/default.css",
						INTER + ":root{--wa-font-family-body:Inter}"), List.of("inter")),
				page(List.of(WEB_AWESOME + "native.css", WEB_AWESOME + "themes/default.css",
						INTER + ".wa-theme-x{--wa-font-family-body:Inter}"), List.of()),
				page(List.of(WEB_AWESOME + "native.css", WEB_AWESOME + "themes/default.css",
						INTER + "h2{font-family:Inter}"), List.of("?inter")),
				// icons
				page(List.of("font-awesome/7.2.0/css/all.css"),
						List.of("?../webfonts/fa-brands-400", "?../webfonts/fa-solid-900",
								"?../webfonts/fa-regular-400")),
				page(List.of("material-icons/1.13.2/iconfont/material-icons.css"),
						List.of("?./material-icons", "?./material-icons-outlined", "?./material-icons-round",
								"?./material-icons-sharp", "?./material-icons-two-tone")),
				// both
				page(List.of("fomantic-ui-css/2.9.0/semantic.css"),
						List.of("./themes/default/assets/fonts/LatoLatin-Regular",
								"?./themes/default/assets/fonts/LatoLatin-Bold", "?./themes/default/assets/fonts/icons",
								"?./themes/default/assets/fonts/outline-icons",
								"?./themes/default/assets/fonts/brand-icons")),
				// reset style sheets
				page(List.of("normalize.css/8.0.1/normalize.css", INTER + "html{font-family:Inter}"), List.of("inter")),
				page(List.of("materialize-css/1.0.0/dist/css/materialize.css", INTER + "body{font-family:Inter}"),
						List.of("inter")));
	}

	@ParameterizedTest
	@CsvSource({ "font-awesome/7.2.0/css/all.css,9", "katex/0.18.11/dist/katex.css,20", "fontsource-roboto.css,2",
			"fontsource-inter-variable.css,2", "roboto-fontface/0.10.0/css/roboto/roboto-fontface.css,24",
			"bootstrap/5.3.8/dist/css/bootstrap.css,0" })
	void findsEveryFace(String path, int faces) throws IOException {
		assertThat(StyleSheet.read(PublishedStyleSheet.text(path)).fontFaces()).hasSize(faces)
			.filteredOn(FontFace::latin)
			.allMatch((face) -> face.source() != null);
	}

	@Test
	void findsEveryImport() throws IOException {
		assertThat(StyleSheet.read(PublishedStyleSheet.text(WEB_AWESOME + "webawesome.css")).imports())
			.extracting(StyleImport::url)
			.containsExactly("native.css", "utilities.css", "themes/default.css");
		assertThat(StyleSheet.read(PublishedStyleSheet.text(WEB_AWESOME + "themes/awesome.css")).imports())
			.allMatch(StyleImport::always)
			.extracting(StyleImport::url)
			.containsExactly("https://fonts.bunny.net/css2?family=Crimson+Pro:ital,wght@0,200..900;1,200..900"
					+ "&family=Quicksand:wght@300..700&display=swap");
	}

	@Test
	void understandsEveryStyleSheet() throws IOException {
		List<PublishedStyleSheet> sheets = PublishedStyleSheet.all();
		assertThat(sheets).hasSizeGreaterThan(300).allSatisfy((published) -> {
			String end = "p{}@font-face{font-family:last;src:url(last.woff2)}body{font-family:last!important}";
			StyleSheet sheet = StyleSheet.read(published.text() + end);
			assertThat(sheet.isComplete()).isTrue();
			assertThat(sheet.fontFaces()).isNotEmpty().last().extracting(FontFace::family).isEqualTo("last");
		});
	}

	private static Arguments page(List<String> styleSheets, List<String> fonts) {
		return Arguments.of(styleSheets, fonts);
	}

	private static String[] texts(List<String> styleSheets) throws IOException {
		List<String> texts = new ArrayList<>();
		for (String styleSheet : styleSheets) {
			texts.add(styleSheet.endsWith(".css") ? PublishedStyleSheet.text(styleSheet) : styleSheet);
		}
		return texts.toArray(new String[0]);
	}

}
