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

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;

import dev.preloadhints.collect.LinkCollector;

/**
 * Where the collector of the page that is being rendered is found: at the request. What
 * is rendered for something else, such as a mail, has none.
 */
final class PageCollector {

	/**
	 * Browsers nest elements no deeper. All that is around an element is looked at, so
	 * that without a limit a page would cost the square of its depth.
	 */
	private static final int MAX_DEPTH = 512;

	private PageCollector() {
	}

	/** The collector of the request, whatever the template is executed for. */
	static @Nullable LinkCollector ofRequest(ITemplateContext context) {
		return (context instanceof IWebContext web)
				? (LinkCollector) web.getExchange().getAttributeValue(LinkCollector.ATTRIBUTE) : null;
	}

	/** The collector of the page, if it is the page that is processed. */
	static @Nullable LinkCollector of(ITemplateContext context) {
		if (context instanceof IEngineContext engine && engine.level() > MAX_DEPTH) {
			return null;
		}
		LinkCollector collector = ofRequest(context);
		return (collector != null && collector.execution().shows(context)) ? collector : null;
	}

}
