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

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

import dev.preloadhints.collect.LinkCollector;

/**
 * The element {@code <preload:link href="…" as="…"/>}: a hint without markup.
 */
final class DeclarationElementProcessor extends AbstractElementTagProcessor {

	private final String name;

	private final ElementAttributes names;

	DeclarationElementProcessor(String dialectPrefix, ElementAttributes names) {
		super(TemplateMode.HTML, dialectPrefix, "link", true, null, false, PreloadDialect.ELEMENT_PRECEDENCE);
		this.name = dialectPrefix + ":link";
		this.names = names;
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
			IElementTagStructureHandler structureHandler) {
		if (!ElementAttributes.elementName(tag).equals(this.name)) {
			return;
		}
		LinkCollector collector = PageCollector.of(context);
		if (collector != null) {
			collector.element(new ThymeleafElement(tag, context, this.names));
		}
		structureHandler.removeElement();
	}

}
