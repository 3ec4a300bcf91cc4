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

/**
 * Takes the declaration of the dialect's namespace out of the page, but not that of
 * another namespace with the same prefix.
 */
final class NamespaceAttributeProcessor extends AbstractAttributeTagProcessor {

	private static final String NAMESPACE = "https://preloadhints.dev/thymeleaf";

	NamespaceAttributeProcessor(String dialectPrefix) {
		super(TemplateMode.HTML, null, null, false, "xmlns:" + dialectPrefix, false, PreloadDialect.ELEMENT_PRECEDENCE,
				false);
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attributeName,
			String attributeValue, IElementTagStructureHandler structureHandler) {
		if (NAMESPACE.equals(attributeValue)) {
			structureHandler.removeAttribute(attributeName);
		}
	}

}
