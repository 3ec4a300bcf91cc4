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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FontShorthandTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			12px Inter                                 | normal  | normal | normal    | Inter
			italic 700 1rem/1.5 Inter, serif           | 700     | italic | normal    | Inter,serif
			bold italic small-caps condensed 1em a b   | bold    | italic | condensed | a b
			normal 900 1em/1 'Font Awesome 7 Free'     | 900     | normal | normal    | Font Awesome 7 Free
			oblique 10deg bolder 80% a                 | bolder  | oblique | normal   | a
			small-caps xx-large/normal a               | normal  | normal | normal    | a
			0/0 a                                      | normal  | normal | normal    | a
			calc(1rem + 1vw)/calc(1em * 2) a           | normal  | normal | normal    | a
			menu                                       | normal  | normal | normal    |
			""")
	void takesAShorthandApart(String font, String weight, String style, String width, String families) {
		FontShorthand shorthand = FontShorthand.read(value(font));
		assertThat(shorthand).isNotNull();
		assertThat(text(shorthand.weight())).isEqualTo(weight);
		assertThat(text(shorthand.style())).isEqualTo(style);
		assertThat(text(shorthand.width())).isEqualTo(width);
		List<String> names = FontFamilies.read(shorthand.families());
		assertThat((names != null) ? String.join(",", names) : null).isEqualTo(families);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "12px", "Inter", "12px/1.5", "12px a,", "12px a b 5", "wavy 12px a", "1001 12px a" })
	void isMalformed(String font) {
		assertThat(FontShorthand.read(value(font))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "100,400,100", "200,400,100", "400,700,100", "500,700,100", "600,900,400", "700,900,400",
			"800,900,700", "900,900,700", "950,950,700" })
	void relativeWeightsDependOnTheWeightAround(int inherited, int bolder, int lighter) {
		assertThat(FontWeight.read(value("bolder"), inherited, inherited)).isEqualTo(bolder);
		assertThat(FontWeight.read(value("lighter"), inherited, inherited)).isEqualTo(lighter);
	}

	@Test
	void aRelativeWeightIsUnknownIfTheWeightAroundIs() {
		assertThat(FontWeight.read(value("bolder"), FontWeight.NONE, FontWeight.NONE)).isEqualTo(FontWeight.NONE);
	}

	private static String text(FontValue value) {
		return String.join(" ", value.parts().stream().map(FontValue.Part::text).toList());
	}

	private static FontValue value(String css) {
		List<CssToken> tokens = new ArrayList<>();
		CssTokenizer tokenizer = new CssTokenizer(css);
		for (CssToken token = tokenizer.next(); token.type() != CssToken.Type.END; token = tokenizer.next()) {
			tokens.add(token);
		}
		return FontValue.read(CssTokens.strip(tokens));
	}

}
