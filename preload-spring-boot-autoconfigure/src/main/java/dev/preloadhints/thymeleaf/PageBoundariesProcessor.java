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
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.ITemplateStart;
import org.thymeleaf.processor.templateboundaries.AbstractTemplateBoundariesProcessor;
import org.thymeleaf.processor.templateboundaries.ITemplateBoundariesStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

import dev.preloadhints.collect.LinkCollector;

/**
 * Tells the page's collector where the page begins and ends. Fragments and layouts have
 * no boundaries of their own: they are inserted into the template that uses them.
 */
final class PageBoundariesProcessor extends AbstractTemplateBoundariesProcessor {

	PageBoundariesProcessor() {
		super(TemplateMode.HTML, PreloadDialect.ELEMENT_PRECEDENCE);
	}

	@Override
	public void doProcessTemplateStart(ITemplateContext context, ITemplateStart templateStart,
			ITemplateBoundariesStructureHandler structureHandler) {
		LinkCollector collector = PageCollector.of(context);
		if (collector != null) {
			collector.templateStarted();
		}
	}

	@Override
	public void doProcessTemplateEnd(ITemplateContext context, ITemplateEnd templateEnd,
			ITemplateBoundariesStructureHandler structureHandler) {
		LinkCollector collector = PageCollector.of(context);
		if (collector != null) {
			collector.templateEnded();
		}
	}

}
