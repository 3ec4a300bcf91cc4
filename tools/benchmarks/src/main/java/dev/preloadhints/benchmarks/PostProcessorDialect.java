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

import java.util.Set;

import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Collects the resources of a page with a post-processor: what the starter might do, and
 * does not. It leaves {@code preload:*} attributes in the page, which it would have to
 * look for on every element.
 */
public final class PostProcessorDialect extends AbstractDialect implements IPostProcessorDialect {

	/** Prefix of the attributes that refine a hint. */
	static final String PREFIX = "preload";

	private static final int PRECEDENCE = Integer.MAX_VALUE;

	/**
	 * Create the dialect.
	 */
	public PostProcessorDialect() {
		super("Preload post-processor");
	}

	@Override
	public int getDialectPostProcessorPrecedence() {
		return PRECEDENCE;
	}

	@Override
	public Set<IPostProcessor> getPostProcessors() {
		return Set.of(new PostProcessor(TemplateMode.HTML, CollectingHandler.class, PRECEDENCE));
	}

}
