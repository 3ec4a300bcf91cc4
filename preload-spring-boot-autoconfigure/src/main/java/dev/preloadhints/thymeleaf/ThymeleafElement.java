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

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.unbescape.html.HtmlEscape;

import dev.preloadhints.collect.ElementSignature;
import dev.preloadhints.collect.HtmlElement;

/**
 * An element as the rules see it, on top of Thymeleaf's own.
 */
final class ThymeleafElement implements HtmlElement {

	private IProcessableElementTag tag;

	private final ITemplateContext context;

	private final ElementAttributes names;

	ThymeleafElement(IProcessableElementTag tag, ITemplateContext context, ElementAttributes names) {
		this.tag = tag;
		this.context = context;
		this.names = names;
	}

	@Override
	public String name() {
		return ElementAttributes.elementName(this.tag);
	}

	@Override
	public @Nullable String attribute(String name) {
		return value(this.names.attribute(name));
	}

	@Override
	public @Nullable String refinement(String name) {
		return value(this.names.refinement(name));
	}

	private @Nullable String value(@Nullable AttributeName name) {
		String value = (name != null) ? ElementAttributes.value(this.tag, name) : null;
		return (value != null && value.indexOf('&') >= 0) ? HtmlEscape.unescapeHtml(value) : value;
	}

	@Override
	public void sign(ElementSignature signature) {
		this.names.sign(this.tag, signature);
	}

	@Override
	public void forEachAncestor(Consumer<HtmlElement> visitor) {
		List<IProcessableElementTag> stack = this.context.getElementStack();
		ThymeleafElement ancestor = new ThymeleafElement(this.tag, this.context, this.names);
		// The last one is this element, as it was before its processors ran.
		for (int i = 0; i < stack.size() - 1; i++) {
			ancestor.tag = stack.get(i);
			if (!ElementAttributes.isLeftOut(ancestor.tag)) {
				visitor.accept(ancestor);
			}
		}
	}

}
