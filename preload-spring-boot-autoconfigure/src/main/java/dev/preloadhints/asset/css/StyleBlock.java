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

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A block of a style sheet, and what the blocks around it mean for its content.
 *
 * @param selectors what its declarations are for, {@code null} outside of style rules
 * @param condition what it depends on
 * @param layer name of its cascade layer, {@code null} if it is in none
 * @param fontFace reads its declarations if it is an {@code @font-face}
 */
record StyleBlock(@Nullable List<Selector> selectors, CssCondition condition, @Nullable String layer,
		@Nullable FontFaceReader fontFace) {

	/** What is in no block. */
	static final StyleBlock TOP = new StyleBlock(null, CssCondition.NONE, null, null);

	/** At-rules whose content applies to what only a browser knows. */
	private static final Set<String> CONDITIONS = Set.of("supports", "container", "scope", "document", "-moz-document");

	/**
	 * Open a block inside of this one.
	 * @param prelude what stands before it
	 * @param layers takes the name of its layer, if it begins one
	 * @return the block, or {@code null} if it is malformed or no screen needs it
	 */
	@Nullable StyleBlock open(List<CssToken> prelude, LayerNames layers) {
		if (this.fontFace != null) {
			return null;
		}
		boolean atRule = !prelude.isEmpty() && prelude.get(0).type() == CssToken.Type.AT_KEYWORD;
		StyleBlock block = atRule ? atRule(prelude, layers) : styleRule(prelude);
		return (block != null && block.condition.possible()) ? block : null;
	}

	private @Nullable StyleBlock styleRule(List<CssToken> prelude) {
		List<Selector> inner = SelectorReader.read(CssTokens.strip(prelude), this.selectors);
		CssCondition vendor = SelectorReader.isOfOneVendor(prelude) ? CssCondition.UNKNOWN : CssCondition.NONE;
		return inner.isEmpty() ? null : new StyleBlock(inner, this.condition.and(vendor), this.layer, null);
	}

	private @Nullable StyleBlock atRule(List<CssToken> prelude, LayerNames layers) {
		String name = prelude.get(0).value();
		List<CssToken> rest = CssTokens.strip(prelude.subList(1, prelude.size()));
		if (name.equals("media")) {
			return under(CssCondition.ofMedia(rest));
		}
		if (CONDITIONS.contains(name)) {
			return under(CssCondition.UNKNOWN);
		}
		if (name.equals("layer")) {
			String inner = layers.add(rest, this.layer);
			return (inner != null) ? new StyleBlock(this.selectors, this.condition, inner, null) : null;
		}
		if (name.equals("font-face") && this.selectors == null) {
			return new StyleBlock(null, this.condition, this.layer, new FontFaceReader(this.condition));
		}
		return null;
	}

	private StyleBlock under(CssCondition inner) {
		return new StyleBlock(this.selectors, this.condition.and(inner), this.layer, null);
	}

	/**
	 * Take a declaration that stands in this block.
	 * @param property name of the property, in lower case unless it is a custom one
	 * @param value its value, without white space around it
	 * @param declarations takes what it says of fonts, if this is a style rule
	 */
	void declaration(String property, List<CssToken> value, FontDeclarations declarations) {
		if (this.fontFace != null) {
			this.fontFace.descriptor(property, value);
		}
		else if (this.selectors != null) {
			List<Selector> own = this.selectors;
			FontDeclarationReader.read(property, value, this.layer, !this.condition.always())
				.forEach((read) -> declarations.add(read, own));
		}
	}

	/**
	 * Close the block.
	 * @param faces takes its face, if it is an {@code @font-face}
	 */
	void close(FontFaces faces) {
		if (this.fontFace != null) {
			faces.add(this.fontFace);
		}
	}

}
