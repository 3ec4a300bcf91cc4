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
 * Knows that a page's head is complete when its body begins: a processor is shown no end
 * tags, and {@code </head>} may be left out anyway.
 */
final class BodyElementProcessor extends AbstractElementTagProcessor {

	BodyElementProcessor(String dialectPrefix) {
		super(TemplateMode.HTML, dialectPrefix, "body", false, null, false, PreloadDialect.ELEMENT_PRECEDENCE);
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
			IElementTagStructureHandler structureHandler) {
		LinkCollector collector = PageCollector.of(context);
		if (collector != null) {
			collector.headEnded();
		}
	}

}
