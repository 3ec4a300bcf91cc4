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
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Collects what the rules of one style sheet say of fonts, within bounds. Of custom
 * properties it keeps those alone that may matter for fonts.
 */
final class FontDeclarations {

	/** Selectors, besides those of every page, that fonts are set for. */
	private static final int MAX_SELECTORS = 256;

	/** Declarations of font properties. */
	private static final int MAX_FONTS = 2048;

	/** Declarations of custom properties, while the style sheet is read. */
	private static final int MAX_CANDIDATES = 4096;

	/** Declarations of custom properties that are kept. */
	private static final int MAX_PROPERTIES = 256;

	/**
	 * Declarations, once for each selector of their rule, for each character of the text:
	 * more than a style sheet needs that somebody uses.
	 */
	private static final int DECLARATIONS_PER_CHARACTER = 1;

	/** As many of them for a text of any length. */
	private static final int MIN_DECLARATIONS = 10_000;

	private final Map<Object, FontDeclaration> fonts = new LinkedHashMap<>();

	private final Map<String, Map<Object, FontDeclaration>> properties = new LinkedHashMap<>();

	private final Set<String> selectors = new HashSet<>();

	private final Set<String> dropped = new HashSet<>();

	private final Effort effort;

	private int candidates;

	/**
	 * Begin with none.
	 * @param length characters of the style sheet, by which the effort is bounded
	 */
	FontDeclarations(int length) {
		this.effort = new Effort(MIN_DECLARATIONS + DECLARATIONS_PER_CHARACTER * length);
	}

	/**
	 * Add a declaration. Where a rule sets a custom property for the root element and for
	 * a class or an attribute as well, that one is the root's: the name of a theme. It is
	 * left out, as a later rule for the root element outranks both.
	 * @param declaration the declaration
	 * @param selectors those of its rule
	 * @throws EffortExceededException if the style sheet has too many of them
	 */
	void add(FontDeclarationReader.Unbound declaration, List<Selector> selectors) {
		this.effort.spend(selectors.size());
		boolean common = selectors.stream().anyMatch(Selector::isOfEveryPage);
		for (Selector selector : selectors) {
			FontDeclaration bound = declaration.to(selector);
			if (!bound.isCustomProperty()) {
				addFont(bound);
			}
			else if (!common || selector.isOfEveryPage() || !selector.mayBeOfEveryPage()) {
				addProperty(bound);
			}
		}
	}

	private void addFont(FontDeclaration declaration) {
		String selector = declaration.selector().text();
		boolean kept = declaration.selector().isOfEveryPage() || this.selectors.contains(selector);
		if (!kept && this.selectors.size() < MAX_SELECTORS) {
			kept = this.selectors.add(selector);
		}
		if (kept && (this.fonts.size() < MAX_FONTS || this.fonts.containsKey(declaration.place()))) {
			replace(this.fonts, declaration);
		}
	}

	private void addProperty(FontDeclaration declaration) {
		String name = declaration.property();
		if (this.dropped.contains(name)) {
			return;
		}
		if (this.candidates >= MAX_CANDIDATES) {
			drop(name);
			return;
		}
		Map<Object, FontDeclaration> declarations = this.properties.computeIfAbsent(name,
				(key) -> new LinkedHashMap<>());
		this.candidates -= declarations.size();
		replace(declarations, declaration);
		this.candidates += declarations.size();
	}

	private void drop(String name) {
		this.dropped.add(name);
		Map<Object, FontDeclaration> declarations = this.properties.remove(name);
		this.candidates -= (declarations != null) ? declarations.size() : 0;
	}

	/**
	 * The declarations of font properties.
	 * @return in the order of the style sheet
	 */
	List<FontDeclaration> fonts() {
		return List.copyOf(this.fonts.values());
	}

	/**
	 * The declarations of custom properties that may matter.
	 * @return in the order of the style sheet for each property
	 */
	List<FontDeclaration> properties() {
		List<FontDeclaration> kept = new ArrayList<>();
		Set<String> names = new LinkedHashSet<>(referenced());
		this.properties.keySet().stream().filter(FontDeclarations::isNamedForFonts).forEach(names::add);
		this.properties.keySet().stream().filter(this::isOfEveryPage).forEach(names::add);
		names.retainAll(this.properties.keySet());
		for (String name : names) {
			Collection<FontDeclaration> declarations = this.properties.getOrDefault(name, Map.of()).values();
			if (kept.size() + declarations.size() <= MAX_PROPERTIES) {
				kept.addAll(declarations);
			}
			else {
				this.dropped.add(name);
			}
		}
		this.properties.forEach((name, declarations) -> {
			boolean length = declarations.values().stream().allMatch((declaration) -> declaration.value().isLength());
			if (!names.contains(name) && !length) {
				this.dropped.add(name);
			}
		});
		return List.copyOf(kept);
	}

	private static boolean isNamedForFonts(String name) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		return (lowerCase.contains("font") && !lowerCase.contains("size")) || lowerCase.contains("family")
				|| lowerCase.contains("weight");
	}

	private boolean isOfEveryPage(String name) {
		return this.properties.getOrDefault(name, Map.of())
			.values()
			.stream()
			.anyMatch((declaration) -> declaration.selector().isOfEveryPage());
	}

	/**
	 * The custom properties that were left out, known once they were asked for.
	 * @return names
	 */
	Set<String> dropped() {
		return Set.copyOf(this.dropped);
	}

	/** The custom properties that the fonts depend on. */
	private Set<String> referenced() {
		Set<String> names = new LinkedHashSet<>();
		Deque<String> open = new ArrayDeque<>();
		this.fonts.values().forEach((font) -> collect(font.value().parts(), names, open));
		while (!open.isEmpty()) {
			Map<Object, FontDeclaration> declarations = this.properties.getOrDefault(open.remove(), Map.of());
			declarations.values().forEach((property) -> collect(property.value().parts(), names, open));
		}
		return names;
	}

	private static void collect(List<FontValue.Part> parts, Set<String> names, Deque<String> open) {
		for (FontValue.Part part : parts) {
			if (part.type() == FontValue.Type.VARIABLE && names.add(part.text())) {
				open.add(part.text());
			}
			if (part.fallback() != null) {
				collect(part.fallback(), names, open);
			}
		}
	}

	private static void replace(Map<Object, FontDeclaration> declarations, FontDeclaration declaration) {
		declarations.remove(declaration.place());
		declarations.put(declaration.place(), declaration);
	}

}
