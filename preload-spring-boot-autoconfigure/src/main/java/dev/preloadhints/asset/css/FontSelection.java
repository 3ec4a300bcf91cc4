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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which fonts a browser fetches for a page, as far as its style sheets tell it: those of
 * Latin text that is set in a family of theirs. Whatever is not sure is left out: text
 * that depends on a condition, a family that may be installed, a file that not every
 * browser would choose.
 */
public final class FontSelection {

	/** Steps for all that the style sheets of a page say of fonts. */
	private static final int MAX_EFFORT = 2_000_000;

	private FontSelection() {
	}

	/**
	 * Select the fonts of a page.
	 * @param sheets the style sheets of the page in their order, each after those that it
	 * imports
	 * @return each face once: the most certain ones first, equally certain ones in the
	 * order of the rules
	 * @throws EffortExceededException if that takes too long
	 */
	public static List<SelectedFont> select(List<StyleSheet> sheets) {
		Effort effort = new Effort(MAX_EFFORT);
		FontMatching faces = new FontMatching(sheets, effort);
		Set<PlacedFontFace> known = new HashSet<>();
		List<SelectedFont> selected = new ArrayList<>();
		List<FontUse> uses = new ArrayList<>(new FontUses(sheets, effort).all());
		uses.sort(Comparator.comparing(FontUse::certainty));
		for (FontUse use : uses) {
			PlacedFontFace face = faces.match(use.families(), use.weight(), use.style());
			if (face != null && known.add(face)) {
				selected.add(new SelectedFont(face.sheet(), face.face(), use.certainty()));
			}
		}
		return List.copyOf(selected);
	}

}
