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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.engine.ElementName;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.ITemplateStart;

import dev.preloadhints.collect.LinkCollector;
import dev.preloadhints.collect.TemplateExecution;

/**
 * Shows the elements of the final markup to the page's collector, one instance for each
 * page. All that is done for an element that is no resource is to look at its name and to
 * keep it while it is open.
 */
public final class CollectingHandler extends AbstractTemplateHandler {

	private final List<IProcessableElementTag> open = new ArrayList<>(16);

	private @Nullable LinkCollector collector;

	@Override
	public void setContext(ITemplateContext context) {
		super.setContext(context);
		if (context instanceof IWebContext web) {
			this.collector = (LinkCollector) web.getExchange().getAttributeValue(LinkCollector.ATTRIBUTE);
		}
	}

	@Override
	public void handleTemplateStart(ITemplateStart templateStart) {
		if (this.collector != null) {
			this.collector.templateStarted(new TemplateExecution(this, null, true));
		}
		super.handleTemplateStart(templateStart);
	}

	@Override
	public void handleTemplateEnd(ITemplateEnd templateEnd) {
		if (this.collector != null) {
			this.collector.templateEnded(this);
		}
		super.handleTemplateEnd(templateEnd);
	}

	@Override
	public void handleOpenElement(IOpenElementTag openElementTag) {
		if (this.collector != null) {
			show(openElementTag, this.collector);
			this.open.add(openElementTag);
		}
		super.handleOpenElement(openElementTag);
	}

	@Override
	public void handleStandaloneElement(IStandaloneElementTag standaloneElementTag) {
		boolean declaration = this.collector != null && show(standaloneElementTag, this.collector);
		if (!declaration) {
			super.handleStandaloneElement(standaloneElementTag);
		}
	}

	@Override
	public void handleCloseElement(ICloseElementTag closeElementTag) {
		if (this.collector != null && !closeElementTag.isUnmatched() && !this.open.isEmpty()) {
			this.open.remove(this.open.size() - 1);
		}
		super.handleCloseElement(closeElementTag);
	}

	private boolean show(IProcessableElementTag tag, LinkCollector collector) {
		ElementName name = tag.getElementDefinition().getElementName();
		switch (name.getElementName()) {
			case "base", "img", "link", "script" -> collector.element(new EventElement(tag, this.open));
			case "body" -> collector.headEnded();
			default -> {
				return false;
			}
		}
		return name.isPrefixed() && PostProcessorDialect.PREFIX.equals(name.getPrefix());
	}

}
