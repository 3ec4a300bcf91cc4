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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which face of a family a browser takes for Latin text
 * (<a href= "https://www.w3.org/TR/css-fonts-4/#font-style-matching">CSS Fonts 4, section
 * 5.2</a>).
 */
final class FontMatching {

	/** More than two weights can differ. */
	private static final int FAR = 1000;

	private final Map<String, List<PlacedFontFace>> families = new HashMap<>();

	private final Effort effort;

	/**
	 * Gather the faces.
	 * @param sheets the style sheets of the page, in their order
	 * @param effort spent on comparing them
	 */
	FontMatching(List<StyleSheet> sheets, Effort effort) {
		this.effort = effort;
		for (int sheet = 0; sheet < sheets.size(); sheet++) {
			for (FontFace face : sheets.get(sheet).fontFaces()) {
				this.families.computeIfAbsent(face.familyKey(), (key) -> new ArrayList<>())
					.add(new PlacedFontFace(sheet, face));
			}
		}
	}

	/**
	 * Find the face for a text.
	 * @param families the families to try, in their order
	 * @param weight the text's weight, 1 to 1000
	 * @param style the text's slope
	 * @return the face, or {@code null} if it may be another one or an installed font
	 */
	@Nullable PlacedFontFace match(List<String> families, int weight, FontStyle style) {
		for (String family : families) {
			List<PlacedFontFace> faces = this.families.get(FontFace.key(family));
			List<PlacedFontFace> composite = (faces != null) ? composite(faces, weight, style) : List.of();
			if (composite.isEmpty()) {
				return null;
			}
			PlacedFontFace last = lastLatin(composite);
			if (last != null) {
				return (last.face().conditional() || last.face().source() == null) ? null : last;
			}
			if (!composite.stream().allMatch((placed) -> placed.face().always())) {
				return null;
			}
		}
		return null;
	}

	private static @Nullable PlacedFontFace lastLatin(List<PlacedFontFace> faces) {
		PlacedFontFace last = null;
		for (PlacedFontFace placed : faces) {
			last = placed.face().latin() ? placed : last;
		}
		return last;
	}

	/** The faces that match best, none if that is not sure. */
	private List<PlacedFontFace> composite(List<PlacedFontFace> faces, int weight, FontStyle style) {
		List<PlacedFontFace> best = new ArrayList<>();
		int shortest = Integer.MAX_VALUE;
		this.effort.spend(faces.size());
		for (PlacedFontFace placed : faces) {
			if (placed.face().normalWidth()) {
				int distance = distance(placed.face(), weight, style);
				if (distance < shortest) {
					best.clear();
					shortest = distance;
				}
				if (distance == shortest) {
					best.add(placed);
				}
			}
		}
		boolean one = best.stream().map((placed) -> placed.face().composite()).distinct().count() == 1;
		return one ? best : List.of();
	}

	private static int distance(FontFace face, int weight, FontStyle style) {
		return distance(face.style(), style) * 10 * FAR + distance(face.minWeight(), face.maxWeight(), weight);
	}

	private static int distance(FontStyle actual, FontStyle desired) {
		return switch (desired) {
			case NORMAL -> (actual == FontStyle.NORMAL) ? 0 : (actual == FontStyle.OBLIQUE) ? 1 : 2;
			case ITALIC -> (actual == FontStyle.ITALIC) ? 0 : (actual == FontStyle.OBLIQUE) ? 1 : 2;
			case OBLIQUE -> (actual == FontStyle.OBLIQUE) ? 0 : (actual == FontStyle.ITALIC) ? 1 : 2;
		};
	}

	private static int distance(int min, int max, int desired) {
		if (min <= desired && desired <= max) {
			return 0;
		}
		boolean heavier = min > desired;
		int difference = heavier ? min - desired : desired - max;
		if (desired < 400 || desired > 500) {
			boolean preferred = heavier == (desired > 500);
			return preferred ? difference : FAR + difference;
		}
		if (heavier) {
			return (min <= 500) ? difference : 2 * FAR + difference;
		}
		return FAR + difference;
	}

}
