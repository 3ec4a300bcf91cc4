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
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.ITemplateStart;
import org.thymeleaf.processor.templateboundaries.AbstractTemplateBoundariesProcessor;
import org.thymeleaf.processor.templateboundaries.ITemplateBoundariesStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.web.servlet.IServletWebExchange;

import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.TemplateExecution;

/**
 * Tells the page's collector where templates begin and end. Fragments and layouts have no
 * boundaries of their own: they are inserted into the template that uses them.
 */
final class PageBoundariesProcessor extends AbstractTemplateBoundariesProcessor {

	/** The request context that Spring's view, and nothing else, gives to a template. */
	private static final String VIEW_VARIABLE = "thymeleafRequestContext";

	PageBoundariesProcessor() {
		super(TemplateMode.HTML, PreloadDialect.ELEMENT_PRECEDENCE);
	}

	@Override
	public void doProcessTemplateStart(ITemplateContext context, ITemplateStart templateStart,
			ITemplateBoundariesStructureHandler structureHandler) {
		LinkCollector collector = PageCollector.ofRequest(context);
		if (collector != null) {
			collector.templateStarted(execution(context));
		}
	}

	@Override
	public void doProcessTemplateEnd(ITemplateContext context, ITemplateEnd templateEnd,
			ITemplateBoundariesStructureHandler structureHandler) {
		LinkCollector collector = PageCollector.ofRequest(context);
		if (collector != null) {
			collector.templateEnded(context);
		}
	}

	private static TemplateExecution execution(ITemplateContext context) {
		Object response = (context instanceof IWebContext web
				&& web.getExchange() instanceof IServletWebExchange servlet) ? servlet.getNativeResponseObject() : null;
		return new TemplateExecution(context, response, context.containsVariable(VIEW_VARIABLE));
	}

}
