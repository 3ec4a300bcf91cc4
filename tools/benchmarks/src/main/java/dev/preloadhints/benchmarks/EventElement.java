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

package dev.preloadhints.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IProcessableElementTag;
import org.unbescape.html.HtmlEscape;

import dev.preloadhints.collect.HtmlElement;

/**
 * An element as the rules see it, on top of an event of the final markup.
 */
final class EventElement implements HtmlElement {

	private final IProcessableElementTag tag;

	private final IAttribute[] attributes;

	private final List<IProcessableElementTag> open;

	EventElement(IProcessableElementTag tag, List<IProcessableElementTag> open) {
		this.tag = tag;
		this.attributes = tag.getAllAttributes();
		this.open = open;
	}

	@Override
	public String name() {
		return this.tag.getElementDefinition().getElementName().getCompleteElementNames()[0];
	}

	@Override
	public @Nullable String attribute(String name) {
		return value(null, name);
	}

	@Override
	public @Nullable String refinement(String name) {
		return value(PostProcessorDialect.PREFIX, name);
	}

	/**
	 * Thymeleaf's own lookup goes through a lock and a search of all names that it knows,
	 * for each attribute that an element does not have, which is most of them.
	 */
	private @Nullable String value(@Nullable String prefix, String name) {
		for (IAttribute attribute : this.attributes) {
			AttributeName attributeName = attribute.getAttributeDefinition().getAttributeName();
			if (attributeName.getAttributeName().equals(name) && Objects.equals(attributeName.getPrefix(), prefix)) {
				String value = attribute.getValue();
				if (value == null) {
					return "";
				}
				return (value.indexOf('&') >= 0) ? HtmlEscape.unescapeHtml(value) : value;
			}
		}
		return null;
	}

	@Override
	public void forEachAncestor(Consumer<HtmlElement> visitor) {
		for (IProcessableElementTag ancestor : this.open) {
			visitor.accept(new EventElement(ancestor, List.of()));
		}
	}

}
