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
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

import dev.preloadhints.collect.LinkCollector;

/**
 * Takes one of the {@code preload:*} attributes out of the page, on whatever element it
 * stands. On elements that the rules know, its meaning was read before; on any other,
 * {@code preload:hint="true"} together with {@code preload:as} asks for a link.
 */
final class RefinementAttributeProcessor extends AbstractAttributeTagProcessor {

	private final String dialectPrefix;

	private final boolean asks;

	RefinementAttributeProcessor(String dialectPrefix, String attributeName) {
		super(TemplateMode.HTML, dialectPrefix, null, false, attributeName, true, precedence(attributeName), true);
		this.dialectPrefix = dialectPrefix;
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
		if (!this.asks || !tag.hasAttribute(this.dialectPrefix, "as")) {
			return;
		}
		LinkCollector collector = PageCollector.of(context);
		ThymeleafElement element = new ThymeleafElement(tag, context, this.dialectPrefix);
		if (collector != null && !PreloadDialect.ELEMENTS.contains(element.name())) {
			collector.element(element);
		}
	}

}
