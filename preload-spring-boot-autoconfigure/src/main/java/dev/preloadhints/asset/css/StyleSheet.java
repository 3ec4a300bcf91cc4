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
 * What a style sheet pulls in by itself: other style sheets and fonts. A summary of
 * bounded size, safe for all threads.
 */
public final class StyleSheet {

	/** Names of custom properties that are known, besides those whose values are. */
	private static final int MAX_NAMES = 256;

	private final List<StyleImport> imports;

	private final List<FontFace> fontFaces;

	private final List<String> layers;

	private final List<FontDeclaration> fonts;

	private final List<FontDeclaration> properties;

	/** Names of further custom properties, {@code null} for too many of them. */
	private final @Nullable Set<String> otherProperties;

	private final boolean complete;

	StyleSheet(List<StyleImport> imports, List<FontFace> fontFaces, List<String> layers, FontDeclarations declarations,
			boolean complete) {
		this.imports = List.copyOf(imports);
		this.fontFaces = List.copyOf(fontFaces);
		this.layers = layers;
		this.fonts = declarations.fonts();
		this.properties = declarations.properties();
		this.otherProperties = (declarations.dropped().size() <= MAX_NAMES) ? declarations.dropped() : null;
		this.complete = complete;
	}

	/**
	 * Read a style sheet. Takes any text, and passes over what is malformed as browsers
	 * do.
	 * @param css the text
	 * @return what it pulls in
	 * @throws EffortExceededException if that takes too long
	 */
	public static StyleSheet read(String css) {
		return StyleSheetReader.read(css);
	}

	/**
	 * The style sheets that it imports and a screen may need.
	 * @return in their order, 256 at most
	 */
	public List<StyleImport> imports() {
		return this.imports;
	}

	/**
	 * The faces that it declares and a screen may need. Those without Latin letters are
	 * in it once for each composite face.
	 * @return in their order, 256 at most
	 */
	public List<FontFace> fontFaces() {
		return this.fontFaces;
	}

	/**
	 * Whether the text is complete. One that ends inside a block, a bracket or a comment
	 * was probably cut off; browsers make the same of it as this summary.
	 * @return {@code false} if something was still open at its end
	 */
	public boolean isComplete() {
		return this.complete;
	}

	/**
	 * The full names of its cascade layers.
	 * @return in the order in which they appear
	 */
	List<String> layers() {
		return this.layers;
	}

	/**
	 * What its rules say of the font of text.
	 * @return in their order
	 */
	List<FontDeclaration> fonts() {
		return this.fonts;
	}

	/**
	 * The custom properties that may matter for fonts.
	 * @return in their order for each property
	 */
	List<FontDeclaration> properties() {
		return this.properties;
	}

	/**
	 * Whether it may set a custom property of which nothing else is known.
	 * @param name name of the property
	 * @return {@code false} if it certainly does not
	 */
	boolean maySet(String name) {
		return this.otherProperties == null || this.otherProperties.contains(name);
	}

}
