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

package dev.preloadhints.collect;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * An element of the rendered page, as a template engine shows it: the seam between the
 * rules and the engine.
 */
public interface HtmlElement {

	/**
	 * Attributes of elements that others are inside of, beside those of a
	 * {@linkplain ElementSignature signature}.
	 */
	List<String> CONTEXT_ATTRIBUTES = HtmlContext.ATTRIBUTES;

	/**
	 * The element's name.
	 * @return the local name in lower case
	 */
	String name();

	/**
	 * Value of an attribute as it is rendered.
	 * @param name the attribute's name in lower case
	 * @return the value with character references replaced, empty for an attribute
	 * without one, {@code null} where there is no such attribute
	 */
	@Nullable String attribute(String name);

	/**
	 * Value of an attribute with which the template's author refines the hint.
	 * @param name the attribute's name, such as {@code as}, without its prefix
	 * @return the value, or {@code null} where there is no such attribute
	 */
	@Nullable String refinement(String name);

	/**
	 * Set all values in a signature.
	 * @param signature the signature
	 */
	default void sign(ElementSignature signature) {
		int index = 0;
		for (String name : ElementSignature.ATTRIBUTES) {
			signature.set(index++, attribute(name));
		}
		for (String name : ElementSignature.REFINEMENTS) {
			signature.set(index++, refinement(name));
		}
	}

	/**
	 * Show the elements that this one is inside of.
	 * @param visitor shown each, the outermost first; it keeps none of them, because the
	 * same object may be another element then
	 */
	void forEachAncestor(Consumer<HtmlElement> visitor);

}
