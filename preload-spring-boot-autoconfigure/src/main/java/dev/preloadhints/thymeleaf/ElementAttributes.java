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
package dev.preloadhints.thymeleaf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.AttributeNames;
import org.thymeleaf.engine.ElementName;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IProcessableElementTag;

import dev.preloadhints.collect.ElementSignature;
import dev.preloadhints.collect.HtmlElement;

/**
 * Thymeleaf's names of the attributes that the rules read. By its name an attribute is
 * found without more; by text, Thymeleaf goes through a lock and a search of all names
 * that it knows, for each attribute that an element does not have, which is most of them.
 */
final class ElementAttributes {

	private static final AttributeName[] REPLACE = { AttributeNames.forHTMLName("th", "replace"),
			AttributeNames.forHTMLName("layout", "replace") };

	private static final AttributeName REMOVE = AttributeNames.forHTMLName("th", "remove");

	private final Map<String, AttributeName> attributes = new HashMap<>();

	private final Map<String, AttributeName> refinements = new HashMap<>();

	/** In the order of a signature. */
	private final AttributeName[] all;

	ElementAttributes(String dialectPrefix) {
		this.all = new AttributeName[ElementSignature.ATTRIBUTES.size() + ElementSignature.REFINEMENTS.size()];
		for (String name : HtmlElement.CONTEXT_ATTRIBUTES) {
			this.attributes.put(name, AttributeNames.forHTMLName(name));
		}
		int index = 0;
		for (String name : ElementSignature.ATTRIBUTES) {
			this.all[index] = AttributeNames.forHTMLName(name);
			this.attributes.put(name, this.all[index++]);
		}
		for (String name : ElementSignature.REFINEMENTS) {
			this.all[index] = AttributeNames.forHTMLName(dialectPrefix, name);
			this.refinements.put(name, this.all[index++]);
		}
	}

	@Nullable AttributeName attribute(String name) {
		return this.attributes.get(name);
	}

	@Nullable AttributeName refinement(String name) {
		return this.refinements.get(name);
	}

	/** Values as they are written, with character references. */
	void sign(IProcessableElementTag tag, ElementSignature signature) {
		for (int i = 0; i < this.all.length; i++) {
			signature.set(i, value(tag, this.all[i]));
		}
	}

	/** Empty for an attribute without a value. */
	static @Nullable String value(IProcessableElementTag tag, AttributeName name) {
		IAttribute attribute = find(tag, name);
		if (attribute == null) {
			return null;
		}
		String value = attribute.getValue();
		return (value != null) ? value : "";
	}

	/**
	 * The attribute that is written with this very name. Thymeleaf takes
	 * {@code data-preload-hint} for {@code preload:hint}, but it is the application's.
	 */
	static @Nullable IAttribute find(IProcessableElementTag tag, AttributeName name) {
		IAttribute found = tag.getAttribute(name);
		if (found == null || !name.isPrefixed() || isWritten(found, name)) {
			return found;
		}
		for (IAttribute attribute : tag.getAllAttributes()) {
			if (isWritten(attribute, name)) {
				return attribute;
			}
		}
		return null;
	}

	private static boolean isWritten(IAttribute attribute, AttributeName name) {
		return attribute.getAttributeCompleteName().equalsIgnoreCase(name.getCompleteAttributeNames()[0]);
	}

	/** Whether an element is none of the page, other than what is inside of it. */
	static boolean isLeftOut(IProcessableElementTag tag) {
		return tag.hasAttribute(REPLACE[0]) || tag.hasAttribute(REPLACE[1])
				|| "tag".equals(tag.getAttributeValue(REMOVE));
	}

	/**
	 * The element's name as it is written: {@code preload-link}, which Thymeleaf takes
	 * for {@code preload:link}, is the application's.
	 */
	static String elementName(IProcessableElementTag tag) {
		ElementName name = tag.getElementDefinition().getElementName();
		return name.isPrefixed() ? tag.getElementCompleteName().toLowerCase(Locale.ROOT)
				: name.getCompleteElementNames()[0];
	}

}
