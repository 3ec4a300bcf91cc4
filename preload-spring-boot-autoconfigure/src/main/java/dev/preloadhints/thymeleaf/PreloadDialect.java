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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;

/**
 * Thymeleaf dialect that collects the resources of a page while it is rendered. Its
 * attributes, {@code preload:*} in the namespace
 * {@code https://preloadhints.dev/thymeleaf}, refine what is hinted and are removed from
 * the output.
 * <p>
 * It listens with element processors, not with a post-processor: see
 * {@link ResourceElementProcessor}.
 */
public final class PreloadDialect extends AbstractProcessorDialect {

	private static final String NAME = "Preload";

	private static final String PREFIX = "preload";

	/** After every other dialect, so that attributes have their last value. */
	private static final int DIALECT_PRECEDENCE = Integer.MAX_VALUE;

	/** Elements first, while the attributes that refine them are still there. */
	static final int ELEMENT_PRECEDENCE = 1000;

	/** Then the attributes go. */
	static final int ATTRIBUTE_PRECEDENCE = 2000;

	static final String HINT = "hint";

	/** Elements that are looked at whatever attributes they have. */
	static final List<String> ELEMENTS = List.of("base", "body", "link", "script");

	/**
	 * What makes an image worth a look, which pages have many of. Where an author asks
	 * for the hint, {@link RefinementAttributeProcessor} sees it.
	 */
	static final String IMAGE_ATTRIBUTE = "fetchpriority";

	private static final List<String> ATTRIBUTES = List.of("as", "crossorigin", "fetchpriority", HINT, "type");

	private final boolean collecting;

	/**
	 * Create the dialect.
	 * @param collecting whether to collect links; if not, the dialect only takes its
	 * attributes and elements out of the page
	 */
	public PreloadDialect(boolean collecting) {
		super(NAME, PREFIX, DIALECT_PRECEDENCE);
		this.collecting = collecting;
	}

	@Override
	public Set<IProcessor> getProcessors(String dialectPrefix) {
		ElementAttributes names = new ElementAttributes(dialectPrefix);
		Set<IProcessor> processors = new LinkedHashSet<>();
		processors.add(new NamespaceAttributeProcessor(dialectPrefix));
		processors.add(new DeclarationElementProcessor(dialectPrefix, names));
		for (String attribute : ATTRIBUTES) {
			processors.add(new RefinementAttributeProcessor(dialectPrefix, attribute, names));
		}
		if (this.collecting) {
			processors.add(new PageBoundariesProcessor());
			for (String element : ELEMENTS) {
				processors.add(new ResourceElementProcessor(dialectPrefix, element, null, names));
			}
			processors.add(new ResourceElementProcessor(dialectPrefix, "img", IMAGE_ATTRIBUTE, names));
		}
		return processors;
	}

}
