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

import org.thymeleaf.dialect.IDialect;

import dev.preloadhints.thymeleaf.PreloadDialect;

/**
 * A way to see the elements of a page while Thymeleaf renders it.
 */
public enum TemplateHook {

	/** Nothing is collected: what the others are compared with. */
	NONE,

	/** The same once more, to show how far apart two equal things are measured. */
	NONE_AGAIN,

	/** The dialect of the starter, with element processors. */
	PROCESSORS {

		@Override
		IDialect dialect() {
			return new PreloadDialect(true);
		}

	},

	/** The same job done by a post-processor. */
	POST_PROCESSOR {

		@Override
		IDialect dialect() {
			return new PostProcessorDialect();
		}

	};

	boolean collects() {
		return this == PROCESSORS || this == POST_PROCESSOR;
	}

	IDialect dialect() {
		throw new UnsupportedOperationException(name() + " has no dialect");
	}

}
