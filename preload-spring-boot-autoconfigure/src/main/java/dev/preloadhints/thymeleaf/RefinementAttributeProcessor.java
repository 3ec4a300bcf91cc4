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
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

import dev.preloadhints.collect.HtmlElement;
import dev.preloadhints.collect.LinkCollector;

/**
 * Takes one of the {@code preload:*} attributes out of the page, on whatever element it
 * stands. On elements that are looked at anyway, its meaning was read before; on any
 * other, {@code preload:hint} is a reason to look.
 */
final class RefinementAttributeProcessor extends AbstractAttributeTagProcessor {

	private final ElementAttributes names;

	private final boolean asks;

	RefinementAttributeProcessor(String dialectPrefix, String attributeName, ElementAttributes names) {
		super(TemplateMode.HTML, dialectPrefix, null, false, attributeName, true, precedence(attributeName), false);
		this.names = names;
		this.asks = attributeName.equals(PreloadDialect.HINT);
	}

	/** The attribute that asks is looked at while the others are still there. */
	private static int precedence(String attributeName) {
		return attributeName.equals(PreloadDialect.HINT) ? PreloadDialect.ATTRIBUTE_PRECEDENCE - 1
				: PreloadDialect.ATTRIBUTE_PRECEDENCE;
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attributeName,
			String attributeValue, IElementTagStructureHandler structureHandler) {
		IAttribute own = ElementAttributes.find(tag, attributeName);
		if (own == null) {
			return;
		}
		LinkCollector collector = this.asks ? PageCollector.of(context) : null;
		if (collector != null) {
			ThymeleafElement element = new ThymeleafElement(tag, context, this.names);
			if (!isLookedAt(element)) {
				collector.element(element);
			}
		}
		structureHandler.removeAttribute(own.getAttributeCompleteName());
	}

	private static boolean isLookedAt(HtmlElement element) {
		return PreloadDialect.ELEMENTS.contains(element.name())
				|| (element.name().equals("img") && element.attribute(PreloadDialect.IMAGE_ATTRIBUTE) != null);
	}

}
