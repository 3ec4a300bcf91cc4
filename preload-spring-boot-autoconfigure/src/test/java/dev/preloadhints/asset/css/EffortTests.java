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

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Style sheets in which one thing multiplies another. They would take minutes.
 */
class EffortTests {

	private static final String SELECTORS = list(256, ".a%d");

	@Test
	void manyDeclarationsForManySelectors() {
		assertGivenUp(SELECTORS + "{" + "font:1px a;".repeat(36_000) + "}");
		assertGivenUp(SELECTORS + "{" + "--font-a:Arial;".repeat(25_000) + "}");
	}

	@Test
	void manyRulesInOneAnother() {
		String inner = "&,".repeat(255) + "&{" + "font:1px a;".repeat(100) + "}";
		assertGivenUp(SELECTORS + "{" + inner.repeat(40) + "}");
	}

	@Test
	void manySelectorsOfOneRuleAreNoMoreThanAreRead() {
		List<Selector> parents = SelectorReader.read(tokens(list(200, ".a%d")), null);
		assertThat(SelectorReader.read(tokens("&,&"), parents)).hasSize(256);
	}

	@Test
	void whatSomebodyUsesIsRead() {
		String css = list(500, "h1,h2,h3,h4,.h%d{font-family:a;font-weight:700;--font-x:1}").replace("},", "}");
		assertThat(StyleSheet.read(css).fonts()).isNotEmpty();
		assertThat(StyleSheet.read(SELECTORS + "{font:bold 1px a;--x:1}").fonts()).hasSize(256 * 4);
	}

	@Test
	void manyUsesOfAFamilyWithManyFaces() {
		String faces = "@font-face{font-family:a;src:url(a.woff2)}".repeat(256);
		String uses = list(250, ".a%d{font:1px a;font-weight:%1$d}").replace("},", "}");
		List<StyleSheet> sheets = Collections.nCopies(64, StyleSheet.read(faces + uses));
		assertThatExceptionOfType(EffortExceededException.class).isThrownBy(() -> FontSelection.select(sheets));
	}

	@Test
	void manyReferencesToReferences() {
		String references = IntStream.range(0, 60)
			.mapToObj("var(--font-%d)"::formatted)
			.collect(Collectors.joining(","));
		StringBuilder css = new StringBuilder();
		IntStream.range(0, 60).forEach((i) -> css.append("*{--font-%d:a}".formatted(i)));
		IntStream.range(0, 250).forEach((i) -> css.append(".b%d{font:1px %s}".formatted(i, references)));
		List<StyleSheet> sheets = IntStream.range(0, 20)
			.mapToObj((i) -> StyleSheet.read(css.toString().replace(".b", ".b" + i + "-")))
			.toList();
		assertThatExceptionOfType(EffortExceededException.class).isThrownBy(() -> FontSelection.select(sheets));
	}

	/** They are ordered in the time that it takes to read their names. */
	@Test
	void manyLayersInOneAnother() {
		List<StyleSheet> sheets = IntStream.range(0, 64).mapToObj((sheet) -> {
			String layers = list(128, "@layer s" + sheet + "a%d" + ".b".repeat(55)).replace(",", ";");
			return StyleSheet.read(layers + ";body{font:1px a}");
		}).toList();
		assertThat(new CascadeLayers(sheets).rank(0, new FontDeclaration.Origin(null, false, false)))
			.isEqualTo(64 * 128 * 56);
	}

	@Test
	void layersAreOrderedAsTheyAppear() {
		CascadeLayers layers = new CascadeLayers(List.of(StyleSheet.read("@layer a.x, b; @layer a.y, a, c.d.e, b.f")));
		assertThat(List.of("a.x", "a.y", "a", "b.f", "b", "c.d.e", "c.d", "c"))
			.isSortedAccordingTo((one, other) -> Integer.compare(rank(layers, one), rank(layers, other)));
		assertThat(rank(layers, "a.x")).isZero();
		assertThat(rank(layers, "c")).isEqualTo(7);
	}

	private static int rank(CascadeLayers layers, String layer) {
		return layers.rank(0, new FontDeclaration.Origin(layer, false, false));
	}

	private static List<CssToken> tokens(String css) {
		CssTokenizer tokenizer = new CssTokenizer(css);
		return Stream.generate(tokenizer::next).takeWhile((token) -> token.type() != CssToken.Type.END).toList();
	}

	private static void assertGivenUp(String css) {
		assertThatExceptionOfType(EffortExceededException.class).isThrownBy(() -> StyleSheet.read(css));
	}

	private static String list(int size, String item) {
		return IntStream.range(0, size).mapToObj((i) -> item.formatted(i)).collect(Collectors.joining(","));
	}

}
