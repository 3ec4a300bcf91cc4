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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads a style sheet: keeps track of the blocks around a rule, and of what they say
 * about whether it applies.
 */
final class StyleSheetReader implements CssParser.Rules {

	/** Of which not all are followed; further ones are nobody's. */
	private static final int MAX_IMPORTS = 256;

	/**
	 * Declarations, once for each selector of their rule, for each character of the text:
	 * more than a style sheet needs that somebody uses.
	 */
	private static final int DECLARATIONS_PER_CHARACTER = 1;

	/** As many of them for a text of any length. */
	private static final int MIN_DECLARATIONS = 10_000;

	private static final int MAX_FONT_FACES = 256;

	/** Cascade layers; what is in others is passed over. */
	private static final int MAX_LAYERS = 128;

	/** Characters of the name of a layer or a property; longer ones are passed over. */
	private static final int MAX_NAME_LENGTH = 128;

	/** How the names of layers without a name begin. */
	static final String ANONYMOUS = "#";

	/** At-rules whose content applies to what only a browser knows. */
	private static final Set<String> CONDITIONS = Set.of("supports", "container", "scope", "document", "-moz-document");

	private final List<StyleImport> imports = new ArrayList<>();

	private final List<FontFace> fontFaces = new ArrayList<>();

	/** Families with more faces than there is room for. */
	private final Set<String> crowdedFamilies = new HashSet<>();

	private final FontDeclarations declarations = new FontDeclarations();

	private final Deque<Block> blocks = new ArrayDeque<>(List.of(Block.TOP));

	/** Faces without Latin letters: one of each kind is enough to know of. */
	private final Set<Object> otherFaces = new HashSet<>();

	private final Set<String> layers = new LinkedHashSet<>();

	private boolean importsAllowed = true;

	private boolean importSeen;

	private int anonymousLayers;

	private final Effort effort;

	private StyleSheetReader(int length) {
		this.effort = new Effort(MIN_DECLARATIONS + DECLARATIONS_PER_CHARACTER * length);
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
		reader.fontFaces.removeIf((face) -> reader.crowdedFamilies.contains(face.familyKey()));
		return new StyleSheet(reader.imports, reader.fontFaces, List.copyOf(reader.layers), reader.declarations,
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
			CssTokens.split(rule.subList(1, rule.size())).forEach(this::layer);
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
		Block around = this.blocks.element();
		Block block = null;
		if (around.fontFace() == null) {
			boolean atRule = !prelude.isEmpty() && prelude.get(0).type() == CssToken.Type.AT_KEYWORD;
			block = atRule ? atRule(prelude, around) : styleRule(prelude, around);
		}
		if (block == null || !block.condition().possible()) {
			return false;
		}
		this.blocks.push(block);
		return true;
	}

	private static @Nullable Block styleRule(List<CssToken> prelude, Block around) {
		List<Selector> selectors = SelectorReader.read(CssTokens.strip(prelude), around.selectors());
		CssCondition condition = SelectorReader.isOfOneVendor(prelude) ? CssCondition.UNKNOWN : CssCondition.NONE;
		return selectors.isEmpty() ? null
				: new Block(selectors, around.condition().and(condition), around.layer(), null);
	}

	private @Nullable Block atRule(List<CssToken> prelude, Block around) {
		String name = prelude.get(0).value();
		List<CssToken> rest = CssTokens.strip(prelude.subList(1, prelude.size()));
		if (name.equals("media")) {
			return around.under(CssCondition.ofMedia(rest));
		}
		if (CONDITIONS.contains(name)) {
			return around.under(CssCondition.UNKNOWN);
		}
		if (name.equals("layer")) {
			String layer = layer(rest);
			return (layer != null) ? around.in(layer) : null;
		}
		if (name.equals("font-face") && around.selectors() == null) {
			return new Block(null, around.condition(), around.layer(), new FontFaceReader(around.condition()));
		}
		return null;
	}

	private @Nullable String layer(List<CssToken> name) {
		String around = this.blocks.element().layer();
		String layer = name.isEmpty() ? ANONYMOUS + this.anonymousLayers++ : CssTokens.text(name);
		String path = (around != null) ? around + "." + layer : layer;
		boolean known = this.layers.contains(path);
		if (!known && path.length() <= MAX_NAME_LENGTH && this.layers.size() < MAX_LAYERS) {
			known = this.layers.add(path);
		}
		return known ? path : null;
	}

	@Override
	public void close() {
		FontFaceReader fontFace = this.blocks.remove().fontFace();
		FontFace face = (fontFace != null) ? fontFace.read() : null;
		if (face == null) {
			return;
		}
		if (!face.latin() && !this.otherFaces.add(List.of(face.composite(), face.always()))) {
			return;
		}
		if (this.fontFaces.size() < MAX_FONT_FACES) {
			this.fontFaces.add(face);
		}
		else {
			this.crowdedFamilies.add(face.familyKey());
		}
	}

	@Override
	public void declaration(List<CssToken> declaration) {
		Block block = this.blocks.element();
		int colon = (declaration.size() > 1 && declaration.get(1).type() == CssToken.Type.SPACE) ? 2 : 1;
		boolean valid = colon < declaration.size() && declaration.get(colon).type() == CssToken.Type.COLON
				&& declaration.get(0).length() <= MAX_NAME_LENGTH;
		if (!valid || (block.selectors() == null && block.fontFace() == null)) {
			return;
		}
		String name = declaration.get(0).value();
		String property = name.startsWith("--") ? name : name.toLowerCase(Locale.ROOT);
		List<CssToken> value = CssTokens.strip(declaration.subList(colon + 1, declaration.size()));
		if (block.fontFace() != null) {
			block.fontFace().descriptor(property, value);
		}
		else if (block.selectors() != null) {
			FontDeclarationReader.read(property, value, block.layer(), !block.condition().always())
				.forEach((read) -> add(read, block.selectors()));
		}
	}

	/**
	 * Where a rule sets a custom property for the root element and for a class or an
	 * attribute as well, that one is the root's: the name of a theme. It is left out, as
	 * a later rule for the root element outranks both.
	 */
	private void add(FontDeclarationReader.Unbound declaration, List<Selector> selectors) {
		this.effort.spend(selectors.size());
		boolean common = selectors.stream().anyMatch(Selector::isOfEveryPage);
		for (Selector selector : selectors) {
			FontDeclaration bound = declaration.to(selector);
			if (!bound.isCustomProperty()) {
				this.declarations.addFont(bound);
			}
			else if (!common || selector.isOfEveryPage() || !selector.mayBeOfEveryPage()) {
				this.declarations.addProperty(bound);
			}
		}
	}

	/**
	 * A block, and what the blocks around it mean for its content.
	 *
	 * @param selectors what its declarations are for, {@code null} outside of style rules
	 * @param condition what it depends on
	 * @param layer name of its cascade layer, {@code null} if it is in none
	 * @param fontFace reads its declarations if it is an {@code @font-face}
	 */
	private record Block(@Nullable List<Selector> selectors, CssCondition condition, @Nullable String layer,
			@Nullable FontFaceReader fontFace) {

		static final Block TOP = new Block(null, CssCondition.NONE, null, null);

		Block under(CssCondition inner) {
			return new Block(this.selectors, this.condition.and(inner), this.layer, null);
		}

		Block in(String inner) {
			return new Block(this.selectors, this.condition, inner, null);
		}

	}

}
