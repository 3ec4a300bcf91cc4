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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.preloadhints.asset.css.EffortExceededException;
import dev.preloadhints.asset.css.FontLikelihood;
import dev.preloadhints.asset.css.FontSelection;
import dev.preloadhints.asset.css.FontSource;
import dev.preloadhints.asset.css.SelectedFont;
import dev.preloadhints.asset.css.StyleSheet;
import dev.preloadhints.link.Destination;
import dev.preloadhints.link.Link;
import dev.preloadhints.link.OmissionReason;

/**
 * Finds the fonts that text of a page may use, likely ones first.
 */
final class PageFonts {

	/** Of which the first are hinted that are used. */
	private static final int MAX_FONTS = 16;

	private final Consumer<Throwable> failures;

	PageFonts(Consumer<Throwable> failures) {
		this.failures = failures;
	}

	List<Dependencies.Font> find(List<StyleSheetGraph.Sheet> sheets, AssetWalk walk) {
		// What applies under a condition says nothing about the text that there is.
		List<StyleSheetGraph.Sheet> always = sheets.stream().filter((sheet) -> sheet.entry().media() == null).toList();
		List<Dependencies.Font> fonts = new ArrayList<>();
		for (SelectedFont font : select(always.stream().map(StyleSheetGraph.Sheet::content).toList())) {
			AssetReference sheet = always.get(font.sheet()).entry().reference();
			FontSource source = font.face().source();
			if (source != null && fonts.size() == MAX_FONTS) {
				walk.leaveOut(source.url(), sheet, OmissionReason.MAX_FONTS);
				continue;
			}
			AssetReference reference = (source != null) ? walk.follow(source.url(), sheet) : null;
			if (source != null && reference != null) {
				Link link = Link.preload(reference.target(), Destination.FONT)
					.type(source.type())
					.media(font.face().media())
					.build();
				fonts.add(new Dependencies.Font(link, reference.path(), font.certainty() != FontLikelihood.POSSIBLE));
			}
		}
		return fonts;
	}

	/** None at all if it takes too long, as any other rule may be the one that counts. */
	private List<SelectedFont> select(List<StyleSheet> styleSheets) {
		try {
			return FontSelection.select(styleSheets);
		}
		catch (EffortExceededException ex) {
			this.failures.accept(new IOException("The fonts of a page are not worked out: " + ex.getMessage(), ex));
			return List.of();
		}
	}

}
