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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IProcessableElementTag;
import org.unbescape.html.HtmlEscape;

import dev.preloadhints.collect.HtmlElement;

/**
 * An element as the rules see it, on top of Thymeleaf's own.
 */
final class ThymeleafElement implements HtmlElement {

	private final IProcessableElementTag tag;

	private final ITemplateContext context;

	private final String dialectPrefix;

	ThymeleafElement(IProcessableElementTag tag, ITemplateContext context, String dialectPrefix) {
		this.tag = tag;
		this.context = context;
		this.dialectPrefix = dialectPrefix;
	}

	@Override
	public String name() {
		return this.tag.getElementDefinition().getElementName().getCompleteElementNames()[0].toLowerCase(Locale.ROOT);
	}

	@Override
	public @Nullable String attribute(String name) {
		return unescape(this.tag.getAttributeValue(name), this.tag.hasAttribute(name));
	}

	@Override
	public @Nullable String refinement(String name) {
		return unescape(this.tag.getAttributeValue(this.dialectPrefix, name),
				this.tag.hasAttribute(this.dialectPrefix, name));
	}

	private static @Nullable String unescape(@Nullable String value, boolean present) {
		if (value == null) {
			return present ? "" : null;
		}
		return (value.indexOf('&') >= 0) ? HtmlEscape.unescapeHtml(value) : value;
	}

	@Override
	public Iterable<HtmlElement> ancestors() {
		List<IProcessableElementTag> stack = this.context.getElementStack();
		List<HtmlElement> ancestors = new ArrayList<>(stack.size());
		// The last one is this element, as it was before its processors ran.
		for (IProcessableElementTag ancestor : stack.subList(0, Math.max(0, stack.size() - 1))) {
			ancestors.add(new ThymeleafElement(ancestor, this.context, this.dialectPrefix));
		}
		return ancestors;
	}

}
