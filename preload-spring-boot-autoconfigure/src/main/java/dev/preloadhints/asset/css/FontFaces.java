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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the faces of one style sheet, within bounds.
 */
final class FontFaces {

	private static final int MAX_FONT_FACES = 256;

	private final List<FontFace> faces = new ArrayList<>();

	/** Families with more faces than there is room for. */
	private final Set<String> crowdedFamilies = new HashSet<>();

	/** Faces without Latin letters: one of each kind is enough to know of. */
	private final Set<Object> otherFaces = new HashSet<>();

	/**
	 * Add the face of a rule, if it has one that matters.
	 * @param rule an {@code @font-face} rule, all of it
	 */
	void add(FontFaceReader rule) {
		FontFace face = rule.read();
		if (face == null) {
			return;
		}
		if (!face.latin() && !this.otherFaces.add(List.of(face.composite(), face.always()))) {
			return;
		}
		if (this.faces.size() < MAX_FONT_FACES) {
			this.faces.add(face);
		}
		else {
			this.crowdedFamilies.add(face.familyKey());
		}
	}

	/**
	 * The faces of the families that are known as a whole.
	 * @return in their order
	 */
	List<FontFace> all() {
		return this.faces.stream().filter((face) -> !this.crowdedFamilies.contains(face.familyKey())).toList();
	}

}
