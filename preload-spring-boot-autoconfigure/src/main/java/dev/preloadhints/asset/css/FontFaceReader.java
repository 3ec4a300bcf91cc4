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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Collects the descriptors of one {@code @font-face} rule; a later one replaces an
 * earlier one.
 */
final class FontFaceReader {

	private static final int MAX_FAMILY_LENGTH = 128;

	private final CssCondition condition;

	private final Map<String, List<CssToken>> descriptors = new HashMap<>();

	FontFaceReader(CssCondition condition) {
		this.condition = condition;
	}

	/**
	 * Add a descriptor.
	 * @param name its name in lower case
	 * @param value its value, without white space around it
	 */
	void descriptor(String name, List<CssToken> value) {
		this.descriptors.put(name, List.copyOf(value));
	}

	/**
	 * The face.
	 * @return the face, or {@code null} if it is malformed, no screen needs it or no
	 * browser takes anything of it
	 */
	@Nullable FontFace read() {
		String family = family();
		List<CssToken> src = this.descriptors.get("src");
		Weights weights = weights();
		if (family == null || src == null || weights == null || !this.condition.possible()
				|| !FontSourceReader.isUsable(src)) {
			return null;
		}
		List<CssToken> range = this.descriptors.get("unicode-range");
		boolean latin = range == null || UnicodeRange.coversLatin(range);
		return new FontFace(family, weights.min(), weights.max(), style(), hasNormalWidth(), latin,
				FontSourceReader.read(src), this.condition.media(), this.condition.other());
	}

	private @Nullable String family() {
		List<String> families = FontFamilies.read(value("font-family"));
		if (families == null || families.size() != 1) {
			return null;
		}
		String family = families.get(0);
		return (!family.isEmpty() && family.length() <= MAX_FAMILY_LENGTH) ? family : null;
	}

	private @Nullable Weights weights() {
		List<FontValue.Part> parts = value("font-weight").parts();
		if (parts.isEmpty() || parts.get(0).isWord("auto")) {
			return Weights.NORMAL;
		}
		int first = FontWeight.absolute(parts.get(0));
		int second = FontWeight.absolute(parts.get(parts.size() - 1));
		boolean valid = parts.size() <= 2 && first > 0 && second > 0;
		return valid ? new Weights(Math.min(first, second), Math.max(first, second)) : null;
	}

	private FontStyle style() {
		FontStyle style = FontStyle.read(value("font-style"));
		return (style != null) ? style : FontStyle.NORMAL;
	}

	private boolean hasNormalWidth() {
		List<FontValue.Part> parts = value("font-stretch").parts();
		if (parts.isEmpty()) {
			parts = value("font-width").parts();
		}
		return parts.isEmpty() || FontWidth.includesNormal(parts);
	}

	private FontValue value(String descriptor) {
		return FontValue.read(this.descriptors.getOrDefault(descriptor, List.of()));
	}

	private record Weights(int min, int max) {

		static final Weights NORMAL = new Weights(400, 400);

	}

}
