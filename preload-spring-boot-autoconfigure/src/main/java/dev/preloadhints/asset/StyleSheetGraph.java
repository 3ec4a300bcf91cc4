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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.preloadhints.asset.css.StyleImport;
import dev.preloadhints.asset.css.StyleSheet;
import dev.preloadhints.link.OmissionReason;

/**
 * What style sheets import, from those of a page on, in the order in which they apply: an
 * imported one before the one that imports it.
 */
final class StyleSheetGraph {

	/** Each step costs a round trip, so nobody has many. */
	private static final int MAX_DEPTH = 8;

	private static final int MAX_SHEETS = 64;

	/** Of one style sheet. */
	private static final int MAX_IMPORTS = 32;

	private final AssetContents<StyleSheet> styleSheets;

	StyleSheetGraph(AssetContents<StyleSheet> styleSheets) {
		this.styleSheets = styleSheets;
	}

	static StyleSheetGraph of(AssetCatalog assets, Consumer<Throwable> failures) {
		return new StyleSheetGraph(
				new AssetContents<>(assets, StyleSheetGraph::read, () -> StyleSheet.read(""), failures));
	}

	/** What browsers make of a text that was cut off is nothing to rely on. */
	private static StyleSheet read(String css) throws IOException {
		StyleSheet styleSheet = StyleSheet.read(css);
		if (!styleSheet.isComplete()) {
			throw new IOException("it ends inside of a block, a bracket or a comment");
		}
		return styleSheet;
	}

	/**
	 * Follow the imports.
	 * @param entries the style sheets of a page in document order
	 * @return these and what they import
	 */
	List<Sheet> sheets(List<Entry> entries, AssetWalk walk) {
		List<Sheet> sheets = new ArrayList<>();
		for (Entry entry : entries) {
			collect(entry, false, new HashSet<>(), sheets, walk);
		}
		return sheets;
	}

	private void collect(Entry entry, boolean imported, Set<String> importers, List<Sheet> sheets, AssetWalk walk) {
		String path = entry.reference().path();
		ServedResource resource = walk.resource(entry.reference());
		if (resource == null || importers.contains(path)) {
			return;
		}
		if (sheets.size() >= MAX_SHEETS || importers.size() > MAX_DEPTH) {
			walk.leaveOut(entry.reference(), OmissionReason.MAX_IMPORTS);
			return;
		}
		importers.add(path);
		StyleSheet content = this.styleSheets.get(path, resource);
		List<StyleImport> followed = content.imports().subList(0, Math.min(content.imports().size(), MAX_IMPORTS));
		content.imports()
			.subList(followed.size(), content.imports().size())
			.forEach((reference) -> walk.leaveOut(reference.url(), entry.reference(), OmissionReason.MAX_IMPORTS));
		for (StyleImport reference : followed) {
			// A header knows one media query, and nothing of supports().
			boolean expressible = !reference.conditional() && (entry.media() == null || reference.media() == null);
			AssetReference target = expressible ? walk.follow(reference.url(), entry.reference()) : null;
			if (target != null) {
				String media = (entry.media() != null) ? entry.media() : reference.media();
				collect(new Entry(target, media), true, importers, sheets, walk);
			}
		}
		importers.remove(path);
		sheets.add(new Sheet(entry, imported, content));
	}

	/**
	 * A style sheet that is requested.
	 *
	 * @param reference what is requested
	 * @param media the media query under which it applies, {@code null} for always
	 */
	record Entry(AssetReference reference, @Nullable String media) {
	}

	/**
	 * A style sheet that applies.
	 *
	 * @param entry what is requested
	 * @param imported whether another style sheet imports it
	 * @param content what it says
	 */
	record Sheet(Entry entry, boolean imported, StyleSheet content) {
	}

}
