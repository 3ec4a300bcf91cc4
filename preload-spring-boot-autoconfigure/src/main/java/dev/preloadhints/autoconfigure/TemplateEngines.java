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

package dev.preloadhints.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.dialect.IDialect;

import dev.preloadhints.thymeleaf.PreloadDialect;

/**
 * The template engines of an application, by the names of their beans.
 *
 * @param present whether there is Thymeleaf at all
 * @param collecting those that have the dialect, or will have it
 * @param deaf those that lack it, so that nothing is collected on their pages
 */
record TemplateEngines(boolean present, List<String> collecting, List<String> deaf) {

	static TemplateEngines of(ApplicationContext context) {
		TemplateEngines engines = new TemplateEngines(
				ClassUtils.isPresent("org.thymeleaf.TemplateEngine", context.getClassLoader()), new ArrayList<>(),
				new ArrayList<>());
		if (engines.present()) {
			Thymeleaf.addAll(engines, context);
		}
		return engines;
	}

	/** Loaded only where Thymeleaf is. */
	private static final class Thymeleaf {

		private static void addAll(TemplateEngines engines, ApplicationContext context) {
			for (String name : context.getBeanNamesForType(ITemplateEngine.class, true, false)) {
				(isCollecting(name, context) ? engines.collecting() : engines.deaf()).add(name);
			}
		}

		/** An engine that nobody has needed so far will be given the dialect. */
		private static boolean isCollecting(String name, ApplicationContext context) {
			return (context instanceof ConfigurableApplicationContext configurable
					&& !configurable.getBeanFactory().containsSingleton(name))
					|| hasDialect(context.getBean(name, ITemplateEngine.class));
		}

		private static boolean hasDialect(ITemplateEngine engine) {
			Iterable<IDialect> dialects = (engine instanceof TemplateEngine known) ? known.getDialects()
					: engine.getConfiguration().getDialects();
			for (IDialect dialect : dialects) {
				if (dialect instanceof PreloadDialect) {
					return true;
				}
			}
			return false;
		}

	}

}
