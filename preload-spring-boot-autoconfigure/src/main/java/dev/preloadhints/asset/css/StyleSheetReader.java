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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Reads a style sheet: keeps track of the blocks around a rule, and of what they say
 * about whether it applies.
 */
final class StyleSheetReader implements CssParser.Rules {

	/** Of which not all are followed; further ones are nobody's. */
	private static final int MAX_IMPORTS = 256;

	/** Characters of the name of a property; longer ones are passed over. */
	private static final int MAX_NAME_LENGTH = 128;

	private final List<StyleImport> imports = new ArrayList<>();

	private final FontFaces fontFaces = new FontFaces();

	private final FontDeclarations declarations;

	private final LayerNames layers = new LayerNames();

	private final Deque<StyleBlock> blocks = new ArrayDeque<>(List.of(StyleBlock.TOP));

	private boolean importsAllowed = true;

	private boolean importSeen;

	private StyleSheetReader(int length) {
		this.declarations = new FontDeclarations(length);
	}

	/**
	 * Read a style sheet.
	 * @param css its text
	 * @return what it pulls in
	 * @throws EffortExceededException if that takes too long
	 */
	static StyleSheet read(String css) {
		StyleSheetReader reader = new StyleSheetReader(css.length());
		boolean complete = CssParser.parse(css.startsWith("\ufeff") ? css.substring(1) : css, reader);
		return new StyleSheet(reader.imports, reader.fontFaces.all(), reader.layers.all(), reader.declarations,
				complete);
	}

	@Override
	public void statement(List<CssToken> rule) {
		String name = rule.get(0).value();
		if (name.equals("import")) {
			readImport(rule);
		}
		else if (name.equals("layer")) {
			this.importsAllowed &= !this.importSeen;
			String around = this.blocks.element().layer();
			CssTokens.split(rule.subList(1, rule.size())).forEach((layer) -> this.layers.add(layer, around));
		}
		else if (!name.equals("charset")) {
			this.importsAllowed = false;
		}
	}

	private void readImport(List<CssToken> rule) {
		if (this.blocks.size() > 1 || !this.importsAllowed) {
			return;
		}
		this.importSeen = true;
		StyleImport imported = StyleImportReader.read(rule);
		if (imported != null && this.imports.size() < MAX_IMPORTS) {
			this.imports.add(imported);
		}
	}

	@Override
	public boolean open(List<CssToken> prelude) {
		this.importsAllowed = false;
		StyleBlock block = this.blocks.element().open(prelude, this.layers);
		if (block == null) {
			return false;
		}
		this.blocks.push(block);
		return true;
	}

	@Override
	public void close() {
		this.blocks.remove().close(this.fontFaces);
	}

	@Override
	public void declaration(List<CssToken> declaration) {
		int colon = (declaration.size() > 1 && declaration.get(1).type() == CssToken.Type.SPACE) ? 2 : 1;
		boolean valid = colon < declaration.size() && declaration.get(colon).type() == CssToken.Type.COLON
				&& declaration.get(0).length() <= MAX_NAME_LENGTH;
		if (!valid) {
			return;
		}
		String name = declaration.get(0).value();
		String property = name.startsWith("--") ? name : name.toLowerCase(Locale.ROOT);
		List<CssToken> value = CssTokens.strip(declaration.subList(colon + 1, declaration.size()));
		this.blocks.element().declaration(property, value, this.declarations);
	}

}
